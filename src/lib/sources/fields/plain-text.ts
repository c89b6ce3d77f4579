import { decodeHTMLStrict } from 'entities';
import {
	blockElements,
	droppedElements,
	emptyHeadings,
	inlineElements,
	markupNamespaces
} from '#lib/sources/constants/markup.ts';
import { cleanText } from './clean-text.ts';
import { subscript, superscript } from './scripts.ts';

const tag = /<(\/?)([a-z][a-z0-9-]*)(?::([a-z][a-z0-9-]*))?((?:\s[^<>]*)?)(\/?)>/gi;

/** What an element is for a reader of its text; null for what is no markup. */
type Role = 'inline' | 'block' | 'dropped' | 'sub' | 'sup' | 'title';

function roleOf(first: string, second: string | undefined): Role | null {
	const name = (second ?? first).toLowerCase();
	if (second !== undefined && !markupNamespaces.has(first.toLowerCase())) return null;
	if (droppedElements.has(name)) return 'dropped';
	if (name === 'title' || name === 'label') return 'title';
	if (name === 'sub' || name === 'inf' || name === 'msub') return name === 'msub' ? 'inline' : 'sub';
	if (name === 'sup') return 'sup';
	if (blockElements.has(name)) return 'block';
	return second !== undefined || inlineElements.has(name) || name === 'math' ? 'inline' : null;
}

interface Open {
	role: Role;
	name: string;
	text: string;
}

/** The text of an element, as it stands in the text around it. */
function closed({ role, text }: Open): string {
	if (role === 'sub') return subscript(text);
	if (role === 'sup') return superscript(text);
	if (role === 'dropped') return '';
	if (role !== 'title') return text;
	const heading = text.trim().replace(/[:.]$/, '');
	// A heading of a part of an abstract is the beginning of its first sentence.
	return heading === '' || emptyHeadings.test(heading) ? ' ' : ` ${heading}: `;
}

/** Depth of elements whose text is kept apart; deeper ones, which no paper has, are their text. */
const deepest = 50;

function withoutComments(text: string): string {
	const kept: string[] = [];
	let from = 0;
	for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
		const end = text.indexOf('-->', start);
		if (end < 0) break;
		kept.push(text.slice(from, start), ' ');
		from = end + 3;
	}
	return kept.join('') + text.slice(from);
}

function withoutTags(marked: string): string {
	const text = withoutComments(marked);
	const open: Open[] = [{ role: 'inline', name: '', text: '' }];
	const top = () => open.at(-1) as Open;
	const close = () => {
		const element = open.pop();
		if (element) top().text += closed(element);
	};
	let from = 0;
	for (const match of text.matchAll(tag)) {
		const [whole, slash, first = '', second, , selfClosed] = match;
		const role = roleOf(first, second);
		if (role === null) continue;
		top().text += text.slice(from, match.index);
		from = match.index + whole.length;
		if (role === 'block') top().text += ' ';
		else if (role !== 'inline' && selfClosed === '') {
			const name = (second ?? first).toLowerCase();
			if (slash === '') {
				if (open.length < deepest) open.push({ role, name, text: '' });
			} else if (open.some((element) => element.name === name)) {
				while (top().name !== name) close();
				close();
			}
		}
	}
	top().text += text.slice(from);
	while (open.length > 1) close();
	return top().text;
}

/** Names and numbers of signs become the signs; catalogues write some of them twice over: `&amp;lt;`. */
function withoutEntities(text: string): string {
	const once = text.includes('&') ? decodeHTMLStrict(text) : text;
	return /&(?:#?\w+);/.test(once) ? decodeHTMLStrict(once) : once;
}

/**
 * A title or an abstract without HTML, JATS or MathML: H<sub>2</sub>O is H₂O, 10<sup>-3</sup> is 10⁻³, a heading within
 * it begins a sentence, and `a < b` stays. Nothing of it is left that a browser would take for an element of a page.
 */
export function plainText(text: string): string {
	if (!/[<&]/.test(text)) return cleanText(text);
	// Markup may itself be written with the names of its signs.
	const decoded = withoutEntities(text);
	return cleanText(decoded.includes('<') ? withoutTags(decoded) : decoded)
		.replace(/ +([,;:.)\]])(?=\s|$)/g, '$1')
		.replace(/:(?: :)+/g, ':');
}

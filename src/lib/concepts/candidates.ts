import nlp from 'compromise/two';
import { sentences, type Span } from './sentences.ts';

/** A phrase that may name a concept, at one place. */
export interface Candidate extends Span {
	surface: string;
	/** A whole chunk, and not a part of a longer one. */
	maximal: boolean;
}

interface Token extends Span {
	text: string;
	role: 'noun' | 'modifier' | 'none';
}

interface JsonTerm {
	text: string;
	pre: string;
	post: string;
	tags: string[];
}

/** First words that judge or point instead of naming: a phrase loses them and goes on. */
const evaluative = new Set(
	'novel new existing recent various significant extensive strong superior promising current previous prior several many such other different same own first second simple effective efficient large-scale comprehensive key main important challenging complex better best high low good diverse multiple general overall proposed available additional further widely well more most less these those our their its this that each both all some any no state-of-the-art real-world wide potential substantial remarkable notable great rich rigorous unique original strict initial final total entire certain given major minor common popular traditional conventional standard relevant critical crucial essential popular numerous ai-powered leading open-source three two four five six seven eight ten'.split(
		' '
	)
);

/** Heads that name nothing alone. */
const genericHeads = new Set(
	'framework method approach model result experiment performance study work paper task problem setting way number system technique code data analysis improvement baseline ability capability case example challenge issue process strategy solution application domain research researcher researchers evaluation contribution insight advantage limitation step stage level set type kind use user question answer output input component design metric dataset benchmark property feature field area effect effectiveness efficiency quality finding outcome impact role part aspect factor goal aim objective idea concept information knowledge context training experience time cost range order term project page github website state world gap need lack fact progress advance development literature evidence science author version details demand attempt success process score rate environment behavior tool action space change value variety series choice direction addition contrast behaviour scenario signal person human people experiments methods results models tasks reason thing point view line end difference increase decrease loss power form function size ratio sample instance test accuracy art the-art sota percent % et al'.split(
		' '
	)
);

function roleOf(tags: string[], text: string): Token['role'] {
	if (/[(),;:"\u201c\u201d/]/.test(text) || text === '') return 'none';
	const has = (tag: string) => tags.includes(tag);
	if (has('Pronoun') || has('Determiner') || has('Conjunction') || has('Preposition') || has('Url'))
		return 'none';
	if (has('Noun') || has('Acronym') || has('Organization')) return 'noun';
	if (has('Adjective') || has('Gerund') || has('PastTense') || has('Participle')) return 'modifier';
	if (/-/.test(text) && /[a-z]/i.test(text)) return 'modifier';
	return 'none';
}

/** The words of a sentence with their places; a word keeps its hyphens, punctuation stands alone. */
function words(text: string, sentence: Span): Span[] {
	const pattern = /[\p{L}\p{N}][\p{L}\p{N}+#.'\u2019_-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]|[^\s]/gu;
	return [...text.slice(sentence.start, sentence.end).matchAll(pattern)].map((match) => ({
		start: sentence.start + match.index,
		end: sentence.start + match.index + match[0].length
	}));
}

/** Tags each word of a sentence: what stands between hyphens is judged by its last part. */
function tokens(text: string, sentence: Span): Token[] {
	const spans = words(text, sentence);
	const plain = spans.map(({ start, end }) => text.slice(start, end).split('-').at(-1) ?? '');
	const tagged = new Map<number, string[]>();
	const json = nlp(plain.join(' ')).json({ offset: false }) as { terms: JsonTerm[] }[];
	let at = 0;
	for (const term of json.flatMap(({ terms }) => terms)) {
		while (at < plain.length && !plain[at]?.includes(term.text)) at += 1;
		if (at < plain.length && !tagged.has(at)) tagged.set(at, term.tags);
	}
	return spans.map(({ start, end }, index) => {
		const written = text.slice(start, end);
		return { start, end, text: written, role: roleOf(tagged.get(index) ?? [], written) };
	});
}

function isUsable(tokens: Token[]): boolean {
	const last = tokens.at(-1);
	if (!last || last.role !== 'noun' || tokens.length > 5) return false;
	if (/^[^\p{L}]*$/u.test(last.text)) return false;
	const bare = last.text.toLowerCase();
	if (tokens.length === 1)
		return !genericHeads.has(bare) && !genericHeads.has(bare.replace(/s$/, '')) && bare.length > 2;
	return true;
}

/** Chunks of (adjective | -ing/-ed)* noun+, evaluative first words stripped, and their sub-runs that end in a noun. */
export function candidates(text: string): Candidate[] {
	const found: Candidate[] = [];
	const flush = (run: Token[]) => {
		let chunk = run.slice(0, run.findLastIndex(({ role }) => role === 'noun') + 1);
		while (chunk.length > 0 && evaluative.has(chunk[0]?.text.toLowerCase() ?? '')) chunk = chunk.slice(1);
		for (let from = 0; from < chunk.length; from += 1) {
			for (let to = from + 1; to <= chunk.length; to += 1) {
				const part = chunk.slice(from, to);
				const first = part[0];
				const last = part.at(-1);
				if (!first || !last || !isUsable(part) || evaluative.has(first.text.toLowerCase())) continue;
				found.push({
					start: first.start,
					end: last.end,
					surface: text.slice(first.start, last.end),
					maximal: part.length === chunk.length
				});
			}
		}
	};
	for (const sentence of sentences(text)) {
		let run: Token[] = [];
		for (const token of tokens(text, sentence)) {
			if (token.role === 'none') {
				flush(run);
				run = [];
			} else run.push(token);
		}
		flush(run);
	}
	return found;
}

/** True for a phrase whose last word names nothing and whose other words do not help. */
export function isGeneric(form: string): boolean {
	const parts = form.split(' ');
	return parts.every((part) => genericHeads.has(part) || evaluative.has(part));
}

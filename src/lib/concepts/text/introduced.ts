import { inBetween, introductionRules, type Proof } from '#lib/concepts/constants/introduction-rules.ts';
import type { Span } from '#lib/domain/sentences.ts';
import { longFormBefore } from './long-form.ts';

export interface Introduced extends Span {
	name: string;
	/**
	 * `title`: before the title's colon, and written as only names are; `cue`: after "we propose" and the like, or a
	 * phrase before the colon; `long-form`: a cue before its long form.
	 */
	rule: 'title' | 'cue' | 'long-form';
}

/**
 * A name that is more than capitalised words: two capitals in one of its parts, a digit, or a hyphen where the name
 * ends. `Multi-Agent` in front of other words only says what sort of thing is proposed.
 */
function looksLikeName(text: string, next: string): boolean {
	return (
		/[A-Z][^-\s]*[A-Z]|\d|[a-z][A-Z]|^[A-Z]-[A-Z]/.test(text) ||
		(/-[A-Z]/.test(text) && /^\s?[,.;:()]|^$/.test(next))
	);
}

/** The most words that a title has in front of its colon as a name, each with a capital or a digit. */
const longestName = 4;

/** The most words between what authors do and the long form: `a novel, simple`. */
const mostBefore = 6;

/** The name in front of a title's colon: one word, or a few that the abstract writes just so. */
function titleName(title: string, abstract: string): string | null {
	const prefix = /^([^:\n]{2,80}):\s/.exec(title)?.[1]?.trim();
	if (prefix === undefined) return null;
	const name = /\(([A-Za-z0-9-]+)\)$/.exec(prefix)?.[1] ?? prefix;
	const words = name.split(/\s+/);
	if (words.length > longestName || !words.every((word) => /[\p{Lu}\d]/u.test(word) || words.length === 1))
		return null;
	if (abstract.includes(name)) return name;
	// Small and large letters mixed say that it is a name and no acronym of something known.
	return words.length === 1 && /\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}{2}/u.test(name) ? name : null;
}

/** Whether nothing but adjectives stands before the long form of a name, or before its bracket where it has none. */
function isProposed(name: string, phrase: string): boolean {
	const long = longFormBefore(name, phrase.trim());
	const whole = long === null ? phrase : phrase.slice(0, phrase.lastIndexOf(long));
	// "A way to reach the lake, called wind-driven sampling": what it is for stands before.
	const before = whole.split(/\b(?:call|nam|term|dubb|denot)ed\b/).at(-1) ?? '';
	const words = before.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
	return words.length <= mostBefore && !words.some((word) => inBetween.has(word));
}

/** What a rule found: the words, what follows the whole of the match, and what stands before their bracket. */
interface Match {
	written: string;
	title: string;
	next: string;
	phrase: string;
}

/** Whether what a rule found is what the rule asks for. */
function proves(proof: Proof, { written, title, next, phrase }: Match): boolean {
	if (proof === 'none') return true;
	if (proof === 'stands in the title') return title.includes(written);
	return looksLikeName(written, next) && (proof === 'looks like a name' || isProposed(written, phrase));
}

/** What a paper brings into the world: title prefix first, then cues. */
export function introduced(title: string, abstract: string): Introduced[] {
	const found = new Map<string, Introduced>();
	const offset = title.length + 1;
	const name = titleName(title, abstract);
	if (name !== null) {
		const start = title.indexOf(name);
		const rule = looksLikeName(name, '') ? 'title' : 'cue';
		found.set(name, { name, rule, start, end: start + name.length });
	}
	for (const { pattern, finds, proof } of introductionRules) {
		for (const match of abstract.matchAll(pattern)) {
			const { name: named, phrase = '' } = match.groups ?? {};
			const written = named ?? match[1] ?? '';
			const end = match.index + match[0].length;
			const next = abstract.slice(end, end + 2);
			if (!proves(proof, { written, title, next, phrase }) || found.has(written)) continue;
			const start = offset + match.index + match[0].lastIndexOf(written);
			found.set(written, { name: written, rule: finds, start, end: start + written.length });
		}
	}
	return [...found.values()];
}

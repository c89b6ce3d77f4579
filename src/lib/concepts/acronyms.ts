import { verbs } from './lexicon.ts';

/** A short form defined in a text, with the long form that stands before it. */
export interface AcronymPair {
	short: string;
	long: string;
}

const bracketed = /\(([A-Za-z][A-Za-z0-9-]{1,11})\)/g;

/**
 * The shortest stretch before the bracket whose letters spell the short form from right to left, its first
 * letter at the start of a word (Schwartz and Hearst, 2003). Null where there is none.
 */
function longFormOf(short: string, before: string): string | null {
	let at = before.length - 1;
	for (let index = short.length - 1; index >= 0; index -= 1) {
		const letter = short.charAt(index).toLowerCase();
		if (!/[a-z0-9]/.test(letter)) continue;
		const startsWord = (place: number) => place === 0 || !/[A-Za-z0-9]/.test(before.charAt(place - 1));
		while (at >= 0 && (before.charAt(at).toLowerCase() !== letter || (index === 0 && !startsWord(at))))
			at -= 1;
		if (at < 0) return null;
		at -= 1;
	}
	// A long form does not begin in the middle of a hyphenated word.
	const start = before.slice(0, at + 1).search(/[^\s(]*-$/);
	return before.slice(start === -1 ? at + 1 : start).trim();
}

/** A plural short form stands for a plural long form: `LLMs` and `large language models` give `LLM`. */
function singularShort(short: string): string {
	return /^[A-Z0-9-]{2,}s$/.test(short) ? short.slice(0, -1) : short;
}

/** A clause whose letters happen to fit: it begins with a verb or an adverb, or speaks of the state of the art. */
function namesNothing(long: string): boolean {
	const first = long.split(' ', 1)[0]?.toLowerCase() ?? '';
	return verbs.has(first) || /[a-z]ly$/.test(first) || /state[- ]of[- ](the[- ])?art/i.test(long);
}

/** Every `long form (SHORT)` of a text, each pair once. */
export function acronyms(text: string): AcronymPair[] {
	const pairs = new Map<string, AcronymPair>();
	for (const match of text.matchAll(bracketed)) {
		const written = match[1] ?? '';
		const short = singularShort(written);
		if ((short.match(/[A-Z]/g)?.length ?? 0) < 2) continue;
		const clause =
			text
				.slice(Math.max(0, match.index - 160), match.index)
				.split(/[.;:!?\n()]/)
				.at(-1) ?? '';
		const words = clause.trim().split(/\s+/);
		const window = words.slice(-Math.min(short.length + 5, short.length * 2)).join(' ');
		const long = longFormOf(short, window);
		if (!long || long.length <= short.length || (!long.includes(' ') && !long.includes('-'))) continue;
		if (namesNothing(long)) continue;
		if (!pairs.has(short)) pairs.set(short, { short, long });
	}
	return [...pairs.values()];
}

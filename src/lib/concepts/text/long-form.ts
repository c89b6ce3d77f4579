import { verbs } from '#lib/concepts/words/lexicon.ts';

/** Words that a short form leaves out. */
const small = /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|through|to|under|using|via|with|'?s|&)$/i;

/** Words after the long form that the short form does not stand for: `the adversarial training method (AT)`. */
const afterwards =
	/^(?:algorithms?|approach(?:es)?|architectures?|attacks?|benchmarks?|datasets?|features?|frameworks?|functions?|layers?|methods?|models?|modules?|networks?|problems?|processes|process|schemes?|strategy|strategies|systems?|tasks?|techniques?)$/i;

/** Digits that are written for a word, in full: `T2I` is `text-to-image`. */
const saidAs: Record<string, string[]> = { '2': ['to', 'two'], '4': ['for', 'four'] };

interface Part {
	text: string;
	start: number;
	/** It follows a hyphen or a slash: part of a longer word. */
	isInside: boolean;
}

function partsOf(text: string): Part[] {
	return [...text.matchAll(/[\p{L}\p{N}'\u2019]+|&/gu)].map(({ 0: part, index }) => ({
		text: part,
		start: index,
		isInside: index > 0 && !/[\s(["\u201c]/.test(text.charAt(index - 1))
	}));
}

/** The letters and digits that a long form must have, lower case; the plural's -s is none of them. */
function lettersOf(short: string): string[] {
	const singular = short.replace(/(?<=[A-Z0-9])(?:s|'s|\u2019s)$/, '');
	return singular.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
}

/** Where a word begins, not a part of one. */
function wordStart(text: string, at: number): number {
	return text.slice(0, at).search(/[^\s(["\u201c]*$/);
}

/**
 * The stretch whose words begin with the letters, from the last to the first, small words and parts of hyphened words
 * left out at will, and one word that says what sort of thing it is at the end. Null where there is none.
 */
function byInitials(letters: string[], text: string): string | null {
	const parts = partsOf(text);
	const skips = afterwards.test(parts.at(-1)?.text ?? '') ? [0, 1] : [0];
	for (const skipped of skips) {
		let at = letters.length - 1;
		let start = -1;
		let end = text.length;
		for (let index = parts.length - 1 - skipped; index >= 0 && at >= 0; index -= 1) {
			const part = parts[index];
			if (!part) break;
			if (start === -1 && skipped > 0) end = part.start + part.text.length;
			const word = part.text.toLowerCase();
			const letter = letters[at] ?? '';
			const begins = word.startsWith(letter) || saidAs[letter]?.includes(word) === true;
			if (begins) {
				at -= 1;
				start = part.start;
			} else if (start === -1 || (!small.test(part.text) && !part.isInside)) break;
		}
		if (at < 0) return text.slice(wordStart(text, start), end).trim();
	}
	return null;
}

/** Whether the letter stands at the place, at the start of a word where it must. */
function fits(text: string, at: number, letter: string, mustStart: boolean): boolean {
	if (text.charAt(at).toLowerCase() !== letter) return false;
	return !mustStart || at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/**
 * The shortest stretch up to the end in which the letters stand in order, the first one at the start of a word
 * (Schwartz and Hearst, 2003). Null where there is none.
 */
function byLetters(letters: string[], text: string): string | null {
	let at = text.length - 1;
	for (let index = letters.length - 1; index >= 0; index -= 1) {
		while (at >= 0 && !fits(text, at, letters[index] ?? '', index === 0)) at -= 1;
		if (at < 0) return null;
		at -= 1;
	}
	return text.slice(wordStart(text, at + 1)).trim();
}

/** The same where the capitals of a short form with small letters begin the words: `ViT`, `MoE`, `StES`. */
function byCapitals(short: string, letters: string[], text: string): string | null {
	const capitals = lettersOf(short.replace(/[^\p{Lu}\p{N}]/gu, ''));
	if (capitals.length < 2 || capitals.length === letters.length) return null;
	const long = byInitials(capitals, text);
	return long && byLetters(letters, long) === long ? long : null;
}

/** What every paper abbreviates and none is about. */
const stateOfTheArt = /state[- ]of[- ](?:the[- ])?art/i;

/**
 * A clause whose letters happen to fit: it begins with a verb or a small word, or with an adverb where the
 * letters are few.
 */
function namesNothing(letters: string[], long: string): boolean {
	const first = long.split(/[ -]/, 1)[0]?.toLowerCase() ?? '';
	return verbs.has(first) || small.test(first) || (letters.length < 4 && /[a-z]ly$/.test(first));
}

function bestBefore(short: string, letters: string[], before: string): string | null {
	const words = before.trim().split(/\s+/);
	const window = words.slice(-Math.min(letters.length + 5, letters.length * 2)).join(' ');
	const initials = byInitials(letters, window) ?? byCapitals(short, letters, window);
	// In small letters, anything in brackets could be meant.
	if (!initials && !/\p{Lu}/u.test(short)) return null;
	const long = initials ?? byLetters(letters, window);
	if (!long || long.length <= letters.length + 1 || stateOfTheArt.test(long)) return null;
	if (!initials && namesNothing(letters, long)) return null;
	return long;
}

/** What a short form stands for, at the end of what is written before it. Null where nothing fits. */
export function longFormBefore(short: string, before: string): string | null {
	const letters = lettersOf(short);
	if (letters.length === 0) return null;
	// A number at the end is often left out of the long form: `Fob1`, `R1`.
	const bare = /\p{L}{2,}\d+$/u.test(short) ? short.replace(/\d+$/, '') : null;
	const found = bestBefore(short, letters, before);
	return found ?? (bare === null ? null : bestBefore(bare, lettersOf(bare), before));
}

/** A long form as a name: without quotes, and never with half of a bracket or of what LaTeX dresses it in. */
export function cleanLongForm(long: string): string | null {
	const bare = long.replace(/^["'*\u2018-\u201f]+|["'*\u2018-\u201f]+$/gu, '').trim();
	return bare === '' || /[()[\]{}*\\|]/.test(bare) ? null : bare;
}

/** True when a phrase as a whole is what a short form stands for, word by word. */
export function isLongFormOf(short: string, long: string): boolean {
	const letters = lettersOf(short);
	return letters.length > 1 && byInitials(letters, long) === long;
}

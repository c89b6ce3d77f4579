import { background } from '#lib/concepts/words/background.ts';
import { foldWord } from '#lib/concepts/words/canonical-form.ts';
import { singular } from '#lib/concepts/words/singular.ts';

/** What texts show of how the words of a concept are written. */
export interface Writing {
	/** The words that one of them writes small, as they are written. */
	small: ReadonlySet<string>;
	/** Most of them write the last word in the plural. */
	isPlural: boolean;
	/** The form at hand is written like a title; it is one of several words. */
	isTitleCase: boolean;
	isPhrase: boolean;
}

function lastWord(surface: string): string {
	return /\p{L}+$/u.exec(surface)?.[0] ?? '';
}

/** From surface forms, with how often each is written. */
export function writingOf(surfaces: [surface: string, count: number][]): Writing {
	const all = surfaces.reduce((sum, [, count]) => sum + count, 0);
	const plural = surfaces
		.filter(([surface]) => singular(lastWord(surface)) !== lastWord(surface))
		.reduce((sum, [, count]) => sum + count, 0);
	const small = surfaces.flatMap(([surface]) => surface.match(/(?<![\p{L}\p{N}])\p{Ll}+(?!\p{L})/gu) ?? []);
	return { small: new Set(small), isPlural: plural > all / 2, isTitleCase: false, isPhrase: false };
}

/** A word with one capital, in front. */
const capitalised = /^\p{Lu}\p{Ll}+$/u;

/** Where three words or more all have capitals, these say nothing of an unknown word. */
const titleCase = /^\p{Lu}[\p{Ll}-]+(?: (?:\p{Lu}[\p{L}-]+|a|and|for|from|in|of|on|the|to|via|with)){2,}$/u;

/** Whether a word keeps its capital: `Gaussian`, whoever writes it, and names that machine learning at large does not know. */
function isProper(word: string, { small, isTitleCase }: Writing): boolean {
	const { proper, words } = background();
	const form = foldWord(word);
	return proper.has(form) || (!isTitleCase && !words.has(form) && !small.has(word.toLowerCase()));
}

/** A word of a title whose letters only show an acronym: `dynamic sAmpling policy optimization`. */
function isEmphasised(part: string, { isPhrase }: Writing): boolean {
	return (
		isPhrase &&
		/\p{Ll}\p{Lu}\p{Ll}/u.test(part) &&
		background().words.has(foldWord(part)) &&
		!/^\p{Lu}/u.test(part)
	);
}

/** A word without blanks; its parts are joined by hyphens. */
function dictionaryWord(written: string, writing: Writing): string {
	const parts = written.split('-').map((part) => (isEmphasised(part, writing) ? part.toLowerCase() : part));
	const word = parts.join('-');
	// `mini-ImageNet`, `GPT-4o`, `tau-Bench`: what mixes small and large letters is written as it must be.
	const isMixed =
		parts.some((part) => /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\d/u.test(part)) ||
		(/^\p{Ll}/u.test(word) && parts.slice(1).some((part) => capitalised.test(part)));
	if (isMixed) return word;
	const isName = parts.length > 1 && parts.some((part) => capitalised.test(part) && isProper(part, writing));
	return parts
		.map((part) => {
			if (!capitalised.test(part) || isProper(part, writing)) return part;
			// `Seg-Zero` is all a name, `Gaussian-based` is not.
			return isName && !writing.small.has(part.toLowerCase()) ? part : part.toLowerCase();
		})
		.join('-');
}

/**
 * A surface form as a dictionary would list it: words that are capitalised only for a title or a sentence in lower
 * case, the last one in the singular. Names keep their capitals, and fixed phrases their plural: `Chain-of-Thought
 * Prompts` is `chain-of-thought prompt`, `LLMs` is `LLM`, `Seg-Zero`, `Gaussian process` and `mixture of experts` stay.
 */
export function dictionaryForm(surface: string, writing: Writing): string {
	if (/^[A-Z0-9-]{2,}s$/.test(surface)) return surface.slice(0, -1);
	// A version makes a name of all that stands around it: `Gemini 2.5 Pro`.
	if (/\p{Lu}\S* \d/u.test(surface)) return surface;
	const form = { ...writing, isTitleCase: titleCase.test(surface), isPhrase: surface.includes(' ') };
	const lower = surface
		.split(' ')
		.map((word) => dictionaryWord(word, form))
		.join(' ');
	const isFixed = writing.isPlural && /[ -](of|from|for|with)[ -]/.test(surface);
	return isFixed ? lower : lower.replace(/(?<![\p{L}\p{N}])\p{Ll}+$/u, singular);
}

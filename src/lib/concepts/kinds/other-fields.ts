import { background } from '#lib/concepts/words/background.ts';
import { foldWord } from '#lib/concepts/words/canonical-form.ts';
import { tagClasses, tagsOf } from '#lib/concepts/words/word-tags.ts';

/** Written as systems and data sets are: a word with two capitals or a digit in it, `LoRA`, `GSM8K`. */
export function isSystemName(surface: string): boolean {
	return /\p{Lu}\S*\p{Lu}|\d/u.test(surface);
}

/**
 * From this share of strange nouns on a text is of another field: one in a hundred abstracts of machine learning has as
 * many, and four of five of medicine, economics, physics, ecology, law and history.
 */
const strange = 0.155;

let last = { text: '', isOther: false };

/**
 * Whether a text is of a field whose nouns machine learning does not use: the kinds were learned from its texts, and
 * hold only there.
 */
export function isOfOtherField(text: string): boolean {
	// The places of a paper are asked one after the other.
	if (text !== last.text) last = { text, isOther: strangeNouns(text) > strange };
	return last.isOther;
}

/** The share of the different nouns of a text, in small letters, that the abstracts of machine learning do not say. */
function strangeNouns(text: string): number {
	const words = text.match(/(?<![\p{L}\p{N}-])\p{Ll}{4,}(?![\p{L}\p{N}])/gu) ?? [];
	const tags = tagsOf(words);
	const nouns = new Set(words.filter((_, at) => tags[at] === tagClasses.noun));
	const { words: known } = background();
	return [...nouns].filter((noun) => !known.has(foldWord(noun))).length / Math.max(1, nouns.size);
}

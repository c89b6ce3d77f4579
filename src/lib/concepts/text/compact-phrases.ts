import type { PhraseInText } from './extract-text.ts';
import type { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

/** What is kept of a phrase beside its name, in this order: whole numbers. */
export const phraseNumbers = 9;

/** The numbers of a phrase. */
export function numbersOf(phrase: PhraseInText): number[] {
	const { count, begins, ends, maximal, title, first, shape, isQualified, isGiven } = phrase;
	return [count, begins, ends, maximal, title, first, shape, isQualified ? 1 : 0, isGiven ? 1 : 0];
}

/** The phrase whose numbers stand in a list from `at` on. */
export function phraseOf(
	phrase: PhraseInText['phrase'],
	numbers: ArrayLike<number>,
	at: number
): PhraseInText {
	return {
		phrase,
		count: numbers[at] ?? 0,
		begins: numbers[at + 1] ?? 0,
		ends: numbers[at + 2] ?? 0,
		maximal: numbers[at + 3] ?? 0,
		title: numbers[at + 4] ?? 0,
		first: numbers[at + 5] ?? 0,
		shape: numbers[at + 6] ?? 0,
		isQualified: numbers[at + 7] === 1,
		isGiven: numbers[at + 8] === 1
	};
}

const columns = phraseNumbers + 1;

/**
 * The phrases of a text as a row of numbers each, first that of the phrase in its vocabulary: a third of the memory that
 * they take as objects, and one thing to look after in place of a hundred. A corpus holds millions of them.
 */
export function compactPhrases(phrases: readonly PhraseInText[]): Uint32Array {
	const compact = new Uint32Array(columns * phrases.length);
	for (const [row, each] of phrases.entries())
		compact.set([each.phrase.id, ...numbersOf(each)], columns * row);
	return compact;
}

/** The phrases that were made compact, of the same vocabulary. */
export function loosePhrases(compact: Uint32Array, { phrases }: Vocabulary): PhraseInText[] {
	const loose: PhraseInText[] = [];
	for (let at = 0; at < compact.length; at += columns) {
		const phrase = phrases[compact[at] ?? 0];
		if (phrase) loose.push(phraseOf(phrase, compact, at + 1));
	}
	return loose;
}

import { foldWord } from '#lib/concepts/words/canonical-form.ts';

/** Least share of the papers that write a word in which it has a capital inside a sentence, and least number of these. */
const share = 0.6;
const least = 4;

function count(counts: Map<string, number>, words: Iterable<string>): void {
	for (const word of new Set([...words].map(foldWord))) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** The words that texts write with a capital wherever they stand, not only where a sentence begins: `gaussian`. */
export function properWords(abstracts: string[]): Set<string> {
	const large = new Map<string, number>();
	const small = new Map<string, number>();
	for (const text of abstracts) {
		count(large, text.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []);
		count(small, text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu) ?? []);
	}
	const isProper = ([word, papers]: [string, number]) =>
		papers >= least && papers >= share * (papers + (small.get(word) ?? 0));
	return new Set([...large].filter(isProper).map(([word]) => word));
}

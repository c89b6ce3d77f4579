import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/** Heads that make no concept of what stands before them: `reasoning ability`, `performance drop`. */
export const emptyHeads: readonly WordGroup[] = [
	{
		why: 'Heads of phrases that papers say in passing; under these a phrase counts only by what the corpus says of it.',
		words: `
			ability capability performance process behavior behaviour mechanism paradigm framework strategy study
			baseline drop importance challenge assumption factor technique system approach method investment impact
			response step procedure effectiveness efficiency quality technology limitation improvement advantage
			progress reliance scenario setting condition aspect way problem issue result experiment influence level
			interest demand need requirement practice paradigms sample module fail foundation
		`
	}
];

/** Of these, heads that make no concept however often papers say them. */
export const neverHeads: readonly WordGroup[] = [
	{
		why: 'In hundreds of papers such phrases recur and are still nobody\'s subject.',
		words: `
			ability capability performance study experiment result improvement advantage effectiveness limitation
			challenge issue importance impact interest need requirement way aspect scenario setting quality
		`
	}
];

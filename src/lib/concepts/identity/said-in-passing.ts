import { broadNames, holdingHeads } from '#lib/concepts/constants/broad-names.ts';
import { cutIn } from '#lib/concepts/ranking/corpus-size.ts';
import { matters } from '#lib/concepts/words/lexicon.ts';
import { namesNothing } from '#lib/concepts/words/generic.ts';
import { wordsOf } from '#lib/concepts/words/word-groups.ts';
import type { Kind } from '#lib/domain/kind.ts';

/** Forms that name what half of a corpus lies in, and heads that only hold what stands before them. */
export const broad: ReadonlySet<string> = new Set(
	[...wordsOf(broadNames)].map((form) => form.replaceAll('-', ' '))
);
export const holding: ReadonlySet<string> = wordsOf(holdingHeads);

/** A concept of fewer papers, or of less than this share of the corpus, stands in nobody's way. */
const often = { papers: 10, share: 0.003 };

/**
 * Least mean weight of a concept's mentions (the root of the odds that a paper names it): of any concept that many papers
 * mention, and of what is broad. Set by reading the strongest concepts of 3,000 papers; on a page everything counts.
 */
const leastWeight = {
	any: { page: 0, small: 0.1, large: 0.19 },
	broad: { page: 0, small: 0.2, large: 0.5 }
};

/** What is known of a concept where it is asked whether papers are about it. */
export interface Passed {
	/** Its canonical form. */
	form: string;
	name: string;
	kind: Kind;
	papers: number;
	weight: number;
}

/** Whether a form names a field, or a matter with a head that only holds it: `reasoning task`. */
function isBroad(form: string): boolean {
	if (broad.has(form)) return true;
	const words = form.split(' ');
	return holding.has(words.at(-1) ?? '') && words.length === 2 && matters.has(words[0] ?? '');
}

/** A model's or a data set's name is what it is, however briefly it is said: `MMLU-Pro`, `o3`. A size is none: `7B`. */
function isProductName({ form, name, kind }: Passed): boolean {
	const isProduct = (kind === 'model' || kind === 'dataset') && !name.includes(' ');
	return isProduct && /\p{Lu}|\d/u.test(name) && !namesNothing(form);
}

/**
 * Whether a corpus says a concept only in passing: many of its papers mention it and hardly one is about it (`training
 * data`, `GPU`), so that it would be among the strongest and tell nothing. `weight` is the mean of its mentions', 0 to
 * 1; `corpus` the number of all papers.
 */
export function isSaidInPassing(concept: Passed, corpus: number): boolean {
	const { form, papers, weight } = concept;
	if (papers < often.papers || papers < often.share * corpus || isProductName(concept)) return false;
	return weight < cutIn(corpus, isBroad(form) ? leastWeight.broad : leastWeight.any);
}

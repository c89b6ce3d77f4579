import type { WordGroup } from '#lib/concepts/words/word-groups.ts';

/**
 * Canonical forms, their blanks written as hyphens, that name what half of a large corpus lies in or is done with. In a
 * small corpus they tell papers apart; in a large one they are concepts only where papers are about them.
 */
export const broadNames: readonly WordGroup[] = [
	{
		why: 'Fields: in each of them there are thousands of papers, and "AI" in an abstract says that it is one of them.',
		words: `
			artificial-intelligence ai machine-learning ml deep-learning computer-science natural-language-processing nlp
			computer-vision robotics mathematics math physics chemistry biology medicine statistics economics engineering
			science data-science
		`
	},
	{
		why: 'What is worked with and on: any paper has it, whatever it is about.',
		words: `
			natural-language coding programming downstream-task downstream-application real-world-application gpu cpu tpu
			computational-cost computational-resource open-source-model closed-source-model human-evaluation
			comparative-analysis in-depth-analysis survey benchmarking benchmark-dataset multimodal-task
		`
	}
];

/** Heads that hold a matter and add nothing to it: `reasoning task`, `training data`, `evaluation benchmark`. */
export const holdingHeads: readonly WordGroup[] = [
	{
		why: 'With a matter in front of them (see `matters`) they name no task and no data set in particular.',
		words: 'task benchmark dataset data metric pipeline'
	}
];

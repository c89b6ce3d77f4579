/** The parts that the score of a related paper is the sum of, in the order of its bar. */
export const scoreParts = [
	{ part: 'concepts', word: 'shared concepts' },
	{ part: 'text', word: 'text' }
] as const;

/** Which pairs of concepts are kept, and how finely they are told. */
export const coOccurrence = {
	/** Pairs that each concept keeps of its own; it stands in those of others besides. */
	nearest: 12,
	/** Of these, half may be said together by one paper only in a corpus of so many papers: 9 in one of 52, none from 2,200 on. */
	singles: { halfAt: 200 },
	/** NPMI counts in fifths: it moves a little with every paper, and nobody reads more from it. */
	steps: 5
} as const;

/** Which of the dated papers count as the newest: a share, so that it fits a corpus of three months and one of ten years. */
export const newestShare = 0.2;

/**
 * When the share of a concept in the newest papers counts as fallen. One or two papers more or less are chance: so it was
 * in five of them at least, its share fell by a quarter at least, and by more papers than twice the square root of those
 * that were to be expected (two standard deviations of a Poisson count).
 */
export const fadingRule = { leastNewest: 5, leastFall: 0.25, deviations: 2 } as const;

/** Concepts whose counts an ingest keeps, those of most papers first: a concept that fades was one that people met. */
export const mostHeldConcepts = 2000;

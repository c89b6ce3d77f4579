/** Proposals that a generation keeps: more of them nobody goes through between two ingests. */
export const mostProposed = 300;

/** Letters of the shortest word that a letter may be wrong in: of shorter ones too many are words themselves, `mask` and `task`. */
export const shortestTypo = 7;

/**
 * Share of their words that two names of one short form have in common where they may be one. At 3,000 papers, those
 * with less were two things each time: `visual question answering` and `video quality assessment`.
 */
export const leastSharedWords = 0.5;

/** The most of one answer, in bytes: a page of a thousand records with abstracts has 4 MB, a file is what uploads may be. */
export const answerBytes = { page: 64 * 2 ** 20, file: 500 * 2 ** 20 } as const;

/**
 * Milliseconds: in which something has to come at all, from the connection to the last byte; and in which an answer has
 * to be whole. arXiv thinks about a slow query for half a minute.
 */
export const patience = { silence: 60_000, page: 180_000, file: 1_800_000 } as const;

/** So often is one request made where its failure may pass, and so many milliseconds lie before the second one. */
export const tries = { most: 5, firstWait: 1000 } as const;

/** A server may ask to wait so many milliseconds; whoever asks for more is left alone until the next command. */
export const longestWait = 120_000;

/** An answer may lead on so often. */
export const mostRedirects = 5;

/** Milliseconds for which pages that were fetched are used again: a walk that was interrupted goes on, an old one is not. */
export const keptFor = 24 * 60 * 60 * 1000;

/** Answers that say nothing of the request, only of the moment. */
export const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

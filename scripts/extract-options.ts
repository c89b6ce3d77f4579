import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';

/** How the commands extract: in as many threads as there are processors, remembering what they found. */
export const usualExtraction = {
	workers: availableParallelism(),
	/** A thread takes a second to start; that long, this one reads so many. */
	perWorker: 700,
	/** Measurements start from an empty folder of their own (`THROUGHLINE_CACHE`). */
	cache: process.env['THROUGHLINE_CACHE'] ?? join(homedir(), '.cache', 'throughline', 'extracted'),
	tell: (sentence: string) => {
		console.error(sentence);
	}
};

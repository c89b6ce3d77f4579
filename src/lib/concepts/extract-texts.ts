import { Piscina } from 'piscina';
import { extractTexts, type Text, type TextExtraction } from './extract-text.ts';
import { openExtractionCache } from './extraction-cache.ts';

export interface ExtractTextsOptions {
	/** Threads to use besides this one; 0 (as it is without the option) extracts in this thread. */
	workers?: number;
	/** Texts that make another thread worth its start; 1 without it. */
	perWorker?: number;
	/** The folder of the cache; without it nothing is remembered. */
	cache?: string | null;
	onProgress?: (done: number, total: number) => void;
}

/** Texts that are given to a thread at once: enough that handing over costs nothing, few enough to show progress. */
const batchSize = 32;

type Extract = (batch: Text[]) => Promise<TextExtraction[]>;

/** Runs `use` with a way to extract a batch: in worker threads, or in this one. */
async function withWorkers(workers: number, use: (extract: Extract, atOnce: number) => Promise<void>) {
	if (workers === 0) {
		await use(async (batch) => {
			// Lets progress be drawn and signals arrive.
			await new Promise((resolve) => setImmediate(resolve));
			return extractTexts(batch);
		}, 1);
		return;
	}
	const pool = new Piscina({
		filename: new URL('extract-text.ts', import.meta.url).href,
		name: 'extractTexts',
		execArgv: ['--import', 'tsx'],
		minThreads: workers,
		maxThreads: workers
	});
	try {
		await use((batch) => pool.run(batch) as Promise<TextExtraction[]>, 2 * workers);
	} finally {
		await pool.destroy();
	}
}

/** What every text says, in the order of the texts whatever the number of workers. What the cache knows is not read again. */
export async function extractAll(texts: Text[], options: ExtractTextsOptions): Promise<TextExtraction[]> {
	const cache = options.cache ? await openExtractionCache(options.cache) : null;
	const found = (await cache?.known(texts)) ?? new Map<number, TextExtraction>();
	const missing = texts.flatMap((text, index) => (found.has(index) ? [] : [{ text, index }]));
	const batches: (typeof missing)[] = [];
	for (let at = 0; at < missing.length; at += batchSize) batches.push(missing.slice(at, at + batchSize));
	options.onProgress?.(found.size, texts.length);
	const worthwhile = Math.floor(missing.length / (options.perWorker ?? 1));
	const workers = Math.min(options.workers ?? 0, batches.length, worthwhile);
	if (batches.length > 0)
		await withWorkers(workers, async (extract, atOnce) => {
			const queue = batches.values();
			const work = async () => {
				for (const batch of queue) {
					const read = batch.map(({ text }) => text);
					const extractions = await extract(read);
					await cache?.keep(read, extractions);
					for (const [at, { index }] of batch.entries()) {
						const extraction = extractions[at];
						if (extraction) found.set(index, extraction);
					}
					options.onProgress?.(found.size, texts.length);
				}
			};
			await Promise.all(Array.from({ length: atOnce }, work));
		});
	return texts.map((_, index) => found.get(index) ?? { length: 0, pairs: [], introduced: [], forms: [] });
}

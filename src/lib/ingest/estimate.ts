import { shownAtMost, type Estimate } from '#lib/domain/ingest-job.ts';
import { pastPaces, type PastPace } from '#lib/server/publishing/past-paces.ts';
import { readPapersOfGraph } from '#lib/server/publishing/stored-papers.ts';
import { mergeDuplicates } from '#lib/sources/merge-duplicates.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { pace } from './constants/pace.ts';
import type { IngestEffects, IngestInput } from './ingest.ts';

/** Seconds that an ingest takes by the constants, which are of the machine that they were measured on. */
function usualSeconds(all: number, fresh: number): number {
	return pace.start + pace.perPaper * all + pace.perNewPaper * fresh;
}

/**
 * About how many seconds an ingest takes after which the graph holds `all` papers, `fresh` of them new: as long as the
 * past ones took here, beside what the constants say of them. Of several the median counts, so that one that had to wait
 * or found everything in its cache does not.
 */
export function secondsFor(all: number, fresh: number, past: readonly PastPace[] = []): number {
	const ratios = past
		.map(({ seconds, papers, newPapers }) => seconds / usualSeconds(papers, newPapers))
		.sort((a, b) => a - b);
	const middle = (ratios.length - 1) / 2;
	const median = ((ratios[Math.floor(middle)] ?? 1) + (ratios[Math.ceil(middle)] ?? 1)) / 2;
	return Math.ceil(median * usualSeconds(all, fresh));
}

/**
 * What an ingest of that input would bring, without looking for concepts and without writing anything: how many papers,
 * which of them are known, which records would be rejected and why. Throws SourceError as reading does.
 */
export async function estimateIngest(
	{ files, reading, fresh = false }: IngestInput,
	{ withStore, onStep }: Pick<IngestEffects, 'withStore' | 'onStep'>
): Promise<Estimate> {
	onStep('reading');
	const read = await readPapers(files, reading);
	const { stored, past } = await withStore(async (store) => ({
		stored: fresh ? [] : await readPapersOfGraph(store),
		past: await pastPaces(store)
	}));
	const merged = mergeDuplicates(read.papers, stored);
	const newPapers = merged.papers.length - stored.length;
	const { duplicates } = read;
	return {
		papers: read.papers.length,
		newPapers: Math.max(newPapers, 0),
		held: stored.length,
		seconds: secondsFor(merged.papers.length, Math.max(newPapers, 0), past),
		measuredBy: past.length,
		withoutAbstract: read.withoutAbstract,
		duplicates: duplicates.slice(0, shownAtMost),
		duplicateCount: duplicates.length,
		rejected: read.rejected.slice(0, shownAtMost),
		rejectedCount: read.rejectedCount,
		omittedCount: read.omittedCount,
		notes: read.notes.slice(0, shownAtMost)
	};
}

import { shownAtMost, type Estimate } from '#lib/domain/ingest-job.ts';
import { readPapersOfGraph } from '#lib/server/publishing/stored-papers.ts';
import { mergeDuplicates } from '#lib/sources/merge-duplicates.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { pace } from './constants/pace.ts';
import type { IngestEffects, IngestInput } from './ingest.ts';

/** About how many seconds an ingest takes after which the graph holds `all` papers, `fresh` of them new. */
export function secondsFor(all: number, fresh: number): number {
	return Math.ceil(pace.start + pace.perPaper * all + pace.perNewPaper * fresh);
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
	const stored = fresh ? [] : await withStore(readPapersOfGraph);
	const merged = mergeDuplicates(read.papers, stored);
	const newPapers = merged.papers.length - stored.length;
	const { duplicates } = read;
	return {
		papers: read.papers.length,
		newPapers: Math.max(newPapers, 0),
		held: stored.length,
		seconds: secondsFor(merged.papers.length, Math.max(newPapers, 0)),
		withoutAbstract: read.withoutAbstract,
		duplicates: duplicates.slice(0, shownAtMost),
		duplicateCount: duplicates.length,
		rejected: read.rejected.slice(0, shownAtMost),
		rejectedCount: read.rejectedCount,
		omittedCount: read.omittedCount,
		notes: read.notes.slice(0, shownAtMost)
	};
}

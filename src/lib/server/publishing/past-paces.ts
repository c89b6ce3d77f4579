import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

/** How long an ingest took, and what it had to do. */
const paceRow = z.object({
	seconds: z.number().positive(),
	/** Papers of the graph after it, and those of them that were new. */
	papers: z.int(),
	newPapers: z.int()
});
export type PastPace = z.infer<typeof paceRow>;

/** Ingests that a pace is measured by: the machine may be another one than a year ago. */
const mostPaces = 5;

/** How long the last ingests took, newest first. Those of earlier versions, which did not keep it, are left out. */
export async function pastPaces(store: Store): Promise<PastPace[]> {
	const text = `MATCH (i:Ingest {status: 'done'}) WHERE i.seconds > 0 AND i.newPapersTotal IS NOT NULL
RETURN i.seconds AS seconds, i.papers AS papers, i.newPapersTotal AS newPapers ORDER BY i.id DESC LIMIT ${mostPaces}`;
	return store.read({ text, row: paceRow });
}

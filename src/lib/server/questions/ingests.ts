import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

const ingestSchema = z.object({
	id: z.string(),
	status: z.string(),
	finishedAt: z.string().nullable(),
	papers: z.int().nullable(),
	rejected: z.int().nullable(),
	sources: z.array(z.string()).nullable(),
	version: z.string().nullable(),
	/** Null for what an earlier version ingested. */
	newPapersTotal: z.int().nullable(),
	newConceptsTotal: z.int().nullable(),
	mergedTotal: z.int().nullable(),
	goneTotal: z.int().nullable()
});
export type IngestSummary = z.infer<typeof ingestSchema>;

const question = {
	text: `MATCH (i:Ingest) WHERE i.status IS NOT NULL WITH i ORDER BY i.id DESC LIMIT 20
RETURN i {.id, .status, .finishedAt, .papers, .rejected, .sources, .version,
	.newPapersTotal, .newConceptsTotal, .mergedTotal, .goneTotal} AS ingest`,
	row: z.object({ ingest: ingestSchema })
};

/** The last twenty ingests, newest first. */
export async function ingests(store: Store): Promise<IngestSummary[]> {
	return (await store.read(question)).map(({ ingest }) => ingest);
}

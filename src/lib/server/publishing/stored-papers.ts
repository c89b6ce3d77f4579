import { z } from 'zod';
import { cutAtWord, paperLimits } from '#lib/domain/limits.ts';
import { paperSchema, webAddressSchema, type Paper } from '#lib/domain/paper.ts';
import type { Store } from '#lib/server/store.ts';

/** Neo4j holds no null: a property that is absent is one that no source told. */
const unknown = { date: null, url: null, organization: null, authorCount: null, comments: null };
/** What an earlier version stored may lie beyond today's limits: it is read within them, not refused. */
const lenientSchema = paperSchema.extend({
	abstract: z.string().transform((text) => cutAtWord(text, paperLimits.abstract.most)),
	url: webAddressSchema.nullable().catch(null)
});
const storedPaperSchema = z
	.record(z.string(), z.unknown())
	.transform((properties): Paper => lenientSchema.parse({ ...unknown, ...properties }));

/** Every stored paper as its source told it, sorted by id: what a later ingest adds to. */
export async function readPapersOfGraph(store: Store): Promise<Paper[]> {
	const rows = await store.read(
		{
			text: 'MATCH (p:Paper) RETURN properties(p) AS paper ORDER BY p.id',
			row: z.object({ paper: storedPaperSchema })
		},
		{},
		{ seconds: 300 }
	);
	return rows.map(({ paper }) => paper);
}

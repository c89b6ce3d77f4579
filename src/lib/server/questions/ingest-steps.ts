import { z } from 'zod';
import { ParameterError } from '#lib/domain/errors.ts';
import { holdingsSchema, nothingHeld, type Holdings } from '#lib/domain/history/holdings.ts';
import type { IngestPoint } from '#lib/domain/history/ingest-changes.ts';
import type { NewsStep } from '#lib/domain/history/net-news.ts';
import { nodeRefSchema } from '#lib/domain/ids.ts';
import type { Store } from '#lib/server/store.ts';

/** Ingests that are looked through for one answer: each may tell 5,000 ids of a kind. */
const mostSteps = 500;

const ids = z
	.array(z.string())
	.nullable()
	.transform((list) => list ?? []);
const refs = z
	.array(nodeRefSchema)
	.nullable()
	.transform((list) => list ?? []);
const total = z
	.int()
	.nullable()
	.transform((count) => count ?? 0);
const stepRow = z.object({
	step: z.object({
		...{ papers: ids, concepts: ids, topics: ids, mergedFrom: refs, mergedInto: refs, gone: refs },
		...{ papersTotal: total, conceptsTotal: total, mergedTotal: total, goneTotal: total }
	})
});

/** One that was interrupted told what it was about to bring: some of that was there when the next one looked. */
const stepsQuestion = {
	text: `MATCH (i:Ingest) WHERE i.status IN ['done', 'interrupted'] AND i.id > $from AND i.id <= $to
WITH i ORDER BY i.id LIMIT ${mostSteps + 1}
RETURN {papers: i.newPapers, concepts: i.newConcepts, topics: i.newTopics, mergedFrom: i.mergedFrom,
	mergedInto: i.mergedInto, gone: i.gone, papersTotal: i.newPapersTotal, conceptsTotal: i.newConceptsTotal,
	mergedTotal: i.mergedTotal, goneTotal: i.goneTotal} AS step`,
	row: stepRow
};

function stepOf({ step }: z.infer<typeof stepRow>): NewsStep {
	const { papers, concepts, topics, mergedFrom, mergedInto, gone } = step;
	const merged = mergedFrom.flatMap((former, at) => {
		const now = mergedInto[at];
		return now === undefined ? [] : [{ former, now }];
	});
	return {
		news: { papers, concepts, topics, merged, gone },
		totals: {
			...{ papers: step.papersTotal, concepts: step.conceptsTotal, topics: topics.length },
			...{ merged: step.mergedTotal, gone: step.goneTotal }
		}
	};
}

/** What the ingests after one and up to another brought, in the order in which they ran. Throws ParameterError. */
export async function stepsBetween(
	store: Store,
	from: IngestPoint | null,
	to: IngestPoint
): Promise<NewsStep[]> {
	const rows = await store.read(stepsQuestion, { from: from?.id ?? '', to: to.id });
	if (rows.length > mostSteps)
		throw new ParameterError(
			`More than ${mostSteps} ingests lie between these two.`,
			'Choose two that are nearer to each other.'
		);
	return rows.map(stepOf);
}

const holdingsRow = z.object({ holdings: z.string().nullable() });

/** What an ingest left; null where it is of a version that did not keep it. */
export async function holdingsAt(store: Store, point: IngestPoint | null): Promise<Holdings | null> {
	if (point === null) return nothingHeld;
	const text = 'MATCH (i:Ingest {id: $id}) RETURN i.holdings AS holdings';
	const [row] = await store.read({ text, row: holdingsRow }, { id: point.id });
	return row?.holdings == null ? null : holdingsSchema.parse(JSON.parse(row.holdings));
}

import { z } from 'zod';
import {
	ingestsAtOnce,
	ingestSummarySchema,
	type IngestSummary
} from '#lib/domain/history/ingest-changes.ts';
import { sourceFactsSchema } from '#lib/domain/history/source-facts.ts';
import type { Store } from '#lib/server/store.ts';
import type { Page } from './lists.ts';

const sourceText = z.string().transform((text) => sourceFactsSchema.parse(JSON.parse(text)));

const question = {
	text: `MATCH (i:Ingest) WHERE i.status IS NOT NULL WITH i ORDER BY i.id DESC
SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN i {.id, .status, .finishedAt, .papers, .rejected, .sources, .version,
	readSources: coalesce(i.readSources, []),
	.newPapersTotal, .newConceptsTotal, .mergedTotal, .goneTotal} AS ingest`,
	row: z.object({ ingest: ingestSummarySchema.extend({ readSources: z.array(sourceText) }) })
};

const counting = {
	text: 'MATCH (i:Ingest) WHERE i.status IS NOT NULL RETURN count(i) AS total',
	row: z.object({ total: z.int() })
};

/** A page of the ingests, newest first, twenty a page. */
export async function ingests(store: Store, page = 1): Promise<Page<IngestSummary>> {
	const [rows, [counted]] = await Promise.all([
		store.read(question, { skip: (page - 1) * ingestsAtOnce, limit: ingestsAtOnce }),
		store.read(counting)
	]);
	const total = counted?.total ?? 0;
	return {
		items: rows.map(({ ingest }) => ingest),
		...{ total, page, pages: Math.max(1, Math.ceil(total / ingestsAtOnce)) }
	};
}

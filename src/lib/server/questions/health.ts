import { z } from 'zod';
import type { Health } from '#lib/domain/answers.ts';
import { modelNumber } from '#lib/domain/graph-model.ts';
import type { Store } from '#lib/server/store.ts';

/**
 * ```cypher
 * OPTIONAL MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
 * RETURN i.id AS generation, COUNT { (:Paper) } AS papers, COUNT { (:Concept) } AS concepts,
 *   EXISTS { (:Ingest {status: 'publishing'}) } AS publishing
 * ```
 */
const question = {
	text: `OPTIONAL MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
RETURN i.id AS generation, COUNT { (:Paper) } AS papers, COUNT { (:Concept) } AS concepts,
  EXISTS { (:Ingest {status: 'publishing'}) } AS publishing`,
	row: z.object({
		generation: z.string().nullable(),
		papers: z.int(),
		concepts: z.int(),
		publishing: z.boolean()
	})
};

/** Whether the store can be read, and what it holds. Throws StoreUnavailableError when it is away. */
export async function health(store: Store, version: string): Promise<Health> {
	const { server } = await store.verify();
	const [row] = await store.read(question);
	const { publishing, ...counts } = row ?? { publishing: false, generation: null, papers: 0, concepts: 0 };
	const status = publishing ? 'publishing' : counts.papers === 0 ? 'empty' : 'ready';
	return { status, ...counts, server, version };
}

const publishing = {
	text: "RETURN EXISTS { (:Ingest {status: 'publishing'}) } AS publishing",
	row: z.object({ publishing: z.boolean() })
};

/** True while an ingest publishes in batches, and after one was interrupted in the middle of them. */
export async function isPublishing(store: Store): Promise<boolean> {
	return (await store.read(publishing))[0]?.publishing ?? false;
}

const earlier = {
	text: `MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
RETURN coalesce(i.model, 1) < $model AS isEarlier`,
	row: z.object({ isEarlier: z.boolean() })
};

/** Whether the graph was published by a version of Throughline whose graphs lack what is asked of them today. */
export async function isOfEarlierModel(store: Store): Promise<boolean> {
	return (await store.read(earlier, { model: modelNumber }))[0]?.isEarlier ?? false;
}

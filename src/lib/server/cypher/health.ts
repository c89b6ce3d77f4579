import { z } from 'zod';
import type { Health } from '#lib/domain/answers.ts';
import type { Store } from '#lib/server/store.ts';

/**
 * ```cypher
 * OPTIONAL MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
 * RETURN i.id AS generation, COUNT { (:Paper) } AS papers, COUNT { (:Concept) } AS concepts
 * ```
 */
const question = {
	text: `OPTIONAL MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 1
RETURN i.id AS generation, COUNT { (:Paper) } AS papers, COUNT { (:Concept) } AS concepts`,
	row: z.object({ generation: z.string().nullable(), papers: z.int(), concepts: z.int() })
};

/** Whether the store can be read, and what it holds. Throws StoreUnavailableError when it is away. */
export async function health(store: Store, version: string): Promise<Health> {
	const { server } = await store.verify();
	const [row] = await store.read(question);
	const counts = row ?? { generation: null, papers: 0, concepts: 0 };
	return { status: counts.papers === 0 ? 'empty' : 'ready', ...counts, server, version };
}

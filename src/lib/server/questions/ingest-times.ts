import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

const ingestRow = z.object({ id: z.string(), finishedAt: z.string().nullable() });

/** The generation that readers see now, and when its ingest ended, as ISO text in UTC; empty and null while there is none. */
export async function ingestTimes(store: Store): Promise<{ generation: string; finishedAt: string | null }> {
	const text = `MATCH (i:Ingest {status: 'done'}) RETURN i.id AS id, i.finishedAt AS finishedAt ORDER BY id DESC LIMIT 1`;
	const [row] = await store.read({ text, row: ingestRow });
	return { generation: row?.id ?? '', finishedAt: row?.finishedAt ?? null };
}

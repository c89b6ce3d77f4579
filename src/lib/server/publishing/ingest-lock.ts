import { PublishConflictError } from '#lib/domain/errors.ts';
import { checkRoom } from './disk-room.ts';
import { ensureSchema } from './schema.ts';
import type { Store } from '#lib/server/store.ts';

/**
 * Takes the one place that a publisher can hold, for the length of `work`: a lock on a node, held by an open
 * transaction, after the schema is there: constraints cannot be made under it. When this process dies its connection does too, and the server frees the lock; nothing is left
 * behind. Throws PublishConflictError when someone else holds it, DiskFullError where
 * nothing can be written.
 */
export async function withIngestLock<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
	await checkRoom(store);
	await ensureSchema(store);
	await store.write((transaction) => transaction.run("MERGE (:IngestLock {id: 'ingest'})"));
	const held = await store.lock("MATCH (l:IngestLock {id: 'ingest'}) SET l.id = 'ingest'", 2000);
	if (!held) {
		throw new PublishConflictError(
			'Another ingest is writing to this graph.',
			'Wait for its end, then try again.'
		);
	}
	try {
		return await work();
	} finally {
		await held.release();
	}
}

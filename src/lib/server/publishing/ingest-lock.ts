import { hostname } from 'node:os';
import { z } from 'zod';
import { PublishConflictError } from '#lib/domain/errors.ts';
import { checkRoom } from './disk-room.ts';
import { ensureSchema } from './schema.ts';
import type { Store } from '#lib/server/store.ts';

/** Who holds the place, written beside it: what the open transaction itself sets nobody else can read. */
const holder = {
	text: "MATCH (h:IngestLock {id: 'holder'}) RETURN h.host AS host, h.pid AS pid, h.since AS since, h.doing AS doing",
	row: z.object({ host: z.string(), pid: z.int(), since: z.string(), doing: z.string() })
};

/** Characters of what an ingest reads that are told. */
const longestDoing = 200;

async function conflict(store: Store): Promise<PublishConflictError> {
	const [held] = await store.read(holder);
	const who = held
		? `: process ${held.pid} on ${held.host}, since ${held.since.slice(0, 19).replace('T', ' ')}, with ${held.doing}`
		: '';
	return new PublishConflictError(
		`Another ingest is writing to this graph${who}.`,
		'Wait for its end, then try again.'
	);
}

/**
 * Takes the one place that a publisher can hold, for the length of `work`: a lock on a node, held by an open
 * transaction, after the schema is there: constraints cannot be made under it. When this process dies its connection
 * does too, and the server frees the lock; nothing is left behind. `doing`: what is told to others who want it. Throws
 * PublishConflictError when someone else holds it, DiskFullError where nothing can be written.
 */
export async function withIngestLock<Result>(
	store: Store,
	work: () => Promise<Result>,
	doing = 'papers'
): Promise<Result> {
	await checkRoom(store);
	await ensureSchema(store);
	await store.write((transaction) => transaction.run("MERGE (:IngestLock {id: 'ingest'})"));
	const held = await store.lock("MATCH (l:IngestLock {id: 'ingest'}) SET l.id = 'ingest'", 2000);
	if (!held) throw await conflict(store);
	try {
		const own = {
			host: hostname(),
			pid: process.pid,
			since: new Date().toISOString(),
			doing: doing.slice(0, longestDoing)
		};
		await store.write((transaction) =>
			transaction.run("MERGE (h:IngestLock {id: 'holder'}) SET h += $own", { own })
		);
		return await work();
	} finally {
		await held.release();
	}
}

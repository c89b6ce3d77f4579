import { statfs } from 'node:fs/promises';
import { DiskFullError } from '#lib/domain/errors.ts';
import type { Store } from '#lib/server/store.ts';

/** How many bytes on the disk a letter of what is written takes, in the store, its indexes and its log. */
const bytesOfLetter = 3;

/** What must stay free whatever is written: checkpoints, indexes being merged, the logs of the server. */
const reserve = 32 * 2 ** 20;

/** What tidying up after a failure takes. */
export const tidyingReserve = 8 * 2 ** 20;

/**
 * A full disk breaks Neo4j in the worst place: a transaction that is in the log and cannot be applied stops the whole
 * database, readers too. So there must be room for what is written, `length` letters as JSON, before and while it is
 * written. Throws DiskFullError. Only the disk of a local store can be seen from here.
 */
export async function checkRoom({ url }: Store, length = 0, kept = reserve): Promise<void> {
	if (!url.startsWith('local:')) return;
	const folder = url.slice('local:'.length);
	const needed = kept + length * bytesOfLetter;
	const { bavail, bsize } = await statfs(folder);
	const free = bavail * bsize;
	if (free >= needed) return;
	const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
	throw new DiskFullError(
		`There is too little room on the disk of ${folder}: ${megabytes(free)} MB are free, and this may take ${megabytes(needed)} MB.`,
		'Free some space and ingest again.'
	);
}

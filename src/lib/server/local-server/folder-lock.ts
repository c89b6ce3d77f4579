import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { LocalServerError } from '#lib/domain/errors.ts';
import { pathsIn, writing } from './local-folder.ts';
import { identitySchema, isAlive, ownIdentity } from './process-identity.ts';

const lockSchema = identitySchema.extend({ nonce: z.uuid() });
type Lock = z.infer<typeof lockSchema>;

/** Milliseconds after which a lock that does not say whose it is counts as left by a full disk. */
const illegibleFor = 10_000;
/** Milliseconds between two tries. */
const pause = 100;
/** Seconds until whoever waits is told so, and until it gives up: fetching Neo4j over a slow line takes minutes. */
const [silent, patience] = [2, 900];

async function readLock(file: string): Promise<Lock | null> {
	try {
		return lockSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch {
		return null;
	}
}

let tried = 0;

/** Makes the lock with its text in it, in one step; false when there is one. */
async function create(file: string, text: string): Promise<boolean> {
	const unnamed = `${file}-${ownIdentity.pid}-${(tried += 1)}`;
	try {
		await writeFile(unnamed, text);
		try {
			await link(unnamed, file);
		} catch (cause) {
			// Some file systems know no links: there the text comes a moment after the lock.
			if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes((cause as NodeJS.ErrnoException).code ?? ''))
				throw cause;
			await writeFile(file, text, { flag: 'wx' });
		}
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw cause;
	} finally {
		await rm(unnamed, { force: true });
	}
}

async function isIllegible(file: string): Promise<boolean> {
	const made = await stat(file).catch(() => null);
	return (
		made !== null && Math.abs(Date.now() - made.mtimeMs) > illegibleFor && (await readLock(file)) === null
	);
}

/**
 * One try. The lock of a dead process is removed by the one that holds the right to remove that very lock, which is
 * a lock of the same kind: else of two that find it dead, the slower would remove the lock of the faster.
 */
async function take(file: string): Promise<boolean> {
	if (await create(file, JSON.stringify({ ...ownIdentity, nonce: randomUUID() }))) return true;
	const held = await readLock(file);
	if (held ? isAlive(held) : !(await isIllegible(file))) return false;
	const right = `${file}-${held?.nonce ?? 'illegible'}`;
	if (!(await take(right))) return false;
	if ((await readLock(file))?.nonce === held?.nonce) await rm(file, { force: true });
	await rm(right, { force: true });
	return false;
}

/** The number of the living process that starts, joins or stops the server of this folder right now, or null. */
export async function lockHolder(folder: string): Promise<number | null> {
	const held = await readLock(pathsIn(folder).lock);
	return held && isAlive(held) ? held.pid : null;
}

/**
 * Runs `work` while no other process starts, joins or stops the server of this folder. A process that died while it
 * held the lock holds it no longer, also where another bears its number by now. Throws what `signal` is aborted with
 * while it waits, and LocalServerError after a quarter of an hour.
 */
export async function alone<Result>(
	folder: string,
	{ log, signal }: { log: (line: string) => void; signal?: AbortSignal | undefined },
	work: () => Promise<Result>
): Promise<Result> {
	const { home, lock } = pathsIn(folder);
	await writing(folder, () => mkdir(home, { recursive: true, mode: 0o700 }));
	for (let tries = 1; !(await writing(folder, () => take(lock))); tries++) {
		signal?.throwIfAborted();
		if (tries === (silent * 1000) / pause)
			log(`Waiting for another command that is starting or stopping the Neo4j in ${folder}.`);
		if (tries > (patience * 1000) / pause)
			throw new LocalServerError(
				`Process ${(await lockHolder(folder)) ?? 'unknown'} has been starting or stopping the Neo4j in ${folder} for a quarter of an hour.`,
				'End that process, then try again.'
			);
		await new Promise((wake) => setTimeout(wake, pause));
	}
	try {
		return await work();
	} finally {
		await rm(lock, { force: true });
	}
}

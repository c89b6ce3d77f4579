import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LocalServerError } from '#lib/domain/errors.ts';
import { isSameLine } from './neo4j-artifacts.ts';

/** What a running local server leaves in its folder, readable by the owner only. */
const recordSchema = z.object({
	pid: z.int(),
	port: z.int(),
	username: z.string(),
	password: z.string(),
	version: z.string()
});
export type ServerRecord = z.infer<typeof recordSchema>;

export function pathsIn(folder: string) {
	const home = join(resolve(folder), 'neo4j');
	return {
		home,
		config: join(home, 'conf'),
		log: join(home, 'server.log'),
		record: join(home, 'running.json'),
		password: join(home, 'password'),
		version: join(home, 'version'),
		/** Who starts, joins or stops the server right now. */
		lock: join(home, 'lock'),
		/** A file for everyone who uses the server. */
		users: join(home, 'users')
	};
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		// It is there, and another user's.
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}

async function readIfThere(file: string): Promise<string | null> {
	return readFile(file, 'utf8').catch(() => null);
}

/** Null where there is none, and for one that was cut short by a full disk. */
export async function readRecord(folder: string): Promise<ServerRecord | null> {
	try {
		return recordSchema.parse(JSON.parse((await readIfThere(pathsIn(folder).record)) ?? ''));
	} catch {
		return null;
	}
}

export async function writeRecord(folder: string, record: ServerRecord): Promise<void> {
	await writeFile(pathsIn(folder).record, JSON.stringify(record), { mode: 0o600 });
}

/** For a server that runs no longer: its record goes, and so do those who used it. */
export async function forgetServer(folder: string): Promise<void> {
	const { record, users } = pathsIn(folder);
	await rm(record, { force: true });
	await rm(users, { recursive: true, force: true });
}

async function writing<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new LocalServerError(
			`The data folder ${folder} cannot be written (${reason}).`,
			'Free some space, or name another folder with GRAPH_URL=local:./other.',
			{ cause }
		);
	}
}

/** The folder's password, made and kept before the server first starts: a start cut short loses nothing. */
export async function claimPassword(folder: string): Promise<string> {
	const { password: file } = pathsIn(folder);
	const known = (await readIfThere(file))?.trim();
	if (known) return known;
	const password = randomBytes(18).toString('base64url');
	await writing(folder, () => writeFile(file, password, { mode: 0o600 }));
	return password;
}

/** The version of the Neo4j that wrote the folder, or null for a new one. */
export async function writtenBy(folder: string): Promise<string | null> {
	return (await readIfThere(pathsIn(folder).version))?.trim() ?? null;
}

/** Refuses a folder that another line of Neo4j wrote: its store would be migrated, and could not go back. */
export async function claimVersion(folder: string, version: string): Promise<void> {
	const written = await writtenBy(folder);
	if (written && !isSameLine(written, version)) {
		throw new LocalServerError(
			`${folder} was written by Neo4j ${written}, and the Java here runs Neo4j ${version}.`,
			'Use the Java it was made with (JAVA_HOME), or another folder with GRAPH_URL=local:./other.'
		);
	}
	await writing(folder, () => writeFile(pathsIn(folder).version, version));
}

/** A lock without the number of its holder is one that is just being taken, or whose holder died in that moment. */
async function isAbandoned(lock: string): Promise<boolean> {
	const holder = await readIfThere(lock);
	if (holder) return !isAlive(Number(holder));
	const taken = await stat(lock).catch(() => null);
	return taken !== null && Date.now() - taken.mtimeMs > 10_000;
}

async function takeLock(lock: string): Promise<boolean> {
	try {
		await writeFile(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
	}
	if (await isAbandoned(lock)) {
		// Of several that find it abandoned, one can rename it.
		const aside = `${lock}-${process.pid}`;
		await rename(lock, aside).catch(() => undefined);
		await rm(aside, { force: true });
	}
	return false;
}

/**
 * Runs `work` while no other process starts, joins or stops the server of this folder. A process that died while it
 * held the lock holds it no longer.
 */
export async function alone<Result>(
	folder: string,
	log: (line: string) => void,
	work: () => Promise<Result>
): Promise<Result> {
	const { home, lock } = pathsIn(folder);
	await writing(folder, () => mkdir(home, { recursive: true, mode: 0o700 }));
	for (let tries = 0; !(await writing(folder, () => takeLock(lock))); tries++) {
		if (tries === 20) log(`Waiting for another command that is starting or stopping the Neo4j in ${folder}.`);
		await new Promise((wake) => setTimeout(wake, 100));
	}
	try {
		return await work();
	} finally {
		await rm(lock, { force: true });
	}
}

let opened = 0;

/** Adds this process to those that use the server. The answer takes it away again. */
export async function enter(folder: string): Promise<() => Promise<void>> {
	const { users } = pathsIn(folder);
	const file = join(users, `${process.pid}-${(opened += 1)}`);
	await writing(folder, async () => {
		await mkdir(users, { recursive: true });
		await writeFile(file, '');
	});
	return () => rm(file, { force: true });
}

/** True while a process uses the server that lives. */
export async function isUsed(folder: string): Promise<boolean> {
	const users = await readdir(pathsIn(folder).users).catch(() => []);
	return users.some((user) => isAlive(Number(user.split('-')[0])));
}

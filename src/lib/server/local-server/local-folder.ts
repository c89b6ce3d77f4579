import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LocalServerError } from '#lib/domain/errors.ts';
import { isSameLine } from './neo4j-artifacts.ts';
import { identitySchema } from './process-identity.ts';

/**
 * What a local server leaves in its folder, readable by the owner only, from the moment its process is there.
 * `starting`: nobody has signed in to it yet; `again`: it stands for one that died or was killed under its users.
 */
const recordSchema = identitySchema.extend({
	port: z.int(),
	state: z.enum(['starting', 'running']),
	again: z.boolean(),
	username: z.string(),
	password: z.string(),
	version: z.string()
});
export type ServerRecord = z.infer<typeof recordSchema>;

/** The folder itself where a link leads to it: a server is known by the folder on its command line. */
function realFolder(folder: string): string {
	try {
		return realpathSync(folder);
	} catch {
		return resolve(folder);
	}
}

export function pathsIn(folder: string) {
	const home = join(realFolder(folder), 'neo4j');
	return {
		home,
		config: join(home, 'conf'),
		/** What Java prints. */
		log: join(home, 'server.log'),
		/** What Java writes down when it dies of itself. */
		crash: join(home, 'logs', 'java-died-%p.log'),
		/** What Neo4j writes down. */
		debugLog: join(home, 'logs', 'debug.log'),
		record: join(home, 'running.json'),
		password: join(home, 'password'),
		version: join(home, 'version'),
		/** Who starts, joins or stops the server right now. */
		lock: join(home, 'lock'),
		/** A file for everyone who uses the server. */
		users: join(home, 'users')
	};
}

async function readIfThere(file: string): Promise<string | null> {
	return readFile(file, 'utf8').catch(() => null);
}

/** Null where there is none, and for one that was cut short by a full disk. */
export function readRecord(folder: string): ServerRecord | null {
	try {
		return recordSchema.parse(JSON.parse(readFileSync(pathsIn(folder).record, 'utf8')));
	} catch {
		return null;
	}
}

/** Whoever reads meanwhile sees the old record or the new one. */
export async function writeRecord(folder: string, record: ServerRecord): Promise<void> {
	const { record: file } = pathsIn(folder);
	await writing(folder, async () => {
		await writeFile(`${file}.new`, JSON.stringify(record), { mode: 0o600 });
		await rename(`${file}.new`, file);
	});
}

/** For a server that runs no longer. */
export async function forgetServer(folder: string): Promise<void> {
	await rm(pathsIn(folder).record, { force: true });
}

/** What helps, by what the system says. */
const remedies = new Map([
	['ENOSPC', 'Free some space'],
	['EDQUOT', 'Free some space'],
	['EROFS', 'Make the disk that it is on writable'],
	['EISDIR', 'Take away the folder that lies where a file belongs']
]);

/** Runs work that writes into the folder. Throws LocalServerError with what the system says. */
export async function writing<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		const code = (cause as NodeJS.ErrnoException | null)?.code ?? '';
		const remedy = remedies.get(code) ?? 'Make it a folder that you may write';
		throw new LocalServerError(
			`The data folder ${folder} cannot be written (${reason}).`,
			`${remedy}, or name another folder with GRAPH_URL=local:./other.`,
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
	await writing(folder, async () => {
		await writeFile(`${file}.new`, password, { mode: 0o600 });
		await rename(`${file}.new`, file);
	});
	return password;
}

/** The version of the Neo4j that wrote the folder, or null for a new one. */
export async function writtenBy(folder: string): Promise<string | null> {
	return (await readIfThere(pathsIn(folder).version))?.trim() || null;
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
	if (written === version) return;
	const { version: file } = pathsIn(folder);
	await writing(folder, async () => {
		await writeFile(`${file}.new`, version);
		await rename(`${file}.new`, file);
	});
}

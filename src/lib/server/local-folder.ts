import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LocalServerError } from '#lib/domain/errors.ts';
import type { Neo4jLine } from './neo4j-artifacts.ts';

/** What a running local server leaves in its folder, readable by the owner only. */
const stateSchema = z.object({
	pid: z.int(),
	port: z.int(),
	username: z.string(),
	password: z.string(),
	version: z.string()
});
export type ServerRecord = z.infer<typeof stateSchema>;

/** The places in a data folder. */
export function pathsIn(folder: string) {
	const home = join(resolve(folder), 'neo4j');
	return {
		home,
		config: join(home, 'conf'),
		log: join(home, 'server.log'),
		state: join(home, 'running.json'),
		password: join(home, 'password'),
		version: join(home, 'version')
	};
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

async function readIfThere(file: string): Promise<string | null> {
	return readFile(file, 'utf8').catch(() => null);
}

async function listens(port: number): Promise<boolean> {
	return new Promise((done) => {
		const socket = connect(port, '127.0.0.1');
		const answer = (isThere: boolean) => {
			socket.destroy();
			done(isThere);
		};
		socket.once('connect', () => {
			answer(true);
		});
		socket.once('error', () => {
			answer(false);
		});
	});
}

/**
 * The recorded state of a server that runs in this folder, or null. A record outlives a server that was killed, and
 * its process number may since be another's: the port tells.
 */
export async function runningServer(folder: string): Promise<ServerRecord | null> {
	const text = await readIfThere(pathsIn(folder).state);
	const state = stateSchema.safeParse(parseJson(text ?? ''));
	return state.success && isAlive(state.data.pid) && (await listens(state.data.port)) ? state.data : null;
}

/** Null for what is no JSON: a record that was cut short by a full disk. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** The folder's password, made and kept before the server first starts: a start cut short loses nothing. */
export async function claimPassword(folder: string): Promise<string> {
	const at = pathsIn(folder);
	try {
		await mkdir(at.home, { recursive: true, mode: 0o700 });
		await rm(at.state, { force: true });
		const known = (await readIfThere(at.password))?.trim();
		if (known) return known;
		const password = randomBytes(18).toString('base64url');
		await writeFile(at.password, password, { mode: 0o600 });
		return password;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new LocalServerError(
			`The data folder ${folder} cannot be written (${reason}).`,
			'Free some space, or name another folder with GRAPH_URL=local:./other.',
			{ cause }
		);
	}
}

/** Refuses a folder that another line of Neo4j wrote: its store would be migrated, and could not go back. */
export async function claimFolder(folder: string, line: Neo4jLine): Promise<void> {
	const { version } = pathsIn(folder);
	const written = (await readIfThere(version))?.trim();
	if (written && written.split('.')[0] !== line.version.split('.')[0]) {
		throw new LocalServerError(
			`${folder} was written by Neo4j ${written}, and the Java here runs Neo4j ${line.version}.`,
			'Use the Java it was made with (JAVA_HOME), or another folder with GRAPH_URL=local:./other.'
		);
	}
	await writeFile(version, line.version);
}

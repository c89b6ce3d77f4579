import { LocalServerError } from '#lib/domain/errors.ts';
import { classArchive, forgetArchive } from './class-archive.ts';
import {
	claimPassword,
	claimVersion,
	pathsIn,
	readRecord,
	writeRecord,
	writtenBy,
	type ServerRecord
} from './local-folder.ts';
import { findJava, neo4jJars } from './neo4j-artifacts.ts';
import { isAlive } from './process-identity.ts';
import { freePort, isFree, killServer, launch, serversOf, stopServer } from './server-process.ts';
import { soonWarm } from './server-settings.ts';
import { BrokenDatabaseError, isReady } from './sign-in.ts';
import {
	failureIn,
	failureOf,
	isWithoutDatabase,
	markLogs,
	type Failure,
	type LogMark
} from './start-failure.ts';

/** Where a local server is started, and with what. */
export interface Start {
	folder: string;
	log: (line: string) => void;
	/** Which Java runs it; the one on the path by default. */
	javaHome?: string | undefined;
	/** Aborted when whoever starts it has to end: it is stopped again then. */
	signal?: AbortSignal | undefined;
	/** It is to write or read much, so that it takes the time to compile what is run most. */
	forMuch?: boolean;
}

/** Seconds for Bolt to answer: six on an idle machine, and a store that was killed recovers first. */
const patience = 120;
/** How often it is started when another program took the port between its choice and the start, or an orphan the store. */
const tries = 3;

/**
 * The one server that runs in this folder, by its record or, where whoever started it died before it could write one,
 * by its command line. Others that run there are killed: nobody knows how to reach them.
 */
export async function runningServer(folder: string): Promise<ServerRecord | null> {
	const record = readRecord(folder);
	const known = record && isAlive(record) ? record : null;
	const others = serversOf(folder).filter(({ pid }) => pid !== known?.pid);
	const [orphan] = others;
	if (!known && orphan && others.length === 1 && orphan.port > 0) {
		const again = record?.again ?? false;
		const signIn = { username: 'neo4j', password: await claimPassword(folder) };
		return { ...orphan, ...signIn, again, state: 'starting' };
	}
	await Promise.all(others.map(killServer));
	return known;
}

function notStarted(folder: string, { reason, advice }: Failure): LocalServerError {
	return new LocalServerError(`The local Neo4j in ${folder} did not start: ${reason}.`, advice);
}

/** Waits for a server that starts, and stops it where it does not come up. Answers why, or null when it is there. */
async function failureToStart(
	{ folder, signal }: Start,
	record: ServerRecord,
	mark: LogMark
): Promise<Failure | null> {
	const advice = 'Try again when the machine has less to do; the logs in its folder may say more.';
	try {
		const isHopeless = () => isWithoutDatabase(folder, mark);
		if (await isReady(folder, record, { seconds: patience, isNew: true, signal, isHopeless })) return null;
	} catch (error) {
		await stopServer(record);
		if (error instanceof BrokenDatabaseError)
			return failureOf(folder, mark) ?? failureIn([`Caused by: ${error.message}`]);
		throw error;
	}
	const reason = isAlive(record) ? `it did not answer within ${patience} seconds` : 'it ended without a word';
	await stopServer(record);
	return failureOf(folder, mark) ?? { kind: 'other', reason, advice };
}

/** Waits for a server that another process was starting when it died. False where it does not come up: it is stopped. */
export async function comesUp(start: Start, record: ServerRecord): Promise<boolean> {
	start.log(`The Neo4j in ${start.folder} was left while it started: waiting for it.`);
	await writeRecord(start.folder, record);
	if ((await failureToStart(start, record, markLogs(start.folder))) !== null) return false;
	await writeRecord(start.folder, { ...record, state: 'running' });
	return true;
}

/** Spawns one and says so in the record, before anything else happens: whoever comes next waits for it or adopts it. */
async function spawnServer(
	start: Start,
	port: number,
	again: boolean
): Promise<{ record: ServerRecord; archive: string | null }> {
	const { folder, log, javaHome, signal } = start;
	const found = await findJava({ javaHome, log, signal, written: await writtenBy(folder) });
	const { java, line } = found;
	await claimVersion(folder, line.version);
	const jars = await neo4jJars(line, { log, signal });
	const archive = await classArchive({ ...found, jars }, { log, signal });
	const options = [
		`-XX:ErrorFile=${pathsIn(folder).crash}`,
		...(start.forMuch ? [] : soonWarm),
		...(archive === null ? [] : [`-XX:SharedArchiveFile=${archive}`])
	];
	const password = await claimPassword(folder);
	const { version, mainClass } = line;
	signal?.throwIfAborted();
	const server = await launch(folder, { java, jars, mainClass, version, port, options });
	const record: ServerRecord = {
		...server,
		port,
		state: 'starting',
		again,
		username: 'neo4j',
		password,
		version
	};
	try {
		await writeRecord(folder, record);
		return { record, archive };
	} catch (error) {
		await killServer(server);
		throw error;
	}
}

/**
 * Starts a server in a folder where none runs. `before`: the one that it stands for, whose port it takes where that is
 * free, so that those who used it find it again. Throws LocalServerError with the reason when it does not come up.
 */
export async function startServer(start: Start, before: ServerRecord | null): Promise<ServerRecord> {
	const { folder } = start;
	let port = before && (await isFree(before.port)) ? before.port : await freePort();
	for (let tried = 1; ; tried += 1) {
		const mark = markLogs(folder);
		const { record, archive } = await spawnServer(start, port, before !== null);
		const failure = await failureToStart(start, record, mark);
		if (failure === null) {
			await writeRecord(folder, { ...record, state: 'running' });
			return record;
		}
		if (failure.kind === 'other' && archive !== null) {
			// Of a damaged one Java dies without a word.
			await forgetArchive(archive);
			continue;
		}
		const orphans = failure.kind === 'locked' ? serversOf(folder) : [];
		if (tried === tries || (failure.kind !== 'port' && orphans.length === 0))
			throw notStarted(folder, failure);
		await Promise.all(orphans.map(killServer));
		port = await freePort();
	}
}

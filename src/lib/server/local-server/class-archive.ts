import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { alone } from './folder-lock.ts';
import { claimPassword, pathsIn, type ServerRecord } from './local-folder.ts';
import type { Neo4jLine } from './neo4j-artifacts.ts';
import { freePort, killServer, launch, serversOf, stopServer } from './server-process.ts';
import { isReady } from './sign-in.ts';

/** What an archive of classes is for: it fits one build of Java and one set of jars only. */
export interface Archived {
	java: string;
	/** What `java -version` prints. */
	printed: string;
	/** The folder of the jars. */
	jars: string;
	line: Neo4jLine;
}

const run = promisify(execFile);

interface Effects {
	log: (line: string) => void;
	signal?: AbortSignal | undefined;
}

/** Where Java loads its classes from, without this archive twelve thousand of them from 200 jars. */
function archiveFile({ printed, jars }: Archived): string {
	return `${jars}-${createHash('sha256').update(printed).digest('hex').slice(0, 12)}.jsa`;
}

/** Seconds that a new server may take until it answers, while it notes down its classes. */
const patience = 60;

/** Starts and stops a Neo4j in a folder of its own: at its end it writes down the classes that it loaded. */
async function writeArchive(file: string, work: string, given: Archived, effects: Effects): Promise<void> {
	const { java, jars, line } = given;
	const port = await freePort();
	const { mainClass, version } = line;
	const options = [`-XX:ArchiveClassesAtExit=${file}`];
	const server = await launch(work, { java, jars, mainClass, version, port, options });
	const record: ServerRecord = {
		...server,
		port,
		state: 'starting',
		again: false,
		username: 'neo4j',
		password: await claimPassword(work),
		version
	};
	try {
		await isReady(work, record, { seconds: patience, isNew: true, signal: effects.signal });
		await stopServer(server);
	} catch (error) {
		await killServer(server);
		throw error;
	}
}

/** Java maps an archive as it is, and dies of one that a full disk cut short: this reads all of it. */
export async function isWhole(file: string, { java, jars }: Archived): Promise<boolean> {
	const options = ['-Xshare:on', '-XX:+VerifySharedSpaces', `-XX:SharedArchiveFile=${file}`];
	try {
		await run(java, [...options, '-cp', `${jars}/*`, '-version']);
		return true;
	} catch {
		return false;
	}
}

/** Starts without an archive from now on: an empty one says so. */
export async function forgetArchive(file: string): Promise<void> {
	await rm(file, { force: true });
	await writeFile(file, '');
}

/** What a killed command may have left there: nobody else runs a server in that folder. */
async function clear(work: string): Promise<void> {
	await Promise.all(serversOf(work).map(killServer));
	const { home } = pathsIn(work);
	const left = (await readdir(home)).filter((name) => !name.startsWith('lock'));
	await Promise.all(left.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

/**
 * The archive of the classes that Neo4j loads at its start, made the first time (about 100 MB, a quarter of a minute):
 * with it the start takes five seconds instead of eight. Null where this Java makes none, and where the disk is full:
 * the start is only slower then.
 */
export async function classArchive(given: Archived, effects: Effects): Promise<string | null> {
	const file = archiveFile(given);
	if (!existsSync(file)) {
		const work = `${file}-work`;
		await alone(work, effects, async () => {
			if (existsSync(file)) return;
			effects.log('Preparing Neo4j for quick starts (a quarter of a minute, once).');
			const made = join(pathsIn(work).home, 'classes.jsa');
			await clear(work);
			await writeArchive(made, work, given, effects);
			if (await isWhole(made, given)) await rename(made, file);
			else await forgetArchive(file);
			await clear(work);
		}).catch(() => {
			effects.signal?.throwIfAborted();
		});
	}
	return existsSync(file) && statSync(file).size > 0 ? file : null;
}

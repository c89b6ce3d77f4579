import { randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { LocalServerError } from '#lib/domain/errors.ts';
import { pathsIn, writing } from './local-folder.ts';
import { commandLines, identify, isAlive, isNumberInUse, type ProcessIdentity } from './process-identity.ts';
import { javaOptions, settings } from './server-settings.ts';

/** A Java of a folder, as its own command line tells it: also one whose starter died before it wrote a record. */
export interface ServerProcess extends ProcessIdentity {
	port: number;
	version: string;
}

const portMark = '-Dthroughline.port=';
const versionMark = '-Dthroughline.version=';

function homeMark(folder: string): string {
	return `--home-dir=${pathsIn(folder).home}`;
}

/** Every Neo4j that runs in this folder, whoever started it. */
export function serversOf(folder: string): ServerProcess[] {
	const home = homeMark(folder);
	return commandLines().flatMap(({ pid, given }) => {
		// Where the arguments come as one text, another one follows this.
		if (!given.some((argument) => argument === home || argument.includes(`${home} `))) return [];
		const process = identify(pid);
		const marked = (mark: string) => given.join(' ').split(mark)[1]?.split(' ')[0] ?? '';
		return process ? [{ ...process, port: Number(marked(portMark)), version: marked(versionMark) }] : [];
	});
}

/** The port that a program gets that asks for `wanted` (0: for any), or null when that is taken. */
async function listenOnce(wanted: number): Promise<number | null> {
	return new Promise((done) => {
		const probe = createServer();
		probe.once('error', () => {
			done(null);
		});
		probe.listen(wanted, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				done(address && typeof address === 'object' ? address.port : null);
			});
		});
	});
}

export async function isFree(port: number): Promise<boolean> {
	return (await listenOnce(port)) !== null;
}

/**
 * Ports that no system gives to outgoing connections (Linux takes those from 32768 on, others from 49152 on): one of
 * them might take a port from there in the seconds in which a server on it is started again.
 */
const quietPorts = { first: 20_000, last: 32_000 };
/** How many of them are tried before any port will do. */
const quietTries = 50;

/**
 * A free loopback port, which stays free as long as no program asks for just that one. Throws LocalServerError when
 * there is none.
 */
export async function freePort(): Promise<number> {
	for (let tried = 0; tried < quietTries; tried += 1) {
		const port = await listenOnce(randomInt(quietPorts.first, quietPorts.last + 1));
		if (port !== null) return port;
	}
	const port = await listenOnce(0);
	if (port === null)
		throw new LocalServerError('No port of 127.0.0.1 is free for the local Neo4j.', 'End other programs.');
	return port;
}

interface Launch {
	java: string;
	jars: string;
	mainClass: string;
	version: string;
	port: number;
	/** More for Java itself, before what every one of ours is told. */
	options: string[];
}

/** Spawns the Neo4j of a folder. Throws LocalServerError when the system starts no such process. */
export async function launch(folder: string, given: Launch): Promise<ProcessIdentity> {
	const at = pathsIn(folder);
	await writing(folder, async () => {
		await mkdir(at.config, { recursive: true });
		await writeFile(join(at.config, 'neo4j.conf'), settings(given.port));
	});
	const marks = [`${portMark}${given.port}`, `${versionMark}${given.version}`];
	const options = [...given.options, ...javaOptions, ...marks, '-cp', `${given.jars}/*`, given.mainClass];
	const output = openSync(at.log, 'a', 0o600);
	// Detached, so that Ctrl-C reaches it through stop() and never in the middle of a write.
	const child = spawn(given.java, [...options, homeMark(folder), `--config-dir=${at.config}`], {
		stdio: ['ignore', output, output],
		detached: true
	});
	closeSync(output);
	// A system that is out of processes tells so here, and the missing number below.
	child.once('error', () => undefined);
	child.unref();
	const process = child.pid === undefined ? null : identify(child.pid);
	if (!process)
		throw new LocalServerError(
			`The Java of the local Neo4j in ${folder} could not be started.`,
			`Try it: ${given.java} -version.`
		);
	return process;
}

/** Sends a signal to a process if it is still that one. */
export function signalTo(server: ProcessIdentity, signal: NodeJS.Signals): void {
	try {
		if (isAlive(server)) process.kill(server.pid, signal);
	} catch {
		// It ended in between, or is another user's: whoever waits for its end sees that.
	}
}

async function wait(milliseconds: number, isOver: () => boolean): Promise<void> {
	for (let waited = 0; !isOver() && waited < milliseconds; waited += 50) {
		await new Promise((wake) => setTimeout(wake, 50));
	}
}

async function hasEnded(server: ProcessIdentity, seconds: number): Promise<boolean> {
	await wait(seconds * 1000, () => !isAlive(server));
	if (isAlive(server)) return false;
	// A parent that fetches the end of its children does so soon: then nobody finds the number any more.
	await wait(500, () => !isNumberInUse(server.pid));
	return true;
}

/** Ends it as `kill -9` does; Neo4j recovers from its log. Throws LocalServerError when the system does not end it. */
export async function killServer(server: ProcessIdentity): Promise<void> {
	signalTo(server, 'SIGKILL');
	if (await hasEnded(server, 10)) return;
	throw new LocalServerError(
		`Process ${server.pid}, a local Neo4j, cannot be ended.`,
		'End it yourself, or restart the machine.'
	);
}

/** Seconds that a Neo4j gets for an orderly end: it writes down what is only in its memory. */
const orderly = 20;

/** Asks it to end, and ends it when it does not within twenty seconds. */
export async function stopServer(server: ProcessIdentity): Promise<void> {
	signalTo(server, 'SIGTERM');
	if (!(await hasEnded(server, orderly))) await killServer(server);
}

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { z } from 'zod';
import { LocalServerError, StoreUnavailableError } from '#lib/domain/errors.ts';
import { findJava, neo4jJars, type Neo4jLine } from './neo4j-artifacts.ts';

/** What a running local server leaves in its folder, readable by the owner only. */
const stateSchema = z.object({
	pid: z.int(),
	port: z.int(),
	username: z.string(),
	password: z.string(),
	version: z.string()
});
type State = z.infer<typeof stateSchema>;

export interface LocalServer {
	url: string;
	username: string;
	password: string;
	/** True when it ran already: then `stop` leaves it running. */
	joined: boolean;
	stop: () => Promise<void>;
}

function paths(folder: string) {
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

function isAlive(pid: number): boolean {
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
async function runningServer(folder: string): Promise<State | null> {
	const text = await readIfThere(paths(folder).state);
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
async function claimPassword(folder: string): Promise<string> {
	const at = paths(folder);
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

async function freePort(): Promise<number> {
	return new Promise((done, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				if (address && typeof address === 'object') done(address.port);
				else failed(new Error('no free port'));
			});
		});
	});
}

/** Refuses a folder that another line of Neo4j wrote: its store would be migrated, and could not go back. */
async function claimFolder(folder: string, line: Neo4jLine): Promise<void> {
	const { version } = paths(folder);
	const written = (await readIfThere(version))?.trim();
	if (written && written.split('.')[0] !== line.version.split('.')[0]) {
		throw new LocalServerError(
			`${folder} was written by Neo4j ${written}, and the Java here runs Neo4j ${line.version}.`,
			'Use the Java it was made with (JAVA_HOME), or another folder with GRAPH_URL=local:./other.'
		);
	}
	await writeFile(version, line.version);
}

function settings(port: number): string {
	return [
		'server.default_listen_address=127.0.0.1',
		'server.bolt.enabled=true',
		`server.bolt.listen_address=127.0.0.1:${port}`,
		`server.bolt.advertised_address=127.0.0.1:${port}`,
		'server.http.enabled=false',
		'server.https.enabled=false',
		'dbms.usage_report.enabled=false',
		'dbms.security.allow_csv_import_from_file_urls=false',
		'server.memory.heap.initial_size=512m',
		'server.memory.heap.max_size=2g',
		'server.memory.pagecache.size=512m',
		'db.tx_log.rotation.retention_policy=1 files',
		''
	].join('\n');
}

async function launch(folder: string, port: number, log: (line: string) => void, javaHome?: string) {
	const at = paths(folder);
	const { java, line } = await findJava(javaHome, log);
	const jars = await neo4jJars(line, log);
	await mkdir(at.config, { recursive: true });
	await claimFolder(folder, line);
	await writeFile(join(at.config, 'neo4j.conf'), settings(port));
	const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
		(name) => `--add-opens=java.base/${name}=ALL-UNNAMED`
	);
	const options = ['-Xms512m', '-Xmx2g', ...opened, '-cp', `${jars}/*`, line.mainClass];
	const output = openSync(at.log, 'a', 0o600);
	// Detached, so that Ctrl-C reaches it through stop() and never in the middle of a write.
	const child = spawn(java, [...options, `--home-dir=${at.home}`, `--config-dir=${at.config}`], {
		stdio: ['ignore', output, output],
		detached: true
	});
	closeSync(output);
	child.unref();
	return { child, line };
}

/** One try to sign in. On a folder whose first password nobody changed yet, this changes it. */
async function signIn(url: string, password: string): Promise<void> {
	const as = async (secret: string, work: (driver: Driver) => Promise<unknown>) => {
		const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', secret));
		try {
			await work(driver);
		} finally {
			await driver.close();
		}
	};
	try {
		await as(password, (driver) => driver.executeQuery('RETURN 1', {}, { database: 'neo4j' }));
	} catch (cause) {
		if (!(cause instanceof Neo4jError) || cause.code !== 'Neo.ClientError.Security.Unauthorized') throw cause;
		await as('neo4j', (driver) =>
			driver.executeQuery(
				"ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
				{ password },
				{ database: 'system' }
			)
		);
	}
}

/** Waits until Bolt answers to the password. */
async function waitUntilReady(url: string, password: string, alive: () => boolean): Promise<void> {
	const deadline = Date.now() + 120_000;
	for (;;) {
		try {
			await signIn(url, password);
			return;
		} catch (cause) {
			if (!alive() || Date.now() > deadline) {
				throw new LocalServerError(
					'The local Neo4j did not start.',
					'The end of neo4j/server.log in the data folder says why.',
					{ cause }
				);
			}
		}
		await new Promise((wake) => setTimeout(wake, 250));
	}
}

async function stopProcess(pid: number): Promise<void> {
	if (isAlive(pid)) process.kill(pid, 'SIGTERM');
	for (let waited = 0; isAlive(pid) && waited < 60_000; waited += 100) {
		await new Promise((wake) => setTimeout(wake, 100));
	}
}

/**
 * Joins the Neo4j that runs in `folder`, or starts one there: Bolt on a free loopback port, a random
 * password that only the owner can read, no HTTP. Throws LocalServerError without Java or Maven, for a
 * folder of another version, and when the server does not come up within two minutes.
 */
export async function startLocalServer(
	folder: string,
	log: (line: string) => void,
	{ javaHome, joinOnly = false }: { javaHome?: string | undefined; joinOnly?: boolean } = {}
): Promise<LocalServer> {
	const at = paths(folder);
	const running = await runningServer(folder);
	if (running) {
		const url = `bolt://127.0.0.1:${running.port}`;
		await waitUntilReady(url, running.password, () => isAlive(running.pid));
		return {
			url,
			username: 'neo4j',
			password: running.password,
			joined: true,
			stop: () => Promise.resolve()
		};
	}
	if (joinOnly) {
		throw new StoreUnavailableError(
			`The local Neo4j in ${folder} is not running.`,
			'Start it with npm run neo4j, or start all with npm start.'
		);
	}
	const password = await claimPassword(folder);
	const port = await freePort();
	const { child, line } = await launch(folder, port, log, javaHome);
	const pid = child.pid;
	if (pid === undefined)
		throw new LocalServerError('The local Neo4j could not be started.', 'Check the Java.');
	const url = `bolt://127.0.0.1:${port}`;
	await waitUntilReady(url, password, () => isAlive(pid));
	const state: State = { pid, port, username: 'neo4j', password, version: line.version };
	await writeFile(at.state, JSON.stringify(state), { mode: 0o600 });
	return {
		url,
		username: 'neo4j',
		password,
		joined: false,
		stop: async () => {
			await stopProcess(pid);
			await rm(at.state, { force: true });
		}
	};
}

import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { LocalServerError, StoreUnavailableError } from '#lib/domain/errors.ts';
import {
	claimFolder,
	claimPassword,
	isAlive,
	pathsIn,
	runningServer,
	type ServerRecord
} from './local-folder.ts';
import { findJava, neo4jJars } from './neo4j-artifacts.ts';

export interface LocalServer {
	url: string;
	username: string;
	password: string;
	/** True when it ran already: then `stop` leaves it running. */
	joined: boolean;
	stop: () => Promise<void>;
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
	const at = pathsIn(folder);
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

async function joinServer({ pid, port, username, password }: ServerRecord): Promise<LocalServer> {
	const url = `bolt://127.0.0.1:${port}`;
	await waitUntilReady(url, password, () => isAlive(pid));
	return { url, username, password, joined: true, stop: () => Promise.resolve() };
}

/** The server that another process is starting in this folder, when it is up; null after twenty seconds. */
async function waitForOther(folder: string): Promise<ServerRecord | null> {
	for (let waited = 0; waited < 20_000; waited += 500) {
		const running = await runningServer(folder);
		if (running) return running;
		await new Promise((wake) => setTimeout(wake, 500));
	}
	return null;
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
	const at = pathsIn(folder);
	const running = await runningServer(folder);
	if (running) return joinServer(running);
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
	try {
		await waitUntilReady(url, password, () => isAlive(pid));
	} catch (failure) {
		// Two that start at once: the store's lock lets one of them in, and the other joins it.
		const winner = await waitForOther(folder);
		if (winner) return joinServer(winner);
		throw failure;
	}
	const state: ServerRecord = { pid, port, username: 'neo4j', password, version: line.version };
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

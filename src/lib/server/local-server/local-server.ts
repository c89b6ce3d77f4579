import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { LocalServerError, StoreUnavailableError } from '#lib/domain/errors.ts';
import {
	alone,
	claimPassword,
	claimVersion,
	enter,
	forgetServer,
	isAlive,
	isUsed,
	pathsIn,
	readRecord,
	writeRecord,
	writtenBy,
	type ServerRecord
} from './local-folder.ts';
import { findJava, neo4jJars } from './neo4j-artifacts.ts';

export interface LocalServer {
	url: string;
	username: string;
	password: string;
	/** True when it ran already. */
	joined: boolean;
	/** Ends the use of it by this process. The last one to leave stops it, whoever started it. */
	leave: () => Promise<void>;
	/** Stops it, also under others that use it. */
	stop: () => Promise<void>;
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
 * The record of the server that runs in this folder, or null. A record outlives a server that was killed, and its
 * process number may since be another's: the port tells.
 */
async function runningServer(folder: string): Promise<ServerRecord | null> {
	const record = await readRecord(folder);
	return record && isAlive(record.pid) && (await listens(record.port)) ? record : null;
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
		// Its databases are closed by then; the default adds ten seconds to the end of every command.
		'internal.server.bolt.thread_pool_shutdown_wait_time=100ms',
		''
	].join('\n');
}

async function launch(folder: string, port: number, log: (line: string) => void, javaHome?: string) {
	const at = pathsIn(folder);
	const { java, line } = await findJava(javaHome, log, await writtenBy(folder));
	await claimVersion(folder, line.version);
	const jars = await neo4jJars(line, log);
	await mkdir(at.config, { recursive: true });
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
	if (child.pid === undefined)
		throw new LocalServerError('The local Neo4j could not be started.', 'Check the Java.');
	return { pid: child.pid, version: line.version };
}

function isRefusal(error: unknown): boolean {
	return error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Security.');
}

async function withDriver(url: string, password: string, work: (driver: Driver) => Promise<unknown>) {
	const driver = neo4j.driver(url, neo4j.auth.basic('neo4j', password), { maxTransactionRetryTime: 1 });
	try {
		await work(driver);
	} finally {
		await driver.close();
	}
}

/** One try to sign in; on a server that nobody signed in to yet, this sets its password. Throws the driver's errors. */
async function signIn(url: string, password: string, isOwn: boolean): Promise<void> {
	try {
		await withDriver(url, password, (driver) => driver.executeQuery('RETURN 1', {}, { database: 'neo4j' }));
	} catch (cause) {
		if (!isOwn || !isRefusal(cause)) throw cause;
		const change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
		await withDriver(url, 'neo4j', (driver) =>
			driver.executeQuery(change, { password }, { database: 'system' })
		);
	}
}

/**
 * Waits until Bolt answers to the password: `seconds` at most, and while the process lives. `isOwn`: this process
 * started it. Throws LocalServerError for a password that is not the server's.
 */
async function isReady(
	folder: string,
	{ pid, port, password }: Pick<ServerRecord, 'pid' | 'port' | 'password'>,
	{ seconds, isOwn }: { seconds: number; isOwn: boolean }
): Promise<boolean> {
	const deadline = Date.now() + seconds * 1000;
	while (Date.now() < deadline && isAlive(pid)) {
		try {
			await signIn(boltUrl(port), password, isOwn);
			return true;
		} catch (cause) {
			if (isRefusal(cause))
				throw new LocalServerError(
					`The local Neo4j in ${folder} refuses the password that is kept in ${pathsIn(folder).password}.`,
					'Put back the password it was made with, or ingest into another folder with GRAPH_URL=local:./other.',
					{ cause }
				);
		}
		await new Promise((wake) => setTimeout(wake, 250));
	}
	return false;
}

async function stopProcess(pid: number): Promise<void> {
	if (isAlive(pid)) process.kill(pid, 'SIGTERM');
	for (let waited = 0; isAlive(pid) && waited < 60_000; waited += 100) {
		await new Promise((wake) => setTimeout(wake, 100));
	}
}

function boltUrl(port: number): string {
	return `bolt://127.0.0.1:${port}`;
}

type Log = (line: string) => void;

/** Stops what is still the server of this record: its process number may be another's by now. */
async function stopServer(folder: string, record: ServerRecord): Promise<void> {
	if ((await readRecord(folder))?.port !== record.port) return;
	if (await listens(record.port)) await stopProcess(record.pid);
	await forgetServer(folder);
}

/** The server of a record, in use by this process. */
async function use(folder: string, record: ServerRecord, log: Log, joined: boolean): Promise<LocalServer> {
	const exit = await enter(folder);
	return {
		url: boltUrl(record.port),
		username: record.username,
		password: record.password,
		joined,
		leave: () =>
			alone(folder, log, async () => {
				await exit();
				if (!(await isUsed(folder))) await stopServer(folder, record);
			}),
		stop: async () => {
			await exit();
			await stopServer(folder, record);
		}
	};
}

async function joinServer(folder: string, record: ServerRecord, log: Log): Promise<LocalServer> {
	if (await isReady(folder, record, { seconds: 10, isOwn: false })) return use(folder, record, log, true);
	throw new LocalServerError(
		`The local Neo4j in ${folder} does not answer at ${boltUrl(record.port)}.`,
		`Look at process ${record.pid}: end it if it is that Neo4j, else delete ${pathsIn(folder).record}.`
	);
}

async function startServer(folder: string, log: Log, javaHome?: string): Promise<LocalServer> {
	await forgetServer(folder);
	const password = await claimPassword(folder);
	const port = await freePort();
	const { pid, version } = await launch(folder, port, log, javaHome);
	try {
		if (!(await isReady(folder, { pid, port, password }, { seconds: 120, isOwn: true })))
			throw new LocalServerError(
				`The local Neo4j in ${folder} did not start.`,
				`The end of ${pathsIn(folder).log} says why.`
			);
	} catch (error) {
		await stopProcess(pid);
		throw error;
	}
	const record: ServerRecord = { pid, port, username: 'neo4j', password, version };
	await writeRecord(folder, record);
	return use(folder, record, log, false);
}

/**
 * Joins the Neo4j that runs in `folder`, or starts one there: Bolt on a free loopback port, a random
 * password that only the owner can read, no HTTP. Throws LocalServerError without Java or Maven, for a
 * folder of another version, and when the server does not come up within two minutes.
 */
export async function startLocalServer(
	folder: string,
	log: Log,
	{ javaHome, joinOnly = false }: { javaHome?: string | undefined; joinOnly?: boolean } = {}
): Promise<LocalServer> {
	const running = async () => {
		const record = await runningServer(folder);
		return record && (await joinServer(folder, record, log));
	};
	if (!joinOnly)
		return alone(folder, log, async () => (await running()) ?? startServer(folder, log, javaHome));
	const joined = await running();
	if (!joined)
		throw new StoreUnavailableError(
			`The local Neo4j in ${folder} is not running.`,
			'Start it with npm run neo4j, or start all with npm start.'
		);
	return joined;
}

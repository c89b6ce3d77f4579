import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { z } from 'zod';
import { StoreRefusedError, StoreUnavailableError, UsageError } from '#lib/domain/errors.ts';
import { startLocalServer, whyAway } from '#lib/server/local-server/local-server.ts';
import { createPulse } from './pulse.ts';
import { storeError } from './store-errors.ts';

/** A question: its Cypher and the schema of one row. */
interface Question<Row> {
	text: string;
	row: z.ZodType<Row>;
}

export interface StoreConfig {
	/** `local:FOLDER`, `bolt://…`, `neo4j://…` or `neo4j+s://…`. */
	url: string;
	username?: string | undefined;
	password?: string | undefined;
	database?: string | undefined;
	/** Which Java runs a local server; the one on the path by default. */
	javaHome?: string | undefined;
	/** Only joins a local server that runs already: someone else starts and stops it. */
	joinOnly?: boolean;
	/** Somebody waits in front of a page: a store that answers nothing is given up after a second and a half. */
	isInteractive?: boolean;
	/** Aborted when whoever opens it has to end: a local server that is starting is stopped then. */
	signal?: AbortSignal | undefined;
	/** A local server that has to be started is to write or read much: it takes the time to compile what is run most. */
	forMuch?: boolean;
	log?: (line: string) => void;
}

/** How a process of its own reaches the same store: the Bolt address behind `local:`, and who it signs in as. */
export interface StoreAccess {
	bolt: string;
	username: string;
	password: string;
	database: string;
}

export interface Store {
	readonly url: string;
	readonly access: StoreAccess;
	/** Rows of a reading question, each parsed. Numbers are JavaScript numbers. */
	read<Row>(
		question: Question<Row>,
		parameters?: Record<string, unknown>,
		limits?: { seconds?: number }
	): Promise<Row[]>;
	/** Runs `work` in one write transaction: all of it, or nothing. */
	write<Result>(work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result>;
	/**
	 * Runs a statement that locks what it touches and keeps its transaction open until `release`.
	 * Null when the lock is not free within `milliseconds`.
	 */
	lock(statement: string, milliseconds: number): Promise<{ release: () => Promise<void> } | null>;
	/** A reading session of the driver, for statements that are no question of ours. Whoever opens it closes it. */
	readingSession(): Session;
	/** The version of the server that answers. Throws when it cannot be used. */
	verify(): Promise<{ server: string }>;
	/** Lets go of it, once however often it is called. */
	close(): Promise<void>;
}

function isTooOld(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major < 5 || (major === 5 && minor < 26);
}

function silentError(url: string): StoreUnavailableError {
	return new StoreUnavailableError(
		`The graph store at ${url} does not answer just now.`,
		'Try again in a few seconds; a local Neo4j that stays silent is started again.'
	);
}

/** What the store says when it is away: of a local server that is starting again, that it is. */
async function awayError(url: string): Promise<StoreUnavailableError | null> {
	const folder = localFolder(url);
	return folder === null ? null : whyAway(folder);
}

interface Connection {
	driver: Driver;
	url: string;
	access: StoreAccess;
	isInteractive: boolean;
	stop: () => Promise<void>;
}

function connect({ driver, url, access, isInteractive, stop }: Connection): Store {
	const { database } = access;
	const pulse = createPulse(
		() => driver.executeQuery('RETURN 1', {}, { database }),
		() => silentError(url)
	);
	const patiently = <Result>(work: () => Promise<Result>) =>
		isInteractive ? pulse.whileBeating(work) : work();
	let wasAway = false;
	let closing: Promise<void> | null = null;
	const translated = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		// The driver would try for seconds what cannot be.
		const away = wasAway ? await awayError(url) : null;
		if (away) throw away;
		try {
			const result = await patiently(work);
			wasAway = false;
			return result;
		} catch (error) {
			const ours = storeError(error, url);
			wasAway = ours instanceof StoreUnavailableError;
			throw (wasAway ? await awayError(url) : null) ?? ours;
		}
	};
	return {
		url,
		access,
		read: (question, parameters = {}, limits = {}) =>
			translated(async () => {
				const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
				try {
					const { records } = await session.executeRead(
						(transaction) => transaction.run(question.text, parameters),
						{
							timeout: (limits.seconds ?? 30) * 1000
						}
					);
					return records.map((record) => question.row.parse(record.toObject()));
				} finally {
					await session.close();
				}
			}),
		write: (work) =>
			translated(async () => {
				const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
				try {
					return await session.executeWrite(work);
				} finally {
					await session.close();
				}
			}),
		lock: (statement, milliseconds) =>
			translated(async () => {
				const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
				const release = () => session.close();
				const taken = session
					.beginTransaction()
					.run(statement)
					.then(() => true);
				const late = new Promise<boolean>((wake) => setTimeout(wake, milliseconds, false).unref());
				try {
					if (await Promise.race([taken, late])) return { release };
				} catch (error) {
					await release();
					throw error;
				}
				taken.catch(() => undefined);
				await release();
				return null;
			}),
		readingSession: () => driver.session({ database, defaultAccessMode: neo4j.session.READ }),
		verify: () =>
			translated(async () => {
				// A connection alone does not notice that the database is not there; a managed transaction would try for seconds.
				const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
				try {
					const { summary } = await session.run('RETURN 1');
					const server = (summary.server.agent ?? '').replace(/^Neo4j\//, '');
					if (isTooOld(server)) {
						throw new StoreRefusedError(
							`The graph store at ${url} is Neo4j ${server}, which is too old.`,
							'Throughline needs Neo4j 5.26 or later.'
						);
					}
					return { server };
				} finally {
					await session.close();
				}
			}),
		close: () => {
			closing ??= driver.close().then(stop, stop);
			return closing;
		}
	};
}

/** The folder of a `local:` address; null for any other. */
export function localFolder(url: string): string | null {
	return url.startsWith('local:') ? url.slice('local:'.length) : null;
}

/** An address is shown in messages and on pages, so it may hold no password. */
function checkAddress(url: string): void {
	if (/^local:./.test(url)) return;
	const known = /^(bolt|neo4j)(\+s|\+ssc)?:\/\//.test(url) && URL.canParse(url);
	const { hostname, username, password } = new URL(known ? url : 'none:');
	if (hostname === '') {
		throw new UsageError(
			`"${url.replace(/\/\/.*@/, '//…@')}" is no graph store.`,
			'Give local:FOLDER, bolt://HOST:PORT or neo4j://HOST:PORT.'
		);
	}
	if (username !== '' || password !== '') {
		throw new UsageError(
			`The address of the graph store at ${hostname} holds a user name or password.`,
			'Give them as NEO4J_USERNAME and NEO4J_PASSWORD.'
		);
	}
}

/**
 * Opens the graph store: `local:FOLDER` joins the Neo4j that runs in that folder or starts it (then
 * `close` stops it again, unless others use it); any other address is connected to. Throws StoreUnavailableError,
 * StoreRefusedError (password, version), LocalServerError or UsageError (an address of no known form).
 */
export async function openStore(config: StoreConfig): Promise<Store> {
	const { url } = config;
	checkAddress(url);
	const folder = localFolder(url);
	const { javaHome, signal, joinOnly = false, forMuch = false, log = () => undefined } = config;
	const local =
		folder === null ? null : await startLocalServer({ folder, log, javaHome, signal, forMuch }, { joinOnly });
	const access = {
		bolt: local?.url ?? url,
		username: local?.username ?? config.username ?? 'neo4j',
		password: local?.password ?? config.password ?? '',
		database: config.database ?? 'neo4j'
	};
	const driver = neo4j.driver(access.bolt, neo4j.auth.basic(access.username, access.password), {
		disableLosslessIntegers: true,
		connectionTimeout: 5000,
		maxTransactionRetryTime: 5000
	});
	const { isInteractive = false } = config;
	const stop = local?.leave ?? (() => Promise.resolve());
	const store = connect({ driver, url, access, isInteractive, stop });
	try {
		await store.verify();
	} catch (error) {
		await store.close();
		throw error;
	}
	return store;
}

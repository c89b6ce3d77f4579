import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { LocalServerError } from '#lib/domain/errors.ts';
import { pathsIn, type ServerRecord } from './local-folder.ts';
import { isAlive } from './process-identity.ts';

export function boltUrl(port: number): string {
	return `bolt://127.0.0.1:${port}`;
}

export function driverFor({ port, username, password }: ServerRecord): Driver {
	return neo4j.driver(boltUrl(port), neo4j.auth.basic(username, password), {
		maxTransactionRetryTime: 1,
		connectionTimeout: 5000,
		telemetryDisabled: true
	});
}

const tick = 250;
/** Tries between two looks whether waiting is hopeless. */
const looksEvery = 20;

/**
 * The result of `work`, or null when it does not come within that many seconds, told in ticks: while this process
 * itself stands still (a closed laptop, a long computation) none of the time passes.
 */
export async function within<Result>(seconds: number, work: Promise<Result>): Promise<Result | null> {
	let timer: NodeJS.Timeout | undefined;
	let left = (seconds * 1000) / tick;
	const late = new Promise<null>((wake) => {
		timer = setInterval(() => {
			left -= 1;
			if (left <= 0) wake(null);
		}, tick);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearInterval(timer);
	}
}

function codeOf(error: unknown): string {
	return error instanceof Neo4jError ? error.code : '';
}

function isRefusal(error: unknown): boolean {
	// After three wrong tries the server refuses everything for a while: that says nothing of this password.
	return codeOf(error).startsWith('Neo.ClientError.Security.') && !codeOf(error).endsWith('RateLimit');
}

async function withDriver<Result>(record: ServerRecord, work: (driver: Driver) => Promise<Result>) {
	const driver = driverFor(record);
	try {
		return await within(30, work(driver));
	} finally {
		// A server that stands still answers no goodbye.
		driver.close().catch(() => undefined);
	}
}

/** One try to sign in; on a server that nobody signed in to yet, this sets its password. Throws the driver's errors. */
async function signIn(record: ServerRecord, isNew: boolean): Promise<boolean> {
	try {
		const ask = (driver: Driver) => driver.executeQuery('RETURN 1', {}, { database: 'neo4j' });
		return (await withDriver(record, ask)) !== null;
	} catch (cause) {
		if (!isNew || !isRefusal(cause)) throw cause;
		const { password } = record;
		const change = (driver: Driver) =>
			driver.executeQuery(
				"ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
				{ password },
				{ database: 'system' }
			);
		return (await withDriver({ ...record, password: 'neo4j' }, change)) !== null;
	}
}

/** What Neo4j says of a database that it could not open, or null: it may only not be there yet. */
async function brokenDatabase(record: ServerRecord): Promise<string | null> {
	const answer = await withDriver(record, (driver) =>
		driver.executeQuery('SHOW DATABASE neo4j YIELD statusMessage', {}, { database: 'system' })
	).catch(() => null);
	return (answer?.records[0]?.get('statusMessage') as string | null | undefined) || null;
}

/** A server that answers and whose database cannot be opened. */
export class BrokenDatabaseError extends Error {}

interface Waiting {
	seconds: number;
	/** Nobody may have signed in yet. */
	isNew: boolean;
	signal?: AbortSignal | undefined;
	/** Asked now and then: true ends the waiting. */
	isHopeless?: () => boolean;
}

/**
 * Waits until Bolt answers to the password: `seconds` at most, while the process lives and `signal` is not aborted.
 * Throws LocalServerError for a password that is not the server's, and
 * BrokenDatabaseError.
 */
export async function isReady(
	folder: string,
	record: ServerRecord,
	{ seconds, isNew, signal, isHopeless = () => false }: Waiting
): Promise<boolean> {
	const over = new AbortController();
	const tries = async () => {
		for (let tried = 1; !over.signal.aborted && isAlive(record); tried += 1) {
			signal?.throwIfAborted();
			if (tried % looksEvery === 0 && isHopeless()) return false;
			try {
				if (await signIn(record, isNew)) return true;
			} catch (cause) {
				if (isRefusal(cause))
					throw new LocalServerError(
						`The local Neo4j in ${folder} refuses the password that is kept in ${pathsIn(folder).password}.`,
						'Put back the password it was made with, or ingest into another folder with GRAPH_URL=local:./other.',
						{ cause }
					);
				const broken = codeOf(cause).endsWith('DatabaseUnavailable') && (await brokenDatabase(record));
				if (broken) throw new BrokenDatabaseError(broken, { cause });
			}
			await new Promise((wake) => setTimeout(wake, tick));
		}
		return false;
	};
	const aborted = new Promise<never>((_, fail) => {
		signal?.addEventListener(
			'abort',
			() => {
				fail(signal.reason as Error);
			},
			{ signal: over.signal }
		);
	});
	try {
		return (await within(seconds, Promise.race([tries(), aborted]))) ?? false;
	} finally {
		over.abort();
	}
}

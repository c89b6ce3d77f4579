import { type Driver, Neo4jError } from 'neo4j-driver';
import { z } from 'zod';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { personsQuery } from '#lib/server/persons-query.ts';
import { hasGivenUp } from '#lib/server/store-errors.ts';
import { lockHolder } from './folder-lock.ts';
import { readRecord, type ServerRecord } from './local-folder.ts';
import { restartLocalServer } from './local-server.ts';
import { isAlive } from './process-identity.ts';
import { driverFor, within } from './sign-in.ts';
import { failureOf, markLogs } from './start-failure.ts';
import type { Start } from './start-server.ts';
import { watch, type Sighting, type Verdict } from './watchdog.ts';

/** What runs on `system` counts to no memory limit of the graph's own database. */
const onSystem = { database: 'system' };
const transactions = `SHOW TRANSACTIONS YIELD transactionId, status, metaData
RETURN transactionId AS id, status, metaData.what AS what`;
const memory = `CALL dbms.queryJmx('java.lang:type=Memory') YIELD attributes`;

/** Whether an error is what the server answered, and not that it did not. */
function isAnswer(error: unknown): error is Neo4jError {
	return error instanceof Neo4jError && error.code.startsWith('Neo.');
}

/** The shape of what Java tells of its memory; both lines of Neo4j give it. */
const heapUsage = z.object({
	HeapMemoryUsage: z.object({
		value: z.object({ properties: z.object({ used: z.coerce.number(), max: z.coerce.number().positive() }) })
	})
});

/** The share of Java's memory that is taken; null where the server answers that it does not tell. */
async function heapOf(driver: Driver): Promise<number | null> {
	const answer = await driver.executeQuery(memory, {}, onSystem).catch((error: unknown) => {
		// Without that figure all else that is looked at still counts.
		if (isAnswer(error)) return null;
		throw error;
	});
	const told = heapUsage.safeParse(answer?.records[0]?.get('attributes'));
	if (!told.success) return null;
	const { used, max } = told.data.HeapMemoryUsage.value.properties;
	return used / max;
}

async function transactionsOf(driver: Driver): Promise<{ terminated: string[]; asked: string[] }> {
	const { records } = await driver.executeQuery(transactions, {}, onSystem);
	const idsOf = (fits: (row: (typeof records)[number]) => boolean) =>
		records.filter(fits).map((row) => row.get('id') as string);
	return {
		terminated: idsOf((row) => String(row.get('status')).startsWith('Terminated')),
		asked: idsOf((row) => row.get('what') === personsQuery.what)
	};
}

/** Seconds that the graph's own database is waited for: a busy one says nothing of whether it works. */
const workingPatience = 1;

/** Whether the database says that it has given up: one that met a full disk at the wrong moment does, until a new start. */
async function isBroken(driver: Driver): Promise<boolean> {
	const asked = driver.executeQuery('RETURN 1', {}, { database: 'neo4j' }).then(
		() => false,
		(error: unknown) => isAnswer(error) && hasGivenUp(error)
	);
	return (await within(workingPatience, asked)) ?? false;
}

/** What is seen, or undefined for no answer in so many milliseconds. */
async function ask(
	driver: Driver,
	patience: number
): Promise<(Sighting & { is: 'answering' | 'broken' }) | undefined> {
	try {
		const asked = Promise.all([transactionsOf(driver), heapOf(driver), isBroken(driver)]);
		const answer = await within(patience / 1000, asked);
		if (!answer) return undefined;
		const [transactions, heap, broken] = answer;
		return broken ? { is: 'broken' } : { is: 'answering', ...transactions, heap };
	} catch (error) {
		return isAnswer(error) ? { is: 'answering', terminated: null, heap: null, asked: [] } : undefined;
	}
}

function isSame(one: ServerRecord, other: ServerRecord): boolean {
	return one.pid === other.pid && one.started === other.started;
}

/** Looks by a connection of its own, which is made anew for another server and after each look that failed. */
function lookout(folder: string) {
	let at: { record: ServerRecord; driver: Driver } | null = null;
	let seen: ServerRecord | null = null;
	const letGo = () => {
		// A server that stands still answers no goodbye.
		at?.driver.close().catch(() => undefined);
		at = null;
	};
	const look = async (patience: number): Promise<Sighting> => {
		const record = readRecord(folder);
		seen = record;
		const isThere = record !== null && isAlive(record);
		if ((!isThere || record.state === 'starting') && (await lockHolder(folder)) !== null)
			return { is: 'busy' };
		// One that was left while it started is taken over as one that is gone.
		if (!isThere || record.state === 'starting') return { is: 'gone' };
		if (at && !isSame(at.record, record)) letGo();
		at ??= { record, driver: driverFor(record) };
		const since = performance.now();
		const answer = await ask(at.driver, patience);
		if (answer) return answer;
		letGo();
		return isAlive(record) ? { is: 'silent', since } : { is: 'gone' };
	};
	const end = async (ids: string[]) => {
		await at?.driver.executeQuery('TERMINATE TRANSACTIONS $ids', { ids }, onSystem).catch(() => undefined);
	};
	return { look, end, letGo, seen: () => seen };
}

const whatHappened: Record<Verdict, (folder: string, why: string) => string> = {
	broken: (folder) =>
		`The database of the local Neo4j in ${folder} has met an error that it does not get over`,
	gone: (folder, why) => `The local Neo4j in ${folder} is gone${why}`,
	silent: (folder) => `The local Neo4j in ${folder} has not answered for ten seconds`,
	stuck: (folder) => `The local Neo4j in ${folder} has not ended a query that was stopped five seconds ago`,
	full: (folder) => `A query filled the memory of the local Neo4j in ${folder}, which did not end it`
};

/**
 * Keeps the server of a folder there, for as long as this process uses it: one that ended, that does not answer or has
 * given up, that does not end a query which was stopped, or whose memory a query fills, is killed and started again, and
 * `log` is told. Whoever asks for it meanwhile is told that it is starting again. The answer ends that.
 */
export function watchLocalServer(start: Start): { stop: () => Promise<void> } {
	const { folder, log } = start;
	const ending = new AbortController();
	start.signal?.addEventListener('abort', () => {
		ending.abort();
	});
	const { look, end, letGo, seen } = lookout(folder);
	let mark = markLogs(folder);
	const restart = async (verdict: Verdict) => {
		const judged = seen();
		const failure = verdict === 'gone' ? failureOf(folder, mark) : null;
		// Most of what it wrote down while it lived has nothing to do with its end.
		const why = failure && ['memory', 'full'].includes(failure.kind) ? `: ${failure.reason}` : '';
		log(`${whatHappened[verdict](folder, why)}. Starting it again.`);
		letGo();
		const began = performance.now();
		mark = markLogs(folder);
		await restartLocalServer({ ...start, signal: ending.signal }, judged);
		log(`It is there again, after ${((performance.now() - began) / 1000).toFixed(0)} seconds.`);
	};
	const watching = watch(
		{
			look,
			end,
			restart,
			now: () => performance.now(),
			wait: (milliseconds) =>
				new Promise((wake) => {
					const done = () => {
						clearTimeout(timer);
						ending.signal.removeEventListener('abort', done);
						wake();
					};
					const timer = setTimeout(done, milliseconds);
					ending.signal.addEventListener('abort', done);
				}),
			onFailure: (error, seconds) => {
				const said = error instanceof ThroughlineError ? `${error.message} ${error.advice}` : String(error);
				log(`${said} The next try is in ${seconds} seconds.`);
			}
		},
		ending.signal
	);
	return {
		stop: async () => {
			ending.abort();
			letGo();
			await watching;
		}
	};
}

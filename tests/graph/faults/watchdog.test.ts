import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { watchLocalServer } from '#lib/server/local-server/watch-local-server.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { javaHome, ownFolder } from '../opened-store.ts';
import { recordOf } from './server-record.ts';

const own = ownFolder();
const said: string[] = [];
const marks = { text: 'MATCH (m:Mark) RETURN count(m) AS marks', row: z.object({ marks: z.int() }) };
/** Milliseconds: ten seconds of patience, a start of Neo4j on a machine that does much else, and some. */
const patience = 90_000;

let store: Store;
let watchdog: ReturnType<typeof watchLocalServer>;
let written = 0;

beforeAll(async () => {
	store = await openStore({ url: `local:${own.folder}`, javaHome });
	watchdog = watchLocalServer({ folder: own.folder, javaHome, log: (line) => said.push(line) });
});

afterAll(async () => {
	await watchdog.stop();
	await store.close();
});

/** One more node than before: all of them must be there after whatever comes. */
async function mark(): Promise<number> {
	await store.write((transaction) => transaction.run('CREATE (:Mark)'));
	said.length = 0;
	written += 1;
	return recordOf(own.folder)?.pid ?? 0;
}

/**
 * Runs it as one may who has the password: no guard, no cage, only the limit of the engine itself. To its end, and once:
 * a managed transaction would run it again on the server that was started for the one it took down.
 */
async function hostile(cypher: string): Promise<void> {
	const { bolt, username, password } = store.access;
	const driver = neo4j.driver(bolt, neo4j.auth.basic(username, password));
	const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
	await session.run(cypher, {}, { timeout: 2000 }).catch(() => undefined);
	await driver.close().catch(() => undefined);
}

/** Waits until another process than that answers in the folder, with all that was written. */
async function comesAgain(before: number): Promise<void> {
	await expect.poll(() => recordOf(own.folder)?.pid, { timeout: patience }).not.toBe(before);
	await expect.poll(() => recordOf(own.folder)?.state, { timeout: patience }).toBe('running');
	await expect
		.poll(() => store.read(marks).catch(() => null), { timeout: patience })
		.toEqual([{ marks: written }]);
}

describe('the local Neo4j is killed and started again', { timeout: 3 * patience }, () => {
	test.each([
		'RETURN reduce(s = 0, x IN range(1, 100000000000) | s + x) AS sum',
		'RETURN all(x IN range(1, 100000000000) WHERE x > 0) AS all'
	])('after %s', async (cypher) => {
		const before = await mark();
		const port = recordOf(own.folder)?.port;
		const run = hostile(cypher);
		await comesAgain(before);
		await run;
		expect(said).toEqual([
			`The local Neo4j in ${own.folder} has not ended a query that was stopped five seconds ago. Starting it again.`,
			expect.stringMatching(/^It is there again, after \d+ seconds\.$/)
		]);
		// Those who had it open find it where it was.
		expect(recordOf(own.folder)?.port).toBe(port);
	});

	test('when it stands still, and says so to those who come', async () => {
		const before = await mark();
		process.kill(before, 'SIGSTOP');
		const join = () => openStore({ url: `local:${own.folder}`, joinOnly: true });
		const began = performance.now();
		await expect(join()).rejects.toMatchObject({
			name: 'StoreUnavailableError',
			message: expect.stringMatching(/does not answer at bolt:/) as string
		});
		expect(performance.now() - began).toBeLessThan(8000);
		await expect
			.poll(() => recordOf(own.folder)?.state, { timeout: patience, interval: 20 })
			.toBe('starting');
		const asked = performance.now();
		await expect(join()).rejects.toMatchObject({
			name: 'StoreUnavailableError',
			message: `The local Neo4j in ${own.folder} is starting again.`,
			advice: 'Wait a few seconds, then try again or reload the page.'
		});
		expect(performance.now() - asked).toBeLessThan(1000);
		await comesAgain(before);
		expect(said[0]).toBe(
			`The local Neo4j in ${own.folder} has not answered for ten seconds. Starting it again.`
		);
	});

	test('when its process is gone', async () => {
		const before = await mark();
		process.kill(before, 'SIGKILL');
		await comesAgain(before);
		expect(said[0]).toBe(`The local Neo4j in ${own.folder} is gone. Starting it again.`);
	});
});

test(
	'a list of 20 million maps leaves it there or has it come again',
	{ timeout: 3 * patience },
	async () => {
		await mark();
		await hostile(
			'UNWIND [x IN range(1, 20000000) | {a: x}] AS m WITH collect(m) AS kept RETURN size(kept) AS size'
		);
		await expect
			.poll(() => store.read(marks, {}, { seconds: 2 }).catch(() => null), { timeout: patience })
			.toEqual([{ marks: written }]);
	}
);

describe('the local Neo4j is left alone', { timeout: 3 * patience }, () => {
	test('while it stands still for five seconds', async () => {
		await expect.poll(() => recordOf(own.folder)?.state, { timeout: patience }).toBe('running');
		const before = await mark();
		process.kill(before, 'SIGSTOP');
		await new Promise((wake) => setTimeout(wake, 5000));
		process.kill(before, 'SIGCONT');
		expect(await store.read(marks)).toEqual([{ marks: written }]);
		expect([recordOf(own.folder)?.pid, said]).toEqual([before, []]);
	});

	test('while a question takes longer than its patience', async () => {
		const before = await mark();
		const long = {
			text: 'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN sum(a % 7 + b % 3) AS marks',
			row: marks.row
		};
		await expect(store.read(long, {}, { seconds: 14 })).rejects.toMatchObject({ name: 'QueryStoppedError' });
		expect([recordOf(own.folder)?.pid, said]).toEqual([before, []]);
	});
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { pulseTimes } from '#lib/server/pulse.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { openedStore } from './opened-store.ts';

const opened = openedStore();
const one = { text: 'RETURN 1 AS one', row: z.object({ one: z.int() }) };
let pid: number;
let store: Store;

beforeAll(async () => {
	const record = await readFile(join(opened.folder, 'neo4j', 'running.json'), 'utf8');
	({ pid } = z.object({ pid: z.int() }).parse(JSON.parse(record)));
	store = await openStore({ url: `local:${opened.folder}`, joinOnly: true, isInteractive: true });
});

afterEach(() => {
	process.kill(pid, 'SIGCONT');
});

afterAll(() => store.close());

async function secondsUntil(rejected: Promise<unknown>): Promise<number> {
	const began = performance.now();
	await expect(rejected).rejects.toMatchObject({
		name: 'StoreUnavailableError',
		message: `The graph store at local:${opened.folder} does not answer just now.`
	});
	return (performance.now() - began) / 1000;
}

test('a store that stands still is given up by whoever waits in front of a page, at once by the next', async () => {
	expect(await store.read(one)).toEqual([{ one: 1 }]);
	process.kill(pid, 'SIGSTOP');
	const [first, second] = await Promise.all([secondsUntil(store.read(one)), secondsUntil(store.verify())]);
	expect(Math.max(first, second)).toBeLessThan(2);
	expect(await secondsUntil(store.read(one))).toBeLessThan(0.2);
	process.kill(pid, 'SIGCONT');
	await expect.poll(() => store.read(one).catch(() => null), { timeout: 10_000 }).toEqual([{ one: 1 }]);
});

test('a question that takes long in a store that lives is waited for', async () => {
	const slow = {
		text: 'UNWIND range(1, 12000000) AS a RETURN sum(a % 2) AS one',
		row: one.row
	};
	const began = performance.now();
	const rows = await store.read(slow);
	expect(rows).toEqual([{ one: 6_000_000 }]);
	// Longer than a beat may take: it was waited for, and not only quick.
	expect(performance.now() - began).toBeGreaterThan(pulseTimes.quiet);
});

import { request } from 'node:http';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { askQuery, port } from './raw-request.ts';

/** Guards that a query ends in Neo4j when the one who asked goes away, however it was asked. */

let store: Store;
test.beforeAll(async () => {
	store = await openStore({ url: 'local:./test-results/data', joinOnly: true });
	// The first question of a server takes its time: without it, what is measured is the rest.
	await askQuery({ cypher: 'RETURN 1' });
	await running('nobody');
});
test.afterAll(() => store.close());

/** Neo4j's transactions that run a query with that word in it. */
async function running(word: string): Promise<number> {
	const rows = await store.read(
		{
			text: `SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS '"${word}"' AND status = 'Running'`,
			row: z.object({ currentQuery: z.string() })
		},
		{}
	);
	return rows.filter(({ currentQuery }) => !currentQuery.includes('SHOW TRANSACTIONS')).length;
}

const slow = (word: string) =>
	`UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN "${word}", count(*)`;

/** Leaves by `leave` once the query runs, and sees it end by that: within a second, and before its own limit. */
async function expectEnd(word: string, began: number, leave: () => unknown) {
	await expect.poll(() => running(word), { timeout: 8000, intervals: [100] }).toBe(1);
	await leave();
	await expect.poll(() => running(word), { timeout: 1000, intervals: [50] }).toBe(0);
	expect(performance.now() - began).toBeLessThan(queryLimits.seconds * 1000);
}

for (const [word, method, path] of [
	['heron', 'POST', '/api/query'],
	['coot', 'GET', '/query?'],
	['teal', 'GET', '/query/__data.json?']
] as const) {
	test(`${method} ${path} ends with its client`, async () => {
		const cypher = slow(word);
		const began = performance.now();
		const asked = request({
			host: '127.0.0.1',
			port,
			method,
			path: method === 'POST' ? path : path + new URLSearchParams({ cypher }).toString(),
			headers: method === 'POST' ? { 'content-type': 'application/json' } : {}
		});
		asked.on('error', () => undefined);
		asked.end(method === 'POST' ? JSON.stringify({ cypher }) : undefined);
		await expectEnd(word, began, () => asked.destroy());
	});
}

test('Stop ends the query of the console', async ({ page }) => {
	await page.goto('/query');
	await page.locator('.cm-content').fill(slow('grebe'));
	const began = performance.now();
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await expectEnd('grebe', began, () => page.getByRole('button', { name: 'Stop' }).click());
});

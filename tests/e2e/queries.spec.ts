import { expect, test } from '@playwright/test';
import { z } from 'zod';

/** Guards a person's own queries: made, run, changed by two, deleted and taken back; results; feeds; plain words. */
const draft = { name: 'Herons', description: 'of the pond', parameters: [], view: 'table' };

test('a query is written, run, tagged, deleted and taken back', async ({ page }) => {
	await page.goto('/query?edit&cypher=RETURN+1+AS+heron');
	await page.getByRole('link', { name: 'Save as query' }).click();
	await page.getByLabel('Name', { exact: true }).fill('Herons of a day');
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Herons of a day');
	await expect(page.locator('tbody tr')).toHaveText('1');
	await page.getByPlaceholder('with, commas').fill('birds, pond');
	await page.getByRole('button', { name: 'Favourite' }).click();
	await expect(page.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
	await page.goto('/queries');
	await page.getByLabel('Find a query').fill('herons');
	await expect(page.locator('main li')).toHaveCount(1);
	await page.getByRole('link', { name: 'Herons of a day' }).click();
	await page.getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
});

test('the second of two who change a query is told, and keeps theirs as a copy', async ({
	page,
	request
}) => {
	const made = z.object({ id: z.string() });
	const body = { ...draft, cypher: 'RETURN 2 AS herons' };
	const { id } = made.parse(await (await request.post('/api/queries', { data: body })).json());
	await page.goto(`/queries/${id}/edit`);
	await page.getByLabel('What it answers').fill('mine');
	const theirs = { revision: 1, draft: { ...body, description: 'theirs' } };
	expect((await request.put(`/api/queries/${id}`, { data: theirs })).status()).toBe(200);
	await page.getByRole('button', { name: 'Keep', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Someone else changed the saved query');
	await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Herons (copy)');
	expect(await (await request.get(`/api/queries/${id}`)).json()).toMatchObject({
		description: 'theirs',
		revision: 2
	});
});

test('no other site writes, runs or imports', async ({ request }) => {
	const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
	const data = { ...draft, cypher: 'RETURN 1' };
	for (const [method, path] of [
		['POST', '/api/queries'],
		['PUT', '/api/queries/rising-concepts/marks'],
		['POST', '/api/queries/import'],
		['POST', '/api/queries/herons/restore'],
		['DELETE', '/api/queries/herons'],
		['GET', '/api/queries/rising-concepts/feed'],
		['GET', '/api/queries/rising-concepts/choices?parameter=x']
	] as const) {
		const answer = await request.fetch(path, { method, headers, ...(method === 'GET' ? {} : { data }) });
		expect([path, answer.status()]).toEqual([path, 403]);
	}
	const before = (await (await request.get('/api/queries')).json()) as unknown[];
	expect(before.length).toBeGreaterThan(20);
});

test('a query shows the view that it says before anybody has typed', async ({ page }) => {
	await page.goto('/queries/papers-by-month');
	await expect(page.getByRole('img', { name: /^Lines of papers/ })).toBeVisible();
	await page.getByRole('link', { name: 'table', exact: true }).click();
	await expect(page.getByRole('columnheader', { name: 'month' })).toBeVisible();
	await page.goto('/queries/neighbourhood-of-a-concept');
	await expect(page.getByRole('application', { name: /^Map/ })).toBeVisible();
});

test('a feed has stable ids, says when the graph was ingested, and is not made twice', async ({
	request
}) => {
	const path = '/api/queries/strongest-of-a-kind/feed?kind=method';
	const first = await request.get(path);
	const ids = (text: string) =>
		[...text.matchAll(/<id>(urn:throughline:query:strongest[^<]*)<\/id>/g)].map(([, id]) => id);
	const text = await first.text();
	expect(ids(text).length).toBeGreaterThan(5);
	expect(new Set(ids(text)).size).toBe(ids(text).length);
	expect(text).toContain('The graph was last ingested on ');
	expect(ids(await (await request.get(path)).text())).toEqual(ids(text));
	const again = await request.get(path, { headers: { 'if-none-match': first.headers()['etag'] ?? '' } });
	expect([again.status(), await again.text()]).toEqual([304, '']);
});

test('rows come as CSV and NDJSON, by GET and by POST', async ({ request }) => {
	const csv = await request.get('/api/queries/concepts-by-kind/run?format=csv');
	expect([csv.headers()['content-type'], (await csv.text()).split('\n')[0]]).toEqual([
		...['text/csv; charset=utf-8', 'kind,concepts,mentions']
	]);
	const data = { cypher: 'UNWIND $of AS n RETURN n', parameters: { of: [1, 2] }, format: 'ndjson' };
	expect(await (await request.post('/api/query', { data })).text()).toBe('{"n":1}\n{"n":2}\n');
});

test('plain words are offered as a question, filled in', async ({ page }) => {
	await page.goto('/papers');
	await page.getByRole('combobox').first().fill('papers on GRPO since 2020');
	const offered = page.getByRole('option', { name: /Papers about several concepts/ });
	await expect(offered).toContainText('GRPO');
	await offered.click();
	await expect(page).toHaveURL(/papers-about-several-concepts\?concepts=concepts%2F[\w-]+&from=2020/);
	await expect(page.locator('tbody tr').first()).toBeVisible();
});

test('the console warns of a label that the graph does not have, and takes $parameters', async ({ page }) => {
	await page.goto('/query?cypher=MATCH+(n:Papers)+RETURN+n');
	await expect(page.getByText('The graph has no label “Papers”. Did you mean Paper?')).toBeVisible();
	await page.goto('/query?cypher=RETURN+$x+%2B+1+AS+y');
	await page.getByLabel('$x').fill('41');
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(page.locator('.number')).toHaveText('42 y');
});

test('a query is asked about a place of the map, and about several', async ({ page }) => {
	await page.goto('/?at=concepts/group-relative-policy-optimization');
	await page.getByRole('link', { name: 'Ask about it' }).click();
	await expect(page.getByRole('heading', { name: 'Asked about GRPO' })).toBeVisible();
	const offered = page.getByRole('region', { name: 'Asked about GRPO' }).getByRole('link');
	expect(await offered.count()).toBeGreaterThan(4);
	const address = await offered.first().getAttribute('href');
	expect(address).toMatch(/^\/queries\/[a-z-]+\?[a-z]+=group-relative-policy-optimization$/);
	await offered.first().click();
	await expect(page.getByText('GRPO').first()).toBeVisible();
	// The key does the same, and all that is gathered goes along.
	await page.goto('/?at=concepts/group-relative-policy-optimization');
	await page.getByRole('application').focus();
	await page.keyboard.press('q');
	await expect(page.getByRole('heading', { name: 'Asked about GRPO' })).toBeVisible();
	await page.goto('/queries?about=concepts/rationale&about=concepts/group-relative-policy-optimization');
	await expect(page.getByRole('heading', { name: 'Asked about rationale, GRPO' })).toBeVisible();
	const hrefs = await page
		.getByRole('region', { name: /^Asked about/ })
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(hrefs.length).toBeGreaterThan(0);
	for (const href of hrefs) {
		const values = [...new URL(href ?? '', 'http://127.0.0.1').searchParams.values()];
		expect(values).toEqual(['rationale', 'group-relative-policy-optimization']);
	}
	const missing = await page.goto('/queries?about=concepts/none');
	expect(missing?.status()).toBe(404);
	expect((await page.goto('/queries?about=ponds'))?.status()).toBe(422);
});

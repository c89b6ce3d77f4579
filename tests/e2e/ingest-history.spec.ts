import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { madeUpPaper } from '../graph/made-up-papers.ts';
import { openOwnExplorer, type OwnExplorer } from './own-explorer.ts';

/** Guards that the history of ingests tells what changed: as list, on the map, and as feed; and what the library makes of it. */

let explorer: OwnExplorer;

test.beforeAll(async () => {
	test.setTimeout(240_000);
	explorer = await openOwnExplorer();
	const file = join(explorer.folder, 'ponds.jsonl');
	await writeFile(
		file,
		Array.from({ length: 30 }, (_, at) => `${JSON.stringify(madeUpPaper(at))}\n`).join('')
	);
	const { code, errors } = await explorer.ingest(file, '--library', 'Ponds');
	expect([code, errors.slice(-500)]).toEqual([0, expect.any(String)]);
});

test.afterAll(() => explorer.end());

test('the history leads to what changed, part by part, and to all of a part', async ({ page }) => {
	await page.goto(`${explorer.origin}/ingest`);
	const table = page.getByRole('table');
	await expect(table.getByRole('row')).toHaveCount(3);
	const last = table.getByRole('row').nth(1);
	await expect(last).toContainText('30 new papers');
	await last.getByText('ponds.jsonl').first().click();
	await expect(last).toContainText(/30 records read, 0 rejected\s*[0-9a-f]{64}/);

	await page.getByRole('button', { name: 'What changed between the two' }).click();
	await expect(page).toHaveURL(/\/ingest\/changes\?(?=.*from=.)(?=.*to=.)/);
	await expect(page.getByRole('heading', { name: 'What changed' })).toBeVisible();
	await expect(page.getByText('52 papers then, 82 papers after 1 more ingest.')).toBeVisible();
	const papers = page.getByRole('region', { name: 'New papers · 30' });
	await expect(papers.getByRole('listitem')).toHaveCount(10);
	await expect(papers.getByRole('listitem').first()).toContainText('2024-');
	await expect(page.getByRole('region', { name: /^Topics that grew · \d+$/ })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Gone · 0' })).toContainText('None.');
	await papers.getByRole('link', { name: 'All 30' }).click();
	await expect(page.getByRole('region', { name: 'New papers · 30' }).getByRole('listitem')).toHaveCount(30);

	await page.getByLabel('From').selectOption({ label: 'the beginning' });
	await page.getByRole('button', { name: 'Compare' }).click();
	await expect(page.getByRole('region', { name: 'New papers · 82' })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('what is new is lit on the map, and marked there and in the list beside it', async ({ page }) => {
	await page.goto(`${explorer.origin}/ingest/changes`);
	await page.getByRole('link', { name: 'See what is new on the map' }).click();
	await expect(page).toHaveURL(/only=papers\/made-up-/);
	await expect(page.getByRole('application')).toBeVisible();
	await page.getByRole('button', { name: /list/i }).first().click();
	const marks = page.getByRole('table').getByRole('img', { name: 'to read', exact: true });
	await expect(marks).toHaveCount(30);
});

test('the feeds have ids that stay, and say when the graph was ingested', async ({ request }) => {
	const ingests = await request.get(`${explorer.origin}/api/ingests/feed`);
	expect(ingests.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
	const atom = await ingests.text();
	expect(atom.match(/<id>urn:throughline:ingest:/g)).toHaveLength(2);
	expect(atom).toContain('<title>30 new papers, ');
	expect(atom).toContain('The graph was last ingested on ');
	const known = { 'if-none-match': ingests.headers()['etag'] ?? '' };
	expect((await request.get(`${explorer.origin}/api/ingests/feed`, { headers: known })).status()).toBe(304);

	const { items } = (await (
		await request.get(`${explorer.origin}/api/ingests/changes/feed?format=json`)
	).json()) as { items: { id: string; url: string; content_text: string }[] };
	expect(items[0]?.id).toMatch(/^urn:throughline:change:papers:papers\/made-up-\d{4}$/);
	expect(items[0]?.url).toContain('/papers/made-up-');
	expect(items.filter(({ content_text }) => content_text.startsWith('New papers'))).toHaveLength(30);
	const wrong = await request.get(`${explorer.origin}/api/ingests/changes?from=never`);
	expect([wrong.status(), ((await wrong.json()) as { detail: string }).detail]).toEqual([
		404,
		expect.stringContaining('There is no ingest "never".')
	]);
});

test('a topic tells what to read next; the library goes out with its marks', async ({ page, request }) => {
	await page.goto(`${explorer.origin}/concepts/contact-map`);
	await page.getByRole('link', { name: 'What to read next' }).click();
	await expect(page.getByRole('heading', { name: 'Next to read on contact map' })).toBeVisible();
	await expect(page.getByText(/^0 of \d+ papers are marked as read/)).toBeVisible();
	await expect(page.getByText(/^adds \d+ concepts: /).first()).toBeVisible();
	await page.goto(`${explorer.origin}/library`);
	const link = page.getByRole('link', { name: 'BibTeX' });
	const file = await request.get(new URL((await link.getAttribute('href')) ?? '', explorer.origin).href);
	expect(
		(await file.text()).match(/keywords = \{throughline:to-read, throughline:library:Ponds\}/g)
	).toHaveLength(30);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { portOf } from '../graph/port-of.ts';
import { openPaperServer, type PaperServer } from '../unit/sources/net/paper-server.ts';

/**
 * Guards that papers are added in the browser: files, what is fetched, estimate, progress, report, map; and that it can
 * be left.
 */

let net: PaperServer;
let explorer: ChildProcess;
let origin: string;
let folder: string;

/** An explorer of its own, because what is added stays. */
test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
	const probe = createServer();
	const port = await portOf(probe);
	probe.close();
	origin = `http://127.0.0.1:${port}`;
	net = await openPaperServer(120);
	const env = {
		...process.env,
		THROUGHLINE_CACHE: join(folder, 'cache'),
		THROUGHLINE_NET_MIRRORS: `api.openalex.org=${net.base}`,
		PORT: String(port),
		GRAPH_URL: `local:${join(folder, 'data')}`,
		TMPDIR: folder
	};
	explorer = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], { env, stdio: 'ignore' });
	await expect
		.poll(
			() =>
				fetch(`${origin}/api/health`).then(
					({ status }) => status,
					() => 0
				),
			{ timeout: 150_000 }
		)
		.toBe(200);
});

test.afterAll(async () => {
	explorer.kill();
	await once(explorer, 'exit');
	await net.close();
	await rm(folder, { recursive: true, force: true });
});

const paper = (number: number, topic: string) => `@article{pond${number},
  title = {Duckweed${number}: a ${topic} for pond robots},
  author = {Reed, Ann and Moss, Bo},
  year = {2025}, doi = {10.5555/pond.${number}},
  abstract = {We propose Duckweed${number}, a ${topic} that lets pond robots steer between reeds. A sonar lattice and a mud detector feed the ${topic}, and Duckweed${number} needs no map of the pond.}
}
`;
const library = [
	paper(1, 'drift controller'),
	paper(2, 'sonar lattice'),
	paper(1, 'drift controller'),
	'@article{nothing, author = {Reed, Ann}, year = {2025}}\n'
].join('');

async function give(page: Page, name: string, text: string) {
	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Choose files' }).click();
	await (await choosing).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const leftFolders = async () =>
	(await readdir(folder)).filter((name) => name.startsWith('throughline-ingest-'));

test('a library is estimated, ingested, reported and shown on the map; an open map offers what is new', async ({
	page,
	context
}) => {
	test.setTimeout(180_000);
	const map = await context.newPage();
	await map.goto(`${origin}/`);
	await page.goto(`${origin}/ingest`);
	await give(page, '../../reeds & ponds.bib', library);
	await expect(page.getByRole('heading', { name: 'What would come' })).toBeVisible({ timeout: 60_000 });
	const card = page.getByRole('region', { name: 'What would come' });
	await expect(card).toContainText('reeds _ ponds.bib');
	await expect(card).toContainText('2 papers, 2 of them new to the 52 papers that the graph holds.');
	await card.getByText('Would be rejected: 1').click();
	await expect(card).toContainText('reeds _ ponds.bib, record 4: no title; no abstract');
	await card.getByText('Duplicates, merged: 1').click();
	await expect(card).toContainText('the same DOI 10.5555/pond.1');
	expect(await leftFolders()).toHaveLength(1);

	await card.getByRole('button', { name: 'Ingest' }).click();
	await expect(page.getByRole('heading', { name: 'Ingesting' })).toBeVisible();
	// It goes on whoever looks.
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible({ timeout: 120_000 });
	const done = page.getByRole('region', { name: 'Done' });
	await expect(done).toContainText(/2 new papers and \d+ new concepts?; the\s+graph\s+holds\s+54 papers/);
	expect(await leftFolders()).toEqual([]);
	await expect(page.getByText('54 papers and')).toBeVisible();

	const downloading = page.waitForEvent('download');
	await done.getByRole('link', { name: 'Download the report' }).click();
	const report = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as {
		news: { papers: string[] };
		rejected: object[];
	};
	expect(report.news.papers).toEqual(['10.5555/pond.1', '10.5555/pond.2']);
	expect(report.rejected).toEqual([
		{ file: 'reeds _ ponds.bib', record: 4, reason: 'no title; no abstract' }
	]);

	await done.getByRole('link', { name: 'See what is new on the map' }).click();
	await expect(page).toHaveURL(/only=papers\/10\.5555\/pond\.1/);
	await expect(page.getByRole('application')).toBeVisible();
	await page.getByRole('button', { name: /list/i }).first().click();
	await expect(page.getByRole('table').getByRole('link', { name: 'Duckweed1' }).first()).toBeVisible();

	await map.bringToFront();
	await expect(map.getByText('The graph has changed.')).toBeVisible({ timeout: 4000 });
	await map.getByRole('button', { name: 'Show the new one' }).click();
	await expect(map.getByText('The graph has changed.')).toBeHidden();
});

test('what was pasted can be cancelled, and nothing of it stays', async ({ page }) => {
	await page.goto(`${origin}/ingest`);
	const held = await page
		.getByText(/\d+ papers and/)
		.first()
		.innerText();
	const more = page.getByRole('button', { name: 'Add more' });
	if (await more.isVisible()) await more.click();
	await page.getByText('Paste text').click();
	await page.getByLabel('Records, as').fill(paper(3, 'mud detector'));
	await page.getByRole('button', { name: 'Read it' }).click();
	await expect(page.getByRole('heading', { name: 'What would come' })).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Ingest' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
	expect(await leftFolders()).toEqual([]);
	await page.waitForTimeout(3000);
	await page.reload();
	expect(
		await page
			.getByText(/\d+ papers and/)
			.first()
			.innerText()
	).toBe(held);
	await page.getByRole('button', { name: 'Add more' }).click();
	await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('papers are fetched: who is asked stands there first, then an estimate; addresses of this machine are not', async ({
	page,
	request
}) => {
	test.setTimeout(180_000);
	await page.goto(`${origin}/ingest`);
	const more = page.getByRole('button', { name: 'Add more' });
	if (await more.isVisible()) await more.click();
	await page.getByText('Fetch from the net').click();
	const asking = page.getByRole('button', { name: 'Fetch and estimate' });
	const address = page.getByLabel('A query to a source');
	for (const none of ['/etc/passwd', 'file:///etc/passwd', 'http://example.org/library.bib', 'arxiv:']) {
		await address.fill(none);
		await expect(asking).toBeDisabled();
	}
	await address.fill('openalex:pond robots');
	await page.getByLabel('Papers, at most').fill('110');
	await expect(
		page.getByText(
			'Asks api.openalex.org for at most 110 papers of OpenAlex: up to 2 requests, one every 0.2 s.'
		)
	).toBeVisible();
	expect(net.asked).toEqual([]);
	await asking.click();
	const card = page.getByRole('region', { name: 'What would come' });
	await expect(card).toContainText(/110 papers, 1\d\d of them new/, { timeout: 60_000 });
	const [, fresh = ''] = /(\d+) of them new/.exec(await card.innerText()) ?? [];
	// Two of them may have come with the library of another test.
	expect(['108', '110']).toContain(fresh);
	await expect(card).toContainText('110 papers of 120 are taken, as many as were asked for.');
	await card.getByRole('button', { name: 'Ingest' }).click();
	await expect(page.getByRole('region', { name: 'Done' })).toContainText(`${fresh} new papers`, {
		timeout: 120_000
	});
	expect(net.asked.map(({ parameters }) => parameters['page'])).toEqual(['1', '2']);
	await expect(page.getByRole('row').filter({ hasText: 'openalex:pond robots' })).toBeVisible();
	await page.getByRole('button', { name: 'Add more' }).click();

	const fetchOf = (given: string, headers: Record<string, string> = {}) =>
		request.post(`${origin}/api/ingest/fetch`, { headers, data: { address: given } });
	for (const local of [
		'https://127.0.0.1/a.bib',
		'https://[::ffff:a9fe:a9fe]/a.bib',
		'https://localhost/a.bib'
	]) {
		expect((await fetchOf(local)).status()).toBe(200);
		await expect(page.getByRole('alert')).toContainText('is an address of this machine or of its network', {
			timeout: 30_000
		});
		await page.getByRole('button', { name: 'Add more' }).click();
		await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
	}
	expect((await fetchOf('http://example.org/a.bib')).status()).toBe(422);
	expect((await fetchOf('--remove')).status()).toBe(422);
	expect((await fetchOf('arxiv:ponds', { 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
	expect((await fetchOf('arxiv:ponds', { 'x-forwarded-for': '203.0.113.9' })).status()).toBe(403);
	expect(net.asked).toHaveLength(2);
});

test('a file of no format is told so, a second ingest waits, and other sites begin none', async ({
	page,
	request
}) => {
	const begin = (headers: Record<string, string> = {}) =>
		request.post(`${origin}/api/ingest`, { headers, data: { files: [{ name: 'x', bytes: 9 }] } });
	await page.goto(`${origin}/ingest`);
	await give(page, 'notes.txt', 'bread, milk and three onions\n');
	await expect(page.getByRole('alert')).toContainText('notes.txt: this is no format that Throughline knows');
	expect((await begin({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
	expect((await begin({ 'x-forwarded-for': '203.0.113.9' })).status()).toBe(403);
	const begun = (await (await begin()).json()) as { id: string };
	expect((await begin()).status()).toBe(409);
	const part = (at: number, data: string) =>
		request.put(`${origin}/api/ingest/files/0?job=${begun.id}&at=${at}`, {
			headers: { 'content-type': 'application/octet-stream' },
			data: Buffer.from(data)
		});
	expect((await part(3, 'pond')).status()).toBe(422);
	expect((await part(0, 'far too long for it')).status()).toBe(422);
	expect((await part(0, 'pond')).status()).toBe(200);
	const ended = await request.post(`${origin}/api/ingest/cancel`, { data: { job: begun.id } });
	expect(((await ended.json()) as { phase: string }).phase).toBe('cancelled');
	expect((await part(4, 'lake!')).status()).toBe(404);
	expect((await part(4, 'p'.repeat(450_000))).status()).toBe(413);
});

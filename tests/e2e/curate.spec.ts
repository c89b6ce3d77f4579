import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { portOf } from '../graph/port-of.ts';

/** Guards that people correct concepts: decide, apply, see what it did, take back; without script and from no other site. */

let explorer: ChildProcess;
let origin: string;
let folder: string;

/** An explorer of its own, because what is decided changes the graph. */
test.beforeAll(async () => {
	test.setTimeout(180_000);
	folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
	const probe = createServer();
	const port = await portOf(probe);
	probe.close();
	origin = `http://127.0.0.1:${port}`;
	const env = {
		...process.env,
		THROUGHLINE_CACHE: join(folder, 'cache'),
		PORT: String(port),
		GRAPH_URL: `local:${join(folder, 'data')}`,
		TMPDIR: folder
	};
	explorer = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], { env, stdio: 'ignore' });
	const health = () =>
		fetch(`${origin}/api/health`).then(
			({ status }) => status,
			() => 0
		);
	await expect.poll(health, { timeout: 150_000 }).toBe(200);
});

test.afterAll(async () => {
	explorer.kill();
	await once(explorer, 'exit');
	await rm(folder, { recursive: true, force: true });
});

async function apply(page: Page) {
	await page.goto(`${origin}/curate`);
	await page.getByRole('button', { name: 'Apply now' }).click();
	await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible({ timeout: 120_000 });
}

test('a concept is said to be none, which is applied, told, and taken back', async ({ page }) => {
	test.setTimeout(240_000);
	await page.goto(`${origin}/concepts/rationale`);
	await page.getByRole('link', { name: 'Wrong? rationale', exact: true }).click();
	await page.getByRole('button', { name: 'Not a concept' }).click();
	await expect(page.getByRole('status')).toContainText('Kept: rationale is no concept.');
	const row = page.getByRole('listitem').filter({ hasText: 'rationale is no concept' });
	await expect(row).toContainText('Takes effect with the next ingest.');
	expect((await page.request.get(`${origin}/concepts/rationale`)).status()).toBe(200);

	await apply(page);
	await expect(page.getByText('1 of 1 decision about concepts applied.')).toBeVisible();
	expect((await page.request.get(`${origin}/api/concepts/rationale`, { maxRedirects: 0 })).status()).not.toBe(
		200
	);
	await page.getByRole('link', { name: 'What each did' }).click();
	await expect(row).toContainText(/rationale is left out, \d+ papers\./);
	await expect(page.getByRole('button', { name: 'Apply now' })).toHaveCount(0);

	await row.getByRole('button', { name: 'Take back' }).click();
	await expect(row).toHaveCount(0);
	await expect(page.getByRole('status')).toContainText('Taken back: rationale is no concept.');
	await apply(page);
	expect((await page.request.get(`${origin}/api/concepts/rationale`)).status()).toBe(200);
});

test('two are made one without script, and the address of the one leads to the other', async ({
	browser,
	page
}) => {
	test.setTimeout(240_000);
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 390, height: 844 }
	});
	const plain = await context.newPage();
	await plain.goto(`${origin}/curate/wrong?concept=self-consistency`);
	await plain.getByLabel('The other one, or a new name').fill('Rationale');
	await plain.getByRole('button', { name: 'One concept' }).click();
	await expect(plain.getByRole('status')).toContainText('Kept: self-consistency is the same as rationale.');
	await plain.getByRole('status').getByRole('button', { name: 'Take it back' }).click();
	await expect(plain.getByRole('status')).toContainText(
		'Taken back: self-consistency is the same as rationale.'
	);
	await plain.getByRole('button', { name: 'Keep it after all' }).click();
	await context.close();

	await apply(page);
	await page.goto(`${origin}/concepts/self-consistency`);
	await expect(page).toHaveURL(`${origin}/concepts/rationale`);
	await expect(page.getByText('Also written')).toContainText('self-consistency');
});

test('what does not fit is told, and another site decides nothing', async ({ request }) => {
	const decide = (form: Record<string, string>, headers: Record<string, string> = {}) =>
		request.post(`${origin}/curate?/decide`, {
			form,
			headers: { accept: 'application/json', origin, ...headers }
		});
	const hide = { decision: 'hide', forms: 'pond' };
	expect(await (await decide({ decision: 'marry', forms: 'pond' })).json()).toMatchObject({
		type: 'failure',
		status: 422
	});
	expect(await (await decide({ decision: 'hide' })).json()).toMatchObject({ type: 'failure', status: 422 });
	expect((await decide(hide, { origin: 'https://other.example' })).status()).toBe(403);
	expect((await decide(hide, { 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
	const applying = request.post(`${origin}/curate?/apply`, {
		form: {},
		headers: { accept: 'application/json', origin, 'x-forwarded-for': '203.0.113.9' }
	});
	expect(await (await applying).json()).toMatchObject({ type: 'failure', status: 403 });
	expect(await (await request.get(`${origin}/curate`)).text()).not.toContain('pond is hidden');
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`all of it can be read by everyone, ${colorScheme}, also on a phone`, async ({ browser }) => {
		const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } });
		const page = await context.newPage();
		for (const path of ['/curate', '/curate/wrong?concept=rationale']) {
			await page.goto(origin + path);
			expect(
				(await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
			).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		}
		await context.close();
	});

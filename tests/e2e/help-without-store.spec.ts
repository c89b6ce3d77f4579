import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { exportFormats } from '#lib/domain/export-formats.ts';
import { nodeModel, relationshipModel } from '#lib/domain/graph-model.ts';
import { portOf } from '../graph/port-of.ts';

/** Guards that help is there while the graph store is away, and tells what the tables of the program hold. */

/** The built explorer with a store that is not there. */
async function withoutStore(work: (origin: string) => Promise<void>): Promise<void> {
	const probe = createServer();
	const port = await portOf(probe);
	probe.close();
	const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), GRAPH_URL: 'bolt://127.0.0.1:9' };
	const explorer = spawn(process.execPath, ['build/index.js'], { env, stdio: 'ignore' });
	const origin = `http://127.0.0.1:${port}`;
	try {
		await expect
			.poll(() =>
				fetch(`${origin}/favicon.svg`).then(
					({ status }) => status,
					() => 0
				)
			)
			.toBe(200);
		await work(origin);
	} finally {
		explorer.kill();
		await once(explorer, 'exit');
	}
}

test('help and the description of the API need no store, other pages say that it is away', async ({
	page
}) => {
	await withoutStore(async (origin) => {
		expect((await fetch(`${origin}/papers`)).status).toBe(503);
		expect((await fetch(`${origin}/api/openapi.json`)).status).toBe(200);
		const answer = await page.goto(`${origin}/help`);
		expect(answer?.status()).toBe(200);
		await expect(page.getByRole('heading', { name: 'What the graph holds' })).toBeVisible();
	});
});

test('help tells every format that is written, and what the graph holds', async ({ page }) => {
	await page.goto('/help');
	const text = await page.locator('main').innerText();
	for (const { name, about } of Object.values(exportFormats)) {
		expect(text).toContain(name);
		expect(text).toContain(about);
	}
	for (const [label, { about, properties }] of Object.entries(nodeModel)) {
		const row = page.locator('details', { has: page.locator('summary', { hasText: `:${label} ${about}` }) });
		await row.locator('summary').click();
		expect(await row.locator('dt').allInnerTexts()).toEqual(Object.keys(properties.shape));
	}
	for (const [type, { about }] of Object.entries(relationshipModel)) {
		const row = page.locator('summary', { hasText: `[:${type}]` });
		await expect(row).toContainText(about);
	}
});

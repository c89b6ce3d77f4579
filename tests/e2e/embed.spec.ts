import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

/** The map in a frame of another site: it shows, and leads out of the frame; no other page can be framed. */

let server: Server;
let site = '';
let framed = '';

test.beforeAll(async () => {
	server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(`<!doctype html><iframe src="${framed}" width="960" height="600"></iframe>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	site = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
	server.close();
});

test('a frame of another site shows the map alone, and what is chosen opens beside it', async ({
	page,
	baseURL,
	context
}) => {
	framed = `${baseURL ?? ''}/?embed`;
	await page.goto(site);
	const frame = page.frameLocator('iframe');
	await expect(frame.getByRole('application')).toBeVisible();
	await expect(frame.getByRole('banner')).toHaveCount(0);
	await expect(frame.getByRole('search')).toHaveCount(0);
	const link = frame.getByRole('link', { name: /in Throughline$/ });
	await expect(link).toHaveAttribute('href', '/');
	const opened = context.waitForEvent('page');
	await frame.getByRole('application').focus();
	await frame.getByRole('application').press('Enter');
	await expect((await opened).getByRole('banner')).toBeVisible();
	expect(new URL((await opened).url()).searchParams.get('at')).toMatch(/^(concepts|papers)\//);
});

for (const path of ['/', '/?embedded', '/papers?embed', '/query?embed']) {
	test(`${path} stands in no frame`, async ({ page, baseURL }) => {
		framed = (baseURL ?? '') + path;
		const refused = page.waitForEvent('console', (message) => message.text().includes('frame'));
		await page.goto(site);
		expect((await refused).text()).toMatch(/X-Frame-Options|frame-ancestors/i);
		await expect(page.frameLocator('iframe').getByRole('application')).toHaveCount(0);
	});
}

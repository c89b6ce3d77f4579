import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { own } from './raw-request.ts';

/** Guards, in a real browser, what a page of another site can and cannot do here. */

const text = "RETURN 'pond' + 'weed' AS word";
const consoleAddress = `${own}/query?${new URLSearchParams({ cypher: text }).toString()}`;
const savedAddress = `${own}/queries/strongest-of-a-kind?kind=metric&limit=3`;

const attack = `<!doctype html><title>another site</title>
<img src="${consoleAddress}">
<script src="${own}/api/queries/concepts-by-kind/run"></script>
<link rel="stylesheet" href="${own}/query?cypher=RETURN+2">
<iframe src="${own}/query?cypher=RETURN+3"></iframe>
<object data="${own}/api/export"></object>
<iframe name="target"></iframe>
<form method="post" enctype="text/plain" action="${own}/api/query" target="target">
<input name='{"cypher":"RETURN 4","parameters":{"x":"' value='"}}'></form>
<script>
const tries = [
	['/api/papers', {}],
	['/api/export', { mode: 'no-cors' }],
	['/api/query', { method: 'POST', body: '{"cypher":"RETURN 5"}' }],
	['/api/query', { method: 'POST', mode: 'no-cors', body: '{"cypher":"RETURN 6"}' }],
	['/api/query', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"cypher":"RETURN 7"}' }]
];
document.forms[0].submit();
Promise.all(tries.map(([path, how]) => fetch('${own}' + path, how).then(
	(answer) => answer.type === 'opaque' ? 'opaque' : 'read', () => 'failed'
))).then((outcomes) => { document.title = outcomes.join(' '); });
</script>
<a id="console" href="${consoleAddress.replaceAll('&', '&amp;')}">console</a>
<a id="saved" href="${savedAddress.replaceAll('&', '&amp;')}">saved</a>
<a id="plain" href="${own}/help">help</a>
<a id="export" href="${own}/api/export">export</a>`;

let server: Server;
let other = 0;
test.beforeAll(async () => {
	server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html');
		response.end(attack);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	other = (server.address() as AddressInfo).port;
});
test.afterAll(() => {
	server.closeAllConnections();
	server.close();
});

async function clickAt(page: Page, host: string, link: string) {
	await page.goto(`http://${host}:${other}/`, { waitUntil: 'domcontentloaded' });
	await page.locator(link).click();
}

for (const host of ['localhost', '127.0.0.1']) {
	test(`a page at ${host}, another port, gets nothing out of this server`, async ({ page }) => {
		const asked: string[] = [];
		const refused: string[] = [];
		const answered: [string, number][] = [];
		const note = (list: string[], url: string) => {
			if (url.startsWith(own)) list.push(url);
		};
		page.on('request', (request) => {
			note(asked, request.url());
		});
		// What the answer's headers keep from the page does not count as an answer.
		page.on('requestfailed', (request) => {
			note(refused, request.url());
		});
		page.on('response', (response) => {
			if (response.url().startsWith(own)) answered.push([response.url(), response.status()]);
		});
		await page.goto(`http://${host}:${other}/`);
		await expect(page).toHaveTitle(/^(failed|opaque)( failed| opaque){4}$/);
		await page.waitForLoadState('networkidle');
		expect(asked.length).toBeGreaterThanOrEqual(10);
		expect(answered.filter(([, status]) => status !== 403)).toEqual([]);
		const unanswered = asked.filter((url) => !answered.some(([each]) => each === url));
		expect(unanswered.filter((url) => !refused.includes(url))).toEqual([]);
	});

	test(`a link at ${host} opens the console, which waits for a person`, async ({ page }) => {
		await clickAt(page, host, '#console');
		await expect(page.getByText('This query has not run.')).toBeVisible();
		await expect(page.locator('textarea[name="cypher"]')).toHaveValue(text);
		await expect(page.getByText('pondweed')).toHaveCount(0);
		await page.getByRole('link', { name: 'Run it' }).click();
		await expect(page.getByText('pondweed')).toBeVisible();
		await expect(page.getByText('This query has not run.')).toHaveCount(0);
	});

	test(`a link at ${host} opens a saved query, which waits for a person`, async ({ page }) => {
		await clickAt(page, host, '#saved');
		await expect(page.getByText('This query has not run.')).toBeVisible();
		await expect(page.getByLabel('Kind')).toHaveValue('metric');
		await page.getByRole('button', { name: 'Run', exact: true }).click();
		await expect(page.getByText(/\d rows/)).toBeVisible();
	});
}

test('the button of the console runs what a link filled in', async ({ page }) => {
	await clickAt(page, 'localhost', '#console');
	await expect(page.getByText('This query has not run.')).toBeVisible();
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(page.getByText('pondweed')).toBeVisible();
});

test('a link to a page is a link, a link to the export is refused', async ({ page }) => {
	await clickAt(page, 'localhost', '#plain');
	await expect(page.getByRole('heading', { name: 'Help', exact: true })).toBeVisible();
	await clickAt(page, 'localhost', '#export');
	await expect(page.getByText('/help#cross-site')).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { ask } from './raw-request.ts';

/** Guards what the first page weighs as it is sent, and that answers go packed to those who take it. */

/** Bytes over the wire, headers with them, until nothing is asked for any more. 350 are asked. */
const budget = 345 * 1024;

test(`the first page is sent in ${budget / 1024} KB`, async ({ page }) => {
	const client = await page.context().newCDPSession(page);
	await client.send('Network.enable');
	const urls = new Map<string, string>();
	const sent: { url: string; bytes: number }[] = [];
	client.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
	client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		sent.push({ url: new URL(urls.get(requestId) ?? 'http://none').pathname, bytes: encodedDataLength });
	});
	await page.goto('/');
	await expect(page.getByRole('application')).toBeVisible();
	await page.waitForLoadState('networkidle');
	const total = sent.reduce((sum, { bytes }) => sum + bytes, 0);
	const largest = sent.sort((a, b) => b.bytes - a.bytes).slice(0, 12);
	console.log(`first page: ${Math.round(total / 1024)} KB in ${sent.length} answers`, largest);
	expect(sent.map(({ url }) => url)).toContain('/api/topics');
	expect(total, JSON.stringify(largest)).toBeLessThan(budget);
});

for (const [path, type] of [
	['/', 'text/html'],
	['/papers', 'text/html'],
	['/papers/__data.json', 'application/json'],
	['/api/topics', 'application/json'],
	['/api/openapi.json', 'application/json']
] as const) {
	test(`${path} is packed for who takes it, and for nobody else`, async () => {
		const plain = await ask(path, { headers: { 'accept-encoding': 'identity' } });
		expect(plain.headers['content-encoding']).toBeUndefined();

		expect(plain.headers['content-type']).toContain(type);
		expect(plain.headers.vary).toContain('Accept-Encoding');
		for (const coding of ['br', 'gzip']) {
			const packed = await ask(path, { headers: { 'accept-encoding': coding } });
			expect([path, packed.status, packed.headers['content-encoding']]).toEqual([path, 200, coding]);
			expect(packed.text.length).toBeLessThan(plain.text.length / 2);
			const head = await ask(path, { method: 'HEAD', headers: { 'accept-encoding': coding } });
			expect([head.status, head.text]).toEqual([200, '']);
		}
	});
}

test('an export goes as it is, line by line', async () => {
	const { headers } = await ask('/api/export', { headers: { 'accept-encoding': 'br, gzip' } });
	expect(headers['content-encoding']).toBeUndefined();
});

test('who has the land of this generation is not sent it again', async () => {
	for (const coding of ['br', 'identity']) {
		const first = await ask('/api/topics', { headers: { 'accept-encoding': coding } });
		const etag = first.headers.etag ?? '';
		const again = await ask('/api/topics', { headers: { 'accept-encoding': coding, 'if-none-match': etag } });
		expect([coding, again.status, again.text]).toEqual([coding, 304, '']);
	}
});

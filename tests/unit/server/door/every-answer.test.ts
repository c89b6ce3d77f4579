import { expect, test } from 'vitest';
import { explainUnread } from '#lib/server/answers/unread-request.ts';
import { headersOfAll } from '#lib/server/door/constants.ts';
import { watchEveryAnswer } from '#lib/server/door/every-answer.ts';
import { plainPage } from '#lib/server/door/plain-page.ts';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { sent, served } from './connections.ts';

watchEveryAnswer([{ name: 'pond', port: null }], explainUnread);

const get = (target: string, host: string) => `GET ${target} HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;

test('every answer has its headers, and a request for another host does not reach its address', async () => {
	await served(
		(request, response) => {
			response.end(`at ${request.url ?? ''}`);
		},
		async (port) => {
			const answer = await sent(port, get('/favicon.svg', 'Host: pond\r\n'));
			for (const [name, value] of Object.entries(headersOfAll)) expect(answer).toContain(`${name}: ${value}`);
			const own = `Host: 127.0.0.1:${port}\r\n`;
			const cases: [string, string, string][] = [
				['/favicon.svg', own, '/favicon.svg'],
				[`http://127.0.0.1:${port}/favicon.svg?a=1`, own, '/favicon.svg?a=1'],
				['/favicon.svg', 'Host: evil.example\r\n', '/misdirected'],
				['/api/health', 'Host: evil.example\r\n', '/api/misdirected'],
				['/favicon.svg', `${own}Host: evil.example\r\n`, '/misdirected'],
				['http://evil.example/favicon.svg', own, '/misdirected'],
				[`http://127.0.0.1:${port}/favicon.svg`, 'Host: evil.example\r\n', '/misdirected']
			];
			for (const [target, host, at] of cases)
				expect(await sent(port, get(target, host))).toMatch(new RegExp(`at ${at.replace('?', '\\?')}$`));
			expect(await sent(port, get('/?embed', own))).not.toContain('x-frame-options');
			for (const target of ['/?embedded', '/papers?embed', '//?embed', '/%3Fembed'])
				expect(await sent(port, get(target, own))).toContain('x-frame-options: DENY');
			expect(await sent(port, 'GET /favicon.svg HTTP/1.0\r\n\r\n')).toContain('at /misdirected');
		}
	);
});

test('a request that Node cannot read is answered with a sentence', async () => {
	await served(
		(_, response) => {
			response.end('hello');
		},
		async (port) => {
			await sent(port, get('/', 'Host: pond\r\n'));
			const long = await sent(port, get(`/api/search?q=${'x'.repeat(20_000)}`, 'Host: pond\r\n'));
			expect(long).toMatch(/^HTTP\/1\.1 431 /);
			expect(long).toContain('"type":"/help#too-long"');
			expect(await sent(port, 'QUACK\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"status":400/);
		}
	);
});

test('plainPage writes what it is told as text', async () => {
	const page = plainPage(new ThroughlineError('<img src=x onerror=alert(1)>', `"&'`), 421);
	const html = await page.text();
	expect(page.status).toBe(421);
	expect(html).not.toContain('<img');
	expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
	expect(html).toContain('&quot;&amp;&#39;');
});

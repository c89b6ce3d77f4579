import { expect, test } from '@playwright/test';
import { ask, askQuery, port } from './raw-request.ts';

/** Guards who may speak to the server: requests for this host, and running only for this site or a program. */

const paths = ['/', '/query?cypher=RETURN+1', '/api/health', '/api/export', '/api/none', '/none'];
const files = ['/favicon.svg', '/sample-papers.jsonl'];

for (const host of [
	'evil.example',
	`evil.example:${port}`,
	'127.0.0.1',
	'127.0.0.1:80',
	`127.0.0.2:${port}`,
	`localhost.evil.example:${port}`,
	`127.0.0.1:${port}@evil.example`,
	`0.0.0.0:${port}`,
	'<script>alert(1)</script>'
]) {
	test(`a request for ${host} is misdirected`, async () => {
		for (const path of [...paths, ...files]) {
			const { status, headers, text } = await ask(path, { headers: { host } });
			expect([path, status]).toEqual([path, 421]);
			expect(text).not.toContain('<script');
			if (path.startsWith('/api')) expect(JSON.parse(text)).toMatchObject({ type: '/help#misdirected' });
			else expect(headers['content-type']).toBe('text/html; charset=utf-8');
		}
		const written = await askQuery({ cypher: 'RETURN 1' }, { host });
		expect(written.status).toBe(421);
	});
}

for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
	test(`a request for ${host} is ours`, async () => {
		for (const path of ['/help', '/api/health', ...files])
			expect([path, (await ask(path, { headers: { host } })).status]).toEqual([path, 200]);
	});
}

test('a name that is made to point here (DNS rebinding) reaches nothing in a browser', async ({
	playwright,
	launchOptions
}) => {
	const browser = await playwright.chromium.launch({
		...launchOptions,
		args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP evil.example 127.0.0.1']
	});
	const page = await browser.newPage();
	for (const path of ['/', '/api/export', '/favicon.svg']) {
		const response = await page.goto(`http://evil.example:${port}${path}`);
		expect([path, response?.status()]).toEqual([path, 421]);
	}
	await browser.close();
});

const running = [
	'/query?cypher=RETURN+1+AS+one',
	'/query/__data.json?cypher=RETURN+1+AS+one',
	'/queries/concepts-by-kind',
	'/queries/strongest-of-a-kind?kind=dataset',
	'/api/queries/concepts-by-kind/run',
	'/api/export'
];
const subresources: Record<string, string>[] = [
	{ 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
	{ 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
	{ 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
	{ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
	{ 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object' },
	{}
];

for (const site of ['cross-site', 'same-site']) {
	test(`nothing of a ${site} page runs or reads`, async () => {
		for (const how of subresources) {
			const headers = { 'sec-fetch-site': site, ...how };
			for (const path of [...running, '/', '/papers', '/api/health', '/api/papers'])
				expect([path, (await ask(path, { headers })).status]).toEqual([path, 403]);
			expect((await askQuery({ cypher: 'RETURN 1' }, headers)).status).toBe(403);
		}
	});

	test(`a link of a ${site} page opens pages, and runs nothing`, async () => {
		const headers = {
			'sec-fetch-site': site,
			'sec-fetch-mode': 'navigate',
			'sec-fetch-dest': 'document',
			'sec-fetch-user': '?1'
		};
		for (const path of ['/', '/papers', '/help', '/concepts/rationale'])
			expect([path, (await ask(path, { headers })).status]).toEqual([path, 200]);
		const console = await ask('/query?cypher=RETURN+%27pond%27%2B%27weed%27+AS+word', { headers });
		expect(console.status).toBe(200);
		expect(console.text).toContain('This query has not run.');
		expect(console.text).not.toContain('pondweed');
		const saved = await ask('/queries/strongest-of-a-kind?kind=metric&limit=3', { headers });
		expect(saved.text).toContain('This query has not run.');
		expect(saved.text).not.toMatch(/\d+ rows<\/b>/);
		for (const path of running.filter((each) => each.startsWith('/api')))
			expect([path, (await ask(path, { headers })).status]).toEqual([path, 403]);
		const form = await ask('/api/query', {
			method: 'POST',
			headers: { ...headers, 'content-type': 'text/plain' },
			body: '{"cypher":"RETURN 1"}'
		});
		expect(form.status).toBe(403);
	});
}

for (const headers of <Record<string, string>[]>[
	{},
	{ 'sec-fetch-site': 'none' },
	{ 'sec-fetch-site': 'same-origin' }
]) {
	test(`a program or this site may run: ${JSON.stringify(headers)}`, async () => {
		const console = await ask('/query?cypher=RETURN+%27pond%27%2B%27weed%27+AS+word', { headers });
		expect(console.text).toContain('pondweed');
		expect(console.text).not.toContain('has not run');
		expect((await ask('/api/queries/concepts-by-kind/run', { headers })).status).toBe(200);
		expect((await askQuery({ cypher: 'RETURN 7 AS seven' }, headers)).text).toContain('"rows":[[7]]');
	});
}

for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${port + 1}`, `https://localhost`]) {
	test(`without Sec-Fetch headers, a POST of ${origin} is refused`, async () => {
		const { status, text } = await askQuery({ cypher: 'RETURN 1' }, { origin });
		expect(status).toBe(403);
		expect(JSON.parse(text)).toMatchObject({ type: '/help#cross-site', status: 403 });
	});
}

test('every answer carries what keeps other sites out', async () => {
	const everywhere = [...paths, ...files, '/papers/%', '/api/papers/%', '/api/health/', '/_app/none.js'];
	for (const path of everywhere) {
		const { headers } = await ask(path);
		expect([path, headers]).toEqual([
			path,
			expect.objectContaining({
				'x-content-type-options': 'nosniff',
				'referrer-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'cross-origin-opener-policy': 'same-origin',
				'x-frame-options': 'DENY'
			})
		]);
	}
	for (const path of ['/api/health', '/api/none', '/api/export', '/api/papers/%']) {
		const { headers } = await ask(path);
		expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
		expect(headers['cache-control']).toMatch(/no-store|no-cache/);
	}
	for (const path of ['/', '/none']) {
		const policy = (await ask(path)).headers['content-security-policy'];
		expect(policy).toContain("form-action 'self'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toContain("script-src 'self' 'nonce-");
	}
});

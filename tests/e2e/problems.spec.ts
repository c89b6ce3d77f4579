import { expect, test } from '@playwright/test';
import { problemKinds } from '#lib/domain/problem-kinds.ts';
import { ask, askQuery } from './raw-request.ts';

/** Guards what the API answers when it cannot do what was asked, and the pages that say so to people. */

const json = { 'content-type': 'application/json' };
const nested = (depth: number) =>
	`{"cypher":"RETURN 1","parameters":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;

const addresses: [method: string, path: string, kind: string][] = [
	['GET', '/api', 'not-found'],
	['GET', '/api/', 'not-found'],
	['GET', '/api/ponds', 'not-found'],
	['POST', '/api/ponds', 'not-found'],
	['OPTIONS', '/api/ponds', 'not-found'],
	['TRACE', '/api/health', 'method-not-allowed'],
	['GET', '//api/health', 'not-found'],
	['GET', '/api/health/more', 'not-found'],
	['GET', '/api/health/__data.json', 'not-found'],
	['GET', '/api/papers/none', 'not-found'],
	['GET', '/api/papers/%00', 'not-found'],
	['GET', `/api/papers/${'x'.repeat(9000)}`, 'not-found'],
	['GET', '/api/queries/none/run', 'not-found'],
	['GET', '/api/papers/%', 'bad-request'],
	['GET', '/api/topics/%E0%A4%A', 'bad-request'],
	['GET', '/api/%ZZ', 'bad-request'],
	['GET', '/api/query', 'method-not-allowed'],
	['PUT', '/api/query', 'method-not-allowed'],
	['POST', '/api/health', 'method-not-allowed'],
	['DELETE', '/api/papers/none', 'method-not-allowed'],
	['PATCH', '/api/export', 'method-not-allowed'],
	['PROPFIND', '/api/map', 'method-not-allowed'],
	['POST', '/api/openapi.json', 'method-not-allowed'],
	['GET', '/api/search?q=a&q=b', 'parameter'],
	['GET', '/api/queries/strongest-of-a-kind/run?kind=metric&kind=task', 'parameter'],
	['GET', `/api/search?q=${'x'.repeat(501)}`, 'parameter'],
	['GET', '/api/search?limit=1e400', 'parameter'],
	['GET', '/api/papers?page=-1', 'parameter'],
	['GET', '/api/map?scope=ponds/1', 'parameter'],
	['GET', '/api/export?format=%3Cscript%3E', 'bad-request'],
	['GET', '/api/export?format=csv', 'bad-request'],
	['GET', '/api/export?format=ris&part=nodes', 'bad-request'],
	['GET', '/api/export?format=html', 'bad-request'],
	['GET', '/api/export?format=ris&format=csl', 'bad-request'],
	['GET', '/api/export?scope=ponds/1', 'bad-request'],
	['GET', '/api/export?pond=1', 'bad-request'],
	['GET', '/api/export?scope=topics/none', 'not-found'],
	['GET', '/api/queries/strongest-of-a-kind/run?kind=pond', 'parameter'],
	['GET', `/api/search?q=${'x'.repeat(120_000)}`, 'too-long']
];
const bodies: [name: string, body: string | Buffer, headers: Record<string, string>, kind: string][] = [
	['broken', '{"cypher": "RETURN 1",}', json, 'bad-request'],
	['half', '{"cypher": "RETURN 1"', json, 'bad-request'],
	['empty', '', json, 'bad-request'],
	['blank', ' \n ', json, 'bad-request'],
	['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), json, 'bad-request'],
	['a list', '[]', json, 'parameter'],
	['null', 'null', json, 'parameter'],
	['without cypher', '{}', json, 'parameter'],
	['with a key that would be lost', '{"cypher":"RETURN 1","parameters":{"__proto__":1}}', json, 'parameter'],
	['cypher a number', '{"cypher": 5}', json, 'parameter'],
	[
		'a number of 70 bits',
		'{"cypher":"RETURN $n","parameters":{"n":1180591620717411303424}}',
		json,
		'parameter'
	],
	['a number too large', '{"cypher":"RETURN $n","parameters":{"n":1e999}}', json, 'parameter'],
	['nested 101 deep', nested(99), json, 'too-large'],
	['nested 10,000 deep', nested(10_000), json, 'too-large'],
	['too large', JSON.stringify({ cypher: 'x'.repeat(600_000) }), json, 'too-large'],
	['without a type', '{"cypher":"RETURN 1"}', {}, 'unsupported-media-type'],
	[
		'a form',
		'cypher=RETURN+1',
		{ 'content-type': 'application/x-www-form-urlencoded' },
		'unsupported-media-type'
	],
	['text', '{"cypher":"RETURN 1"}', { 'content-type': 'text/plain' }, 'unsupported-media-type'],
	['compressed', '{}', { ...json, 'content-encoding': 'gzip' }, 'unsupported-media-type'],
	['no query', '{"cypher":"RETRN 1"}', json, 'query-does-not-parse'],
	['writing', '{"cypher":"CREATE (n) RETURN n"}', json, 'query-refused']
];

function expectProblem(kind: string, { status, headers, text }: Awaited<ReturnType<typeof ask>>) {
	const row = problemKinds.find(({ id }) => id === kind);
	expect({ status, type: headers['content-type'] }).toEqual({
		status: row?.status,
		type: 'application/problem+json'
	});
	const body = JSON.parse(text) as { detail: string };
	expect(body).toMatchObject({ type: `/help#${kind}`, title: row?.title, status: row?.status });
	expect(body.detail).toMatch(/\S/);
	expect(body.detail.length).toBeLessThan(700);
	expect(text).not.toMatch(/<script|\bat .*\.js:\d+/);
}

for (const [method, path, kind] of addresses) {
	test(`${method} ${path.slice(0, 60)} is ${kind}`, async () => {
		expectProblem(kind, await ask(path, { method }));
	});
}
for (const [name, body, headers, kind] of bodies) {
	test(`a body that is ${name} is ${kind}`, async () => {
		expectProblem(kind, await ask('/api/query', { method: 'POST', headers, body }));
	});
}

test('methods are listed, and HEAD is answered without a body', async () => {
	const options = await ask('/api/query', { method: 'OPTIONS' });
	expect(options).toMatchObject({ status: 204, text: '', headers: { allow: 'POST, OPTIONS' } });
	expect((await ask('/api/health', { method: 'TRACE' })).text).toContain('does not take TRACE');
	expect((await ask('/api/health', { method: 'PUT' })).headers.allow).toBe('GET, HEAD, OPTIONS');
	for (const path of ['/api/health', '/api/export', '/api/openapi.json']) {
		const head = await ask(path, { method: 'HEAD' });
		expect([path, head.status, head.text]).toEqual([path, 200, '']);
	}
	const slash = await ask('/api/health/');
	expect(slash).toMatchObject({ status: 308, headers: { location: '/api/health' } });
});

test('bodies go to their limits', async () => {
	const long = { cypher: 'RETURN size($text) AS size', parameters: { text: 'x'.repeat(500_000) } };
	expect((await askQuery(long)).text).toContain('[[500000]]');
	expect((await askQuery(nested(98))).status).toBe(200);
});

test('every kind of problem has its place on the help page', async ({ page }) => {
	await page.goto('/help');
	for (const { id, title } of problemKinds) {
		await expect(page.locator(`#${id}`)).toHaveCount(1);
		await expect(page.locator('#problems')).toContainText(title);
	}
	await page.goto('/help#query-refused');
	await expect(page.locator('#query-refused')).toBeInViewport();
});

for (const [path, status, sentence] of [
	['/none', 404, 'There is no such address.'],
	['/papers/%', 400, 'This address cannot be read.'],
	['/papers?page=x', 422, 'does not fit'],
	['/query?cypher=RETURN+1&cypher=RETURN+2', 422, 'given twice'],
	['/papers/%3Cimg%20src=x%20onerror=alert(1)%3E', 404, 'There is no paper'],
	[`/concepts/${'x'.repeat(9000)}`, 404, 'There is no concept']
] as const) {
	test(`the page of ${path.slice(0, 60)} says what is wrong`, async ({ page }) => {
		const response = await page.goto(path);
		expect(response?.status()).toBe(status);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(sentence);
		await expect(page.locator('img[src="x"]')).toHaveCount(0);
	});
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import { tryRules } from '#lib/server/sign-in/constants.ts';
import { portOf } from '../graph/port-of.ts';

/**
 * Guards who comes in where a password is set. The explorer has no store here: 503 says that whoever asked was let in.
 */

const editing = 'heron by the pond';
const reading = 'duck on the water';
let origin = '';
let explorer: ReturnType<typeof spawn>;

test.beforeAll(async () => {
	const probe = createServer();
	const port = await portOf(probe);
	probe.close();
	origin = `http://127.0.0.1:${port}`;
	explorer = spawn(process.execPath, ['build/index.js'], {
		env: {
			...process.env,
			HOST: '0.0.0.0',
			PORT: String(port),
			// As behind a proxy that speaks https.
			ORIGIN: 'https://maps.example.org',
			GRAPH_URL: 'bolt://127.0.0.1:9',
			THROUGHLINE_PASSWORD: editing,
			THROUGHLINE_READING_PASSWORD: reading
		},
		stdio: 'ignore'
	});
	await expect
		.poll(() =>
			fetch(`${origin}/favicon.svg`).then(
				({ status }) => status,
				() => 0
			)
		)
		.toBe(200);
});

test.afterAll(async () => {
	explorer.kill();
	await once(explorer, 'exit');
});

/** Signs in as the form does behind the proxy; gives the answer. */
function give(password: string, to = '/'): Promise<Response> {
	return fetch(`${origin}/login?/in&${new URLSearchParams({ to })}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: 'https://maps.example.org', accept: 'text/html' },
		body: new URLSearchParams({ password })
	});
}

async function cookieOf(password: string): Promise<string> {
	const [cookie = ''] = (await give(password)).headers.getSetCookie();
	return cookie.split(';')[0] ?? '';
}

const writes: [string, string][] = [
	['POST', '/api/queries'],
	['PUT', '/api/queries/none'],
	['DELETE', '/api/queries/none'],
	['POST', '/api/queries/none/restore'],
	['PUT', '/api/queries/none/marks'],
	['POST', '/api/queries/import'],
	['POST', '/api/ingest'],
	['PUT', '/api/ingest/files/1'],
	['POST', '/api/ingest/run'],
	['POST', '/api/ingest/cancel'],
	['POST', '/views?/save']
];

test('a page leads to the form and back, and the API answers a problem', async () => {
	const page = await fetch(`${origin}/papers?q=pond`, { redirect: 'manual' });
	expect(page.status).toBe(303);
	expect(page.headers.get('location')).toBe('/login?to=%2Fpapers%3Fq%3Dpond');
	for (const path of ['/api/health', '/api/export', '/api/openapi.json', '/api/none']) {
		const answer = await fetch(origin + path);
		expect([path, answer.status]).toEqual([path, 401]);
		expect(answer.headers.get('www-authenticate')).toContain('Bearer');
		expect(await answer.json()).toMatchObject({ type: '/help#sign-in' });
	}
	for (const [method, path] of writes)
		expect([path, (await fetch(origin + path, { method })).status]).toEqual([path, 401]);
	const signed = await give(reading, '/papers?q=pond');
	expect(signed.status).toBe(303);
	expect(signed.headers.get('location')).toBe('/papers?q=pond');
	expect((await give(reading, '//evil.example')).headers.get('location')).toBe('/');
	const [cookie = ''] = signed.headers.getSetCookie();
	for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
});

test('whoever reads writes nothing, whoever edits may', async () => {
	const asReader: Record<string, string>[] = [
		{ authorization: `Bearer ${reading}` },
		{ authorization: `Basic ${Buffer.from(`me:${reading}`).toString('base64')}` },
		{ cookie: await cookieOf(reading) }
	];
	for (const headers of asReader) {
		expect((await fetch(`${origin}/papers`, { headers, redirect: 'manual' })).status).toBe(503);
		expect((await fetch(`${origin}/api/query`, { method: 'POST', headers })).status).toBe(503);
		for (const [method, path] of writes) {
			const answer = await fetch(origin + path, { method, headers });
			expect([path, answer.status]).toEqual([path, 403]);
			if (path.startsWith('/api')) expect(await answer.json()).toMatchObject({ type: '/help#reading-role' });
		}
	}
	const headers = { cookie: await cookieOf(editing) };
	for (const [method, path] of writes)
		expect([path, (await fetch(origin + path, { method, headers })).status]).toEqual([path, 503]);
});

test('a page of another site signs nobody in', async () => {
	const answer = await fetch(`${origin}/login?/in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: 'https://evil.example' },
		body: new URLSearchParams({ password: editing })
	});
	expect(answer.status).toBe(403);
	expect(answer.headers.getSetCookie()).toEqual([]);
});

test('signing out ends the session, also for a copy of its cookie', async () => {
	const headers = {
		cookie: await cookieOf(editing),
		origin: 'https://maps.example.org',
		accept: 'text/html'
	};
	expect((await fetch(`${origin}/api/papers`, { headers })).status).toBe(503);
	const out = await fetch(`${origin}/login?/out`, {
		method: 'POST',
		redirect: 'manual',
		headers,
		body: new URLSearchParams()
	});
	expect(out.headers.get('location')).toBe('/login');
	expect((await fetch(`${origin}/api/papers`, { headers })).status).toBe(401);
});

test('a person is told that a password is wrong, and too many are not looked at', async ({ page }) => {
	await page.goto(`${origin}/papers`);
	await expect(page).toHaveURL(`${origin}/login?to=%2Fpapers`);
	await expect(page.getByRole('navigation')).toHaveCount(0);
	for (let at = 0; at < tryRules.perClient; at++) expect((await give('wrong')).status).toBe(401);
	expect((await give(editing)).status).toBe(429);
	await page.getByLabel('Password').fill(editing);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page.getByRole('alert')).toContainText('Too many wrong passwords');
});

for (const environment of [{ HOST: '0.0.0.0' }, { HOST: '' }, { THROUGHLINE_PASSWORD: 'pond' }]) {
	test(`the built server refuses ${JSON.stringify(environment)} with a sentence`, async () => {
		const refused = spawn(process.execPath, ['build/index.js'], {
			env: { ...process.env, PORT: '1', THROUGHLINE_PASSWORD: '', HOST: '127.0.0.1', ...environment },
			stdio: ['ignore', 'ignore', 'pipe']
		});
		let said = '';
		refused.stderr.on('data', (text: Buffer) => (said += text.toString()));
		const [code] = (await once(refused, 'close')) as [number];
		expect([code, said]).toEqual([2, expect.stringContaining('THROUGHLINE_PASSWORD')]);
	});
}

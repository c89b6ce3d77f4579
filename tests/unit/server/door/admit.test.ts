import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadRequestError, CrossSiteError, MisdirectedError } from '#lib/domain/errors.ts';
import { admit, wrongHost, type Message } from '#lib/server/door/admit.ts';
import { runningRoutes } from '#lib/server/door/constants.ts';
import { isApiPath } from '#lib/server/door/paths.ts';

function message(...hosts: string[]): Message {
	return {
		headers: hosts[0] === undefined ? {} : { host: hosts[0] },
		rawHeaders: hosts.flatMap((host) => ['HOST', host]),
		socket: { localAddress: '127.0.0.1', localPort: 3000 }
	};
}
const ours = message('127.0.0.1:3000');

describe('wrongHost', () => {
	test.each([
		[ours, null],
		[message('evil.example'), MisdirectedError],
		[message(), MisdirectedError],
		[message(''), MisdirectedError],
		[message('<script>'), MisdirectedError],
		[message('127.0.0.1:3000', 'evil.example'), BadRequestError],
		[message('evil.example', '127.0.0.1:3000'), BadRequestError]
	])('%o', (given, expected) => {
		const found = wrongHost(given, []);
		if (expected) expect(found).toBeInstanceOf(expected);
		else expect(found).toBeNull();
	});
	test('says nothing back that names no host', () => {
		expect(wrongHost(message('<script>'), [])?.message).not.toContain('<');
	});
});

const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

function asked(route: string | null, headers: Record<string, string>, given: Message | undefined = ours) {
	const request = new Request('http://127.0.0.1:3000/', { headers: { host: '127.0.0.1:3000', ...headers } });
	return () => admit({ request, message: given, route }, []);
}

describe('admit', () => {
	test('a link of another site opens pages, and they may not run', () => {
		expect(asked('/query', link)()).toEqual({ mayRun: false });
		expect(asked('/api/papers', link)()).toEqual({ mayRun: false });
		expect(asked('/query', {})()).toEqual({ mayRun: true });
		expect(asked('/query', {}, undefined)()).toEqual({ mayRun: true });
	});
	test.each(runningRoutes)('a link of another site does not open %s', (route) => {
		expect(asked(route, link)).toThrow(CrossSiteError);
		expect(asked(route, {})()).toEqual({ mayRun: true });
	});
	test('nothing is embedded elsewhere', () => {
		expect(asked('/query', { 'sec-fetch-site': 'same-site' })).toThrow(CrossSiteError);
		expect(asked(null, { origin: 'http://127.0.0.1:4000' })).toThrow(CrossSiteError);
		expect(asked(null, { origin: 'http://localhost:3000' })()).toEqual({ mayRun: true });
	});
	test('the host comes first', () => {
		expect(asked('/query', {}, message('evil.example'))).toThrow(MisdirectedError);
	});
});

test('runningRoutes are the routes that run people’s text, export, or take a body', () => {
	const folder = 'src/routes';
	const running = readdirSync(join(folder, 'api'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+server.ts'))
		.filter((file) =>
			/runQuery|exportLines|export const (POST|PUT|PATCH|DELETE)/.test(
				readFileSync(join(folder, 'api', file), 'utf8')
			)
		)
		.map((file) => `/api/${dirname(file)}`);
	expect(running.sort()).toEqual([...runningRoutes].sort());
});

test('isApiPath', () => {
	const api = [
		'/api',
		'/api/',
		'/api/x',
		'//api/x',
		'/%61pi/x',
		'/API/x',
		'/api?x',
		'/api/papers/%',
		'\\api'
	];
	const pages = ['/', '/apis', '/papers/api', '/%', '/x?api/', '/ap%', '/api;x'];
	expect(api.filter((path) => !isApiPath(path))).toEqual([]);
	expect(pages.filter(isApiPath)).toEqual([]);
});

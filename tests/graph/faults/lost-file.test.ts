import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildExplorer, buildIfStale } from '../../../scripts/build-explorer.ts';
import { freePort } from '#lib/server/local-server/server-process.ts';

/** A build of its own, whose files may be lost; beside the others, so that it finds the packages. */
const own = 'build/.lost-file-test';
let explorer: ChildProcess;
let origin = '';

beforeAll(async () => {
	await buildIfStale(() => undefined);
	const [, name = ''] = /'\.\/(\w+)\/index\.js'/.exec(readFileSync('build/index.js', 'utf8')) ?? [];
	rmSync(own, { recursive: true, force: true });
	cpSync(join('build', name), own, { recursive: true });
	const port = await freePort();
	origin = `http://127.0.0.1:${port}`;
	explorer = spawn(process.execPath, [join(own, 'index.js')], {
		env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), GRAPH_URL: 'bolt://127.0.0.1:9' },
		stdio: 'ignore'
	});
	await vi.waitUntil(async () => (await statusOf('/favicon.svg')) === 200, { timeout: 60_000 });
}, 300_000);

afterAll(async () => {
	explorer.kill('SIGKILL');
	await once(explorer, 'exit');
	rmSync(own, { recursive: true, force: true });
});

function statusOf(path: string): Promise<number> {
	return fetch(origin + path, {
		headers: { 'accept-encoding': 'identity' },
		signal: AbortSignal.timeout(2000)
	}).then(
		({ status }) => status,
		() => 0
	);
}

test('a file that is gone costs its own answer, and the server goes on', async () => {
	const chunks = join('_app', 'immutable', 'chunks');
	const [chunk = ''] = readdirSync(join(own, 'client', chunks)).filter((name) => name.endsWith('.js'));
	const path = `/${join(chunks, chunk)}`;
	expect(await statusOf(path)).toBe(200);
	rmSync(join(own, 'client', chunks), { recursive: true });
	await fetch(origin + path, {
		headers: { 'accept-encoding': 'identity' },
		signal: AbortSignal.timeout(2000)
	}).then(
		(response) => response.text(),
		() => ''
	);
	expect(await statusOf('/favicon.svg')).toBe(200);
	expect(explorer.exitCode).toBeNull();
});

test('a build of the same sources leaves the files of the running one alone', async () => {
	const [, name = ''] = /'\.\/(\w+)\/index\.js'/.exec(readFileSync('build/index.js', 'utf8')) ?? [];
	const before = readdirSync(join('build', name, 'client', '_app', 'immutable', 'chunks'));
	await buildExplorer('quiet');
	expect(readdirSync(join('build', name, 'client', '_app', 'immutable', 'chunks'))).toEqual(before);
});

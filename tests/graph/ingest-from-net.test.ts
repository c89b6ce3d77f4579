import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { health } from '#lib/server/questions/health.ts';
import { openPaperServer, type PaperServer } from '../unit/sources/net/paper-server.ts';
import { openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
let server: PaperServer;
let cache: string;

beforeAll(async () => {
	server = await openPaperServer(230);
	cache = await mkdtemp(join(tmpdir(), 'throughline-net-'));
	process.env['THROUGHLINE_CACHE'] = cache;
	process.env['THROUGHLINE_NET_MIRRORS'] = `api.openalex.org=${server.base},doi.org=${server.base}`;
});

afterAll(async () => {
	delete process.env['THROUGHLINE_CACHE'];
	delete process.env['THROUGHLINE_NET_MIRRORS'];
	await server.close();
	await rm(cache, { recursive: true });
});

const query = 'openalex:pond robots';
const given = (...more: string[]) => [...more, '--graph', `local:${opened.folder}`];
const pages = () => server.asked.splice(0).map(({ parameters }) => parameters['page']);
const papers = async () => (await health(opened.store, '0.1.0')).papers;

test('ingest from the net: killed while it fetches, it goes on where it was, and asks anew the next time', async () => {
	const host = new URL(server.base).host;
	server.fault = (n) => (n === 3 ? { drip: 1000 } : null);
	const child = spawn(
		process.execPath,
		['--import', 'tsx', 'scripts/ingest.ts', ...given(query, '--mail', 'ann@example.org')],
		{ stdio: 'ignore' }
	);
	await expect.poll(() => server.asked.length, { timeout: 30_000 }).toBe(3);
	child.kill('SIGKILL');
	await once(child, 'exit');
	expect(server.asked[0]?.headers['user-agent']).toBe('Throughline/0.1.0 (mailto:ann@example.org)');
	expect(pages()).toEqual(['1', '2', '3']);
	expect(await papers()).toBe(0);

	server.fault = (n) => (n === 1 ? { status: 503 } : null);
	const again = await runProcess('scripts/ingest.ts', ...given(query));
	expect(again).toMatchObject({ code: 0 });
	expect(again.output).toMatch(/^The graph holds 230 papers, /);
	expect(again.errors).toContain(
		`Asks ${host} for at most 500 papers of OpenAlex: up to 5 requests, one every 0.2 s.\n`
	);
	expect(again.errors).toContain(`${host} answered 503; asked again in 1 s.\n`);
	expect(pages()).toEqual(['3', '3']);
	expect(await readdir(join(cache, 'fetched'))).toEqual([]);

	server.fault = () => null;
	const third = await runProcess('scripts/ingest.ts', ...given(query));
	expect(third.output).toContain('0 papers and 0 concepts new; 0 records written');
	expect(pages()).toEqual(['1', '2', '3']);
});

test('a source that fails: the sentence says what is kept, and the graph is as it was', async () => {
	server.fault = (n) => (n === 2 ? { status: 400, words: 'Unknown\u001b[31m filter' } : null);
	const failed = await runProcess('scripts/ingest.ts', ...given('openalex:title.search:ponds'));
	expect(failed).toMatchObject({ code: 1, output: '' });
	expect(failed.errors).toContain(
		`openalex:title.search:ponds: ${new URL(server.base).host} answered 400: Unknown [31m filter. 100 papers of 230 were fetched and are kept for a day; nothing was ingested.\n` +
			'Asked again within a day it goes on from there; asked for at most 100 papers it takes what is there.\n'
	);
	server.asked.splice(0);
	expect(await papers()).toBe(230);
});

test('ingest --remove takes back what a query told, and --public-only asks nobody of this machine', async () => {
	server.fault = () => null;
	expect(await runProcess('scripts/ingest.ts', ...given('doi:10.5555/pond.1'))).toMatchObject({ code: 0 });
	const local = await runProcess(
		'scripts/ingest.ts',
		...given(`${server.base}/library.bib`, '--public-only')
	);
	expect(local.errors).toContain('is an address of this machine or of its network: it is not fetched.');
	expect(server.asked.map(({ path }) => path)).toEqual(['/10.5555/pond.1']);
	expect(await runProcess('scripts/ingest.ts', ...given('--remove', query))).toMatchObject({ code: 0 });
	expect(await papers()).toBe(1);
});

test('wrong use is told', async () => {
	const told = async (...more: string[]) => (await runProcess('scripts/ingest.ts', ...given(...more))).errors;
	expect(await told('arxiv:ponds', '--max', 'many')).toContain('--max is no number of papers.\n');
	expect(await told('arxiv:ponds', '--mail', 'nobody')).toContain('--mail is no address.\n');
	expect((await runProcess('scripts/ingest.ts', '--help')).output).toContain(
		's2:"policy optimization" +reasoning'
	);
});

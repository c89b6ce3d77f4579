import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { netAddressOf, netSourceIds, netSourceRow } from '#lib/domain/net-sources.ts';
import { fetchPapers, forgetFetched, type NetSettings } from '#lib/sources/net/fetch-papers.ts';
import { openNetInputs } from '#lib/sources/net/open-net-inputs.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { openPaperServer, type Fault, type PaperServer } from './paper-server.ts';

let server: PaperServer;
let cache: string;
let told: string[];

beforeEach(async () => {
	server = await openPaperServer(450);
	cache = await mkdtemp(join(tmpdir(), 'throughline-net-'));
	told = [];
});
afterEach(async () => {
	await server.close();
	await rm(cache, { recursive: true });
});

function settings(more: Partial<NetSettings> = {}): NetSettings {
	const hosts = netSourceIds.flatMap((id) => netSourceRow(id).host ?? []);
	return {
		cache,
		mirrors: Object.fromEntries(hosts.map((host) => [host, server.base])),
		times: { pause: 0, firstWait: 1 },
		tell: (line) => told.push(line),
		...more
	};
}

function address(text: string) {
	const found = netAddressOf(text);
	if (!found) throw new Error(`${text} is no address`);
	return found;
}

/** Reads papers as a command does. */
async function read(text: string, more: Partial<NetSettings> = {}) {
	return readPapers([text], { net: (asked, head) => openNetInputs(asked, head, settings(more)) });
}

/** How many pages came, and the sentence with which it ended. */
async function walk(text: string, more: Partial<NetSettings> = {}) {
	let pages = 0;
	try {
		for await (const page of fetchPapers(address(text), settings(more))) pages += page.page ? 1 : 0;
	} catch (cause) {
		const { message, advice } = cause as { message: string; advice: string };
		return { pages, message: message.replaceAll(new URL(server.base).host, 'HERE'), advice };
	}
	return { pages, message: null, advice: null };
}

const heard = () => told.map((line) => line.replaceAll(new URL(server.base).host, 'HERE'));
const only = (number: number, fault: Fault) => (n: number) => (n === number ? fault : null);
const always = (fault: Fault) => () => fault;

describe('fetchPapers', () => {
	test.each([
		[
			'arxiv:cat:cs.LG AND all:GRPO',
			[0, 200, 400].map((start) => ({
				search_query: 'cat:cs.LG AND all:GRPO',
				...{ start: String(start), max_results: '200' },
				...{ sortBy: 'submittedDate', sortOrder: 'descending' }
			}))
		],
		[
			'openalex:pond robots',
			[1, 2, 3, 4, 5].map((page) => ({
				...{ search: 'pond robots', per_page: '100', page: String(page) },
				...{ mailto: 'ann@example.org', api_key: 'reed' }
			}))
		],
		['s2:"pond robots"', [{ query: '"pond robots"', sort: 'citationCount:desc' }]],
		[
			'pubmed:pond[ti]',
			[0, 200, 400].flatMap((start) => [
				{ db: 'pubmed', term: 'pond[ti]', retstart: String(start), retmax: '200', retmode: 'json' },
				{ db: 'pubmed', retmode: 'xml', email: 'ann@example.org' }
			])
		]
	])('%s: asks page by page, and all papers are read', async (asked, parameters) => {
		const keys = { OPENALEX_API_KEY: 'reed' };
		const { papers, rejectedCount } = await read(asked, { mail: 'ann@example.org', keys });
		expect(server.asked.map((request) => request.parameters)).toEqual(
			parameters.map((page) => expect.objectContaining(page) as object)
		);
		expect(papers).toHaveLength(450);
		expect(new Set(papers.map(({ source }) => source))).toEqual(new Set([asked]));
		expect(papers.every(({ abstract }) => abstract.startsWith('We propose Duckweed'))).toBe(true);
		expect(rejectedCount).toBe(0);
		expect(server.asked[0]?.headers['user-agent']).toBe('Throughline/0.1.0 (mailto:ann@example.org)');
	});

	test('doi: asks for the record of one paper, where it is registered', async () => {
		server.fault = only(1, { to: `${server.base.replace('127.0.0.1', 'localhost')}/10.5555/pond.1` });
		const { papers } = await read('doi:https://doi.org/10.5555/pond.1');
		expect(papers.map(({ doi }) => doi)).toEqual(['10.5555/pond.1']);
		expect(server.asked.map(({ headers }) => headers.accept)).toEqual(
			Array(2).fill('application/vnd.citationstyles.csl+json')
		);
		expect(heard()).toEqual([
			'Asks HERE for one paper.',
			expect.stringMatching(/^HERE leads on to localhost:\d+\.$/) as string
		]);
	});

	test('an address: the file, whatever it is', async () => {
		const { papers } = await read(`${server.base}/library.bib`);
		expect(papers).toHaveLength(450);
		expect(heard()).toEqual(['Fetches one file from HERE.']);
	});

	test('--max takes so many, and says what is left', async () => {
		const { papers } = await read('arxiv:all:ponds', { most: 250 });
		expect(papers.map(({ id }) => id).at(-1)).toBe('2501.00250');
		expect(papers).toHaveLength(250);
		expect(server.asked).toHaveLength(2);
		expect(heard()).toEqual([
			'Asks HERE for at most 250 papers of arXiv: up to 2 requests, one every 3 s.',
			'arxiv:all:ponds: 250 papers of 450 are taken, as many as were asked for.'
		]);
	});

	test('requests lie apart as the terms of the source want it', async () => {
		await walk('arxiv:all:ponds', { times: { pause: 120 } });
		const at = server.asked.map((request) => request.at);
		expect(at.slice(1).map((time, n) => time - (at[n] ?? 0) > 110)).toEqual([true, true]);
		expect(netSourceRow('arxiv').pause).toBe(3000);
	});

	test('429 with Retry-After: waits as long, and goes on', async () => {
		server.fault = only(2, { status: 429, retryAfter: '1' });
		expect(await walk('arxiv:all:ponds')).toMatchObject({ pages: 3, message: null });
		expect((server.asked[2]?.at ?? 0) - (server.asked[1]?.at ?? 0)).toBeGreaterThan(990);
		expect(heard()[1]).toBe('HERE answered 429; asked again in 1 s.');
	});

	test('429 that asks for an hour: is told at once, and what came is kept', async () => {
		server.fault = only(2, { status: 429, retryAfter: '3600' });
		expect(await walk('arxiv:all:ponds')).toEqual({
			pages: 1,
			message:
				'arxiv:all:ponds: HERE answered 429, and asks to wait for 60 minutes. 200 papers of 450 were fetched and are kept for a day; nothing was ingested.',
			advice:
				'Asked again within a day it goes on from there; asked for at most 200 papers it takes what is there.'
		});
		expect(server.asked).toHaveLength(2);
	});

	test.each<[string, Fault, string, number]>([
		[
			'503',
			{ status: 503, words: '<h1>Down</h1> for\u001b[2J repair' },
			'answered 503: Down for [2J repair, 5 times',
			5
		],
		['half an answer', { half: true }, 'sent half an answer: its XML is cut short, 5 times', 5],
		[
			'a length that is too short',
			{ tooShort: true },
			'sent half an answer: its XML is cut short, 5 times',
			5
		],
		['a connection that breaks', { cut: true }, 'broke off after N of N bytes, 5 times', 5],
		['an empty page', { empty: true }, 'sent an empty page, and says that there are 450 papers, 5 times', 5],
		['another format', { html: true }, 'answered with what is no feed in XML, 5 times', 5],
		['a drip', { drip: 40 }, 'had not sent everything after 0.3 s, 5 times', 5],
		['too much', { large: 3e6 }, 'sends more than 2 MB, which is the most that is taken', 1],
		['no such thing', { status: 404 }, 'answered 404', 1],
		['a query that is wrong', { status: 400, words: 'Unknown field' }, 'answered 400: Unknown field', 1],
		['a file of this machine', { to: 'file:///etc/passwd' }, 'leads on to what is no address of the web', 1],
		['a circle', { to: '/api/query' }, 'leads on more than 5 times', 6]
	])('%s: a sentence, after as many tries as it is worth', async (_, fault, sentence, tries) => {
		server.fault = always(fault);
		const { pages, message } = await walk('arxiv:all:ponds', {
			answerBytes: 2 * 2 ** 20,
			times: { pause: 0, firstWait: 1, whole: 300 }
		});
		expect(message?.replace(/\d[\d,]* of \d[\d,]* bytes/, 'N of N bytes')).toBe(
			`arxiv:all:ponds: HERE ${sentence}.`
		);
		expect(pages).toBe(0);
		expect(server.asked).toHaveLength(tries);
	});

	test('silence is not waited for', async () => {
		server.fault = only(1, { drip: 5000 });
		expect(await walk('arxiv:all:ponds', { times: { pause: 0, firstWait: 1, silence: 200 } })).toMatchObject({
			pages: 3
		});
		expect(heard()[1]).toBe('HERE sent nothing for 0.2 s; asked again in 1 s.');
	});

	test.each<[string, Fault]>([
		['503', { status: 503 }],
		['half an answer', { half: true }],
		['an empty page', { empty: true }]
	])('%s once: the walk goes on, and nothing is missing', async (_, fault) => {
		server.fault = only(2, fault);
		expect((await read('openalex:pond')).papers).toHaveLength(450);
		expect(server.asked).toHaveLength(6);
	});

	test('a total that changes is told, and the walk ends where the papers do', async () => {
		server.fault = (n) => (n > 2 ? { total: 230 } : null);
		expect((await read('openalex:pond')).papers).toHaveLength(230);
		expect(heard()[1]).toBe(
			'openalex:pond: there were 450 papers when this began, and there are 230 now; one may be missing or come twice.'
		);
	});

	test('nothing found, nothing asked, no server: each says so', async () => {
		server.fault = always({ total: 0 });
		expect(await walk('pubmed:ponds')).toMatchObject({ message: 'pubmed:ponds: no paper is found' });
		expect(await walk('arxiv:')).toMatchObject({ message: 'arxiv:: nothing is asked' });
		const gone = { mirrors: { 'export.arxiv.org': 'http://127.0.0.1:1' } };
		expect((await walk('arxiv:ponds', gone)).message).toBe(
			'arxiv:ponds: 127.0.0.1:1 refuses the connection, 5 times.'
		);
		expect((await walk('https://ponds.invalid/a.bib')).message).toMatch(
			/^https:\/\/ponds\.invalid\/a\.bib: ponds\.invalid (is not known|cannot be looked up): /
		);
	});

	test('a walk that broke off goes on from its last page, and damaged pages come anew', async () => {
		server.fault = only(3, { status: 400 });
		expect(await walk('arxiv:all:ponds')).toMatchObject({ pages: 2 });
		server.fault = () => null;
		expect((await read('arxiv:all:ponds')).papers).toHaveLength(450);
		expect(server.asked.map(({ parameters }) => parameters['start'])).toEqual(['0', '200', '400', '400']);
		expect(told.at(-2)).toMatch(/^arxiv:all:ponds: what came since \d{4}-\d\d-\d\d \d\d:\d\d UTC is used; /);
		const [folder = ''] = await readdir(cache);
		await appendFile(join(cache, folder, '1.page'), ' ');
		await writeFile(join(cache, folder, '2.json'), '{"sum":');
		expect((await read('arxiv:all:ponds')).papers).toHaveLength(450);
		expect(server.asked.slice(4).map(({ parameters }) => parameters['start'])).toEqual(['200', '400']);
		await walk('arxiv:all:ponds', { again: true });
		expect(server.asked).toHaveLength(9);
		await forgetFetched(address('arxiv:all:ponds'), settings());
		expect(await readdir(cache)).toEqual([]);
	});

	test('a key is told to nobody else, and stands in no file', async () => {
		const other = await openPaperServer(1);
		server.fault = only(1, { to: `${other.base}/graph/v1/paper/search/bulk` });
		await walk('s2:ponds', { keys: { S2_API_KEY: 'reed' } });
		expect(server.asked[0]?.headers['x-api-key']).toBe('reed');
		expect(other.asked.map(({ headers }) => headers['x-api-key'])).toEqual([undefined]);
		await other.close();
		const [folder = ''] = await readdir(cache);
		for (const file of await readdir(join(cache, folder)))
			expect(await readFile(join(cache, folder, file), 'utf8')).not.toContain('"reed"');
	});

	test('records are counted from the beginning of the whole answer', async () => {
		server.fault = () => null;
		const found = await readPapers(['arxiv:all:ponds'], {
			net: async function* (asked, head) {
				for await (const input of openNetInputs(asked, head, settings()))
					yield {
						...input,
						bytes: (async function* () {
							for await (const chunk of input.bytes)
								yield Buffer.from(
									Buffer.from(chunk)
										.toString()
										.replace(/<title>Duckweed203[^<]*/, '<title>')
								);
						})()
					};
			}
		});
		expect(found.rejected.map(({ record }) => record)).toEqual([203]);
	});
});

import { request } from 'node:http';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { ask, port, type Answered } from './raw-request.ts';

/** Guards that what was added to queries obeys lock, limits and cage: feeds, runs, choices, imports, suggestions, words. */

const json = { 'content-type': 'application/json' };
let store: Store;
test.beforeAll(async () => {
	store = await openStore({ url: 'local:./test-results/data', joinOnly: true });
});
test.afterAll(() => store.close());

const send = (method: string, path: string, body: unknown): Promise<Answered> =>
	ask(path, { method, headers: json, body: typeof body === 'string' ? body : JSON.stringify(body) });

/** Neo4j's transactions that run a query with that word in it. */
async function running(word: string): Promise<number> {
	const row = z.object({ currentQuery: z.string() });
	const text = `SHOW TRANSACTIONS YIELD currentQuery, status WHERE currentQuery CONTAINS '"${word}"' AND status = 'Running'`;
	const rows = await store.read({ text, row }, {});
	return rows.filter(({ currentQuery }) => !currentQuery.includes('SHOW TRANSACTIONS')).length;
}

const slow = (word: string) =>
	`UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN "${word}", count(*)`;
const parameter = { name: 'bird', label: 'Bird', type: 'text', default: '' };

/** A person's own query, kept; its id. */
async function kept(name: string, cypher: string, parameters: object[] = []): Promise<string> {
	const draft = { name, description: 'of the pond', cypher, parameters, view: 'table' };
	const { status, text } = await send('POST', '/api/queries', draft);
	expect(status, text).toBeLessThan(300);
	return (JSON.parse(text) as { id: string }).id;
}

for (const [word, what] of [
	['smew', 'run'],
	['scaup', 'run?format=ndjson'],
	['garganey', 'feed']
] as const) {
	test(`${what} of a saved query ends in the engine within a second when its reader goes`, async () => {
		const id = await kept(`Slow ${word}`, slow(word));
		const began = performance.now();
		const asked = request({ host: '127.0.0.1', port, path: `/api/queries/${id}/${what}` });
		asked.on('error', () => undefined);
		asked.end();
		await expect.poll(() => running(word), { timeout: 8000, intervals: [100] }).toBe(1);
		asked.destroy();
		await expect.poll(() => running(word), { timeout: 1000, intervals: [50] }).toBe(0);
		expect(performance.now() - began).toBeLessThan(queryLimits.seconds * 1000);
	});
}

test('many feeds at once: some wait, the others are told when to come again, and pages are served meanwhile', async () => {
	const id = await kept('Slow pintail', slow('pintail'));
	const feeds = Array.from({ length: 40 }, (_, at) =>
		ask(`/api/queries/${id}/feed?format=${at % 2 ? 'json' : 'atom'}`)
	);
	const page = await ask('/api/health');
	expect(page.status).toBe(200);
	const answers = await Promise.all(feeds);
	const busy = answers.filter(({ status }) => status === 429);
	expect(busy.length).toBeGreaterThan(20);
	for (const { headers, text } of busy) {
		expect(Number(headers['retry-after'])).toBeGreaterThan(0);
		expect(JSON.parse(text)).toMatchObject({ status: 429 });
	}
	const others = new Set(answers.filter(({ status }) => status !== 429).map(({ status }) => status));
	expect([...others].filter((status) => status !== 200 && status !== 504)).toEqual([]);
	await expect.poll(() => running('pintail'), { timeout: 3000 }).toBe(0);
});

test.describe('a hostile file of queries', () => {
	const entry = (given: object) => ({
		...{ name: 'Ducks', description: '', cypher: 'RETURN 1', parameters: [], view: 'table', tags: [] },
		...given
	});
	const file = (queries: unknown[]) => ({ throughline: 'queries', version: 1, queries });
	const names = async () =>
		(JSON.parse((await ask('/api/queries')).text) as { name: string }[]).map(({ name }) => name).sort();

	test('shows what is wrong with each, and nothing of it is kept or can be', async () => {
		const before = await names();
		const hostile = [
			entry({ cypher: 'MATCH (n) DETACH DELETE n RETURN 1' }),
			entry({ cypher: "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line" }),
			entry({ cypher: 'CALL dbms.listConfig() YIELD name RETURN name' }),
			entry({ cypher: `RETURN ${'('.repeat(5000)}1${')'.repeat(5000)}` }),
			entry({
				cypher: 'RETURN $bird',
				parameters: [{ ...parameter, type: 'choice', suggest: 'MATCH (n) DELETE n RETURN 1' }]
			}),
			entry({ parameters: Array.from({ length: 1000 }, (_, at) => ({ ...parameter, name: `p${at}` })) }),
			entry({ name: 'x'.repeat(100_000) }),
			{ constructor: { prototype: { polluted: true } } },
			null,
			'RETURN 1',
			[[]]
		];
		const { status, text } = await send('POST', '/api/queries/import', file(hostile));
		expect(status, text.slice(0, 300)).toBe(200);
		const shown = JSON.parse(text) as { entry: unknown; problem: string | null }[];
		expect(shown).toHaveLength(hostile.length);
		expect(shown.map(({ entry: read }) => read)).toEqual(hostile.map(() => null));
		expect(shown[0]?.problem).toContain('Writing is not allowed');
		const { name, description, cypher, parameters, view } = entry({ cypher: 'MATCH (n) DETACH DELETE n' });
		const taken = await send('POST', '/api/queries', { name, description, cypher, parameters, view });
		expect(taken.status).toBe(403);
		expect(await names()).toEqual(before);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test.describe('is refused whole', () => {
		const one = JSON.stringify(file([entry({})]));
		for (const [what, body, status] of [
			['10,000 queries', JSON.stringify(file(Array.from({ length: 10_000 }, () => ({ name: 'a' })))), 422],
			['nested 10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 413],
			['a prototype key', one.replace('"tags"', '"__proto__":{"polluted":true},"tags"'), 422],
			['50 MB', JSON.stringify(file([entry({ cypher: 'x'.repeat(50_000_000) })])), 413],
			['no file of queries', '{"queries":[]}', 422],
			['cut short', one.slice(0, -20), 400]
		] as const) {
			test(what, async () => {
				const began = performance.now();
				const answer = await send('POST', '/api/queries/import', body).catch((error: unknown) => error);
				// Of a body that large the rest is not read: the connection may be closed before all of it is sent.
				if (!(answer instanceof Error)) expect((answer as Answered).status).toBe(status);
				else expect([what, answer.message]).toEqual(['50 MB', expect.stringMatching(/ECONNRESET|EPIPE/)]);
				expect(performance.now() - began).toBeLessThan(5000);
				expect((await ask('/api/health')).status).toBe(200);
			});
		}
	});
});

test.describe('suggestions and plain words answer in bounded time, whatever is typed:', () => {
	const typed: [what: string, words: string][] = [
		['syntax of Lucene', '+-&&||!(){}[]^"~*?:\\/ AND OR NOT "a b"~5 title:* [a TO z] _exists_:x'],
		['a regular expression', '(a+)+$|(.*)*[^x]{1,9999}(?<=y)\\1'],
		['Cypher', "' OR 1=1 //`) MATCH (n) DETACH DELETE n RETURN $q"],
		['a text of 490 stars', '*'.repeat(490)],
		['a word of 490 letters', 'a'.repeat(490)],
		['many words that are nearly a question', `papers on ${'a and '.repeat(75)}b since`],
		['many commas', `compare ${'x, '.repeat(150)}and`],
		['blanks', `papers${' '.repeat(480)}on`],
		['signs that are none', '\ud800\u0000\u202e\ufffd%00']
	];
	const roads = [
		'/api/search?q=',
		'/api/plain?q=',
		'/api/organisations?q=',
		'/api/concepts?q=',
		'/api/papers?q='
	];
	for (const [what, words] of typed)
		test(what, async () => {
			for (const road of roads) {
				const began = performance.now();
				const { status, text } = await ask(road + encodeURIComponent(words.replace(/\ud800/g, '')));
				expect([road, [200, 422].includes(status), text.slice(0, 200)]).toEqual([
					road,
					true,
					text.slice(0, 200)
				]);
				expect(performance.now() - began, road).toBeLessThan(3000);
			}
		});

	test('100 KB and thousands of words are refused before they are read', async () => {
		for (const road of roads)
			for (const words of ['x'.repeat(100_000), 'pond '.repeat(5000)]) {
				const began = performance.now();
				const { status } = await ask(road + encodeURIComponent(words));
				expect([road, [414, 422, 431].includes(status) ? 'refused' : status]).toEqual([road, 'refused']);
				expect(performance.now() - began, road).toBeLessThan(1000);
			}
	});
});

test('a file that is read slower than it is written holds up nobody, and ends with its reader', async () => {
	const asked = request({ host: '127.0.0.1', port, path: '/api/export?format=jsonl' });
	asked.end();
	const response = await new Promise<NodeJS.ReadableStream & { pause: () => void }>((resolve) => {
		asked.on('response', resolve);
	});
	response.pause();
	const began = performance.now();
	expect((await ask('/api/search?q=reward')).status).toBe(200);
	expect(performance.now() - began).toBeLessThan(2000);
	asked.on('error', () => undefined);
	asked.destroy();
	const row = z.object({ count: z.int() });
	const open = async () =>
		(
			await store.read(
				{
					text: "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery CONTAINS 'SHOW' RETURN count(*) AS count",
					row
				},
				{}
			)
		)[0]?.count;
	await expect.poll(open, { timeout: 3000 }).toBe(0);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { QueryDraft } from '#lib/domain/saved-query.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import { runQueryFeed } from '#lib/server/queries/query-feed.ts';
import { askedQuery, runQueryOf, savedRows } from '#lib/server/queries/run-saved.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph(12);
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));
const library = () => queryLibrary(opened.store);
let asker = 0;

/** A request for a saved query, each from an address of its own: nobody waits for a place. */
function event(path: string, etag = '') {
	const url = new URL(`http://127.0.0.1/api/queries/${path}`);
	asker += 1;
	return {
		...{ request: new Request(url, { headers: { 'if-none-match': etag } }), url },
		...{ locals: { store: opened.store }, params: { id: url.pathname.split('/')[3] ?? '' } },
		getClientAddress: () => `asker ${asker}`
	};
}

async function run(path: string, etag = '') {
	const response = await runQueryOf(event(path, etag));
	const text = await response.text();
	const { rows = [] } = (text.startsWith('{') ? JSON.parse(text) : {}) as { rows?: unknown[][] };
	return { status: response.status, etag: response.headers.get('etag'), text, rows };
}

const draft = (cypher: string): QueryDraft => ({
	...{ name: 'Reeds', description: '', view: 'table', parameters: [], cypher }
});

beforeEach(() =>
	opened.store.write((transaction) => transaction.run('MATCH (n:SavedQuery|QueryMark) DETACH DELETE n'))
);

describe('the rows of a saved query', () => {
	test('are asked once for everyone, and not sent to who has them', async () => {
		const first = await run('concepts-by-kind/run');
		const second = await run('concepts-by-kind/run');
		// The milliseconds stand in it: another run would have others, sooner or later.
		expect([second.text, second.etag]).toEqual([first.text, first.etag]);
		expect(await run('concepts-by-kind/run', first.etag ?? '')).toMatchObject({ status: 304, text: '' });
		const csv = await run('concepts-by-kind/run?format=csv');
		expect(csv.text).toMatch(/^kind,concepts,mentions\n/);
		expect(csv.etag).not.toBe(first.etag);
		const few = await run('strongest-of-a-kind/run?limit=1&kind=method');
		expect((await run('strongest-of-a-kind/run?limit=2&kind=method')).etag).not.toBe(few.etag);
	});

	test('are the same for its page, from one run', async () => {
		const page = event('mentions-in-all');
		const asked = await askedQuery(page);
		const [first, second] = [await savedRows(page, asked, 1000), await savedRows(page, asked, 1000)];
		expect(second).toEqual(first);
		expect(first.rows).toEqual([[graph.mentions.length]]);
	});

	test('are other ones with the next generation', async () => {
		const before = await run('mentions-in-all/run');
		await publish(opened.store, { ...graph, mentions: graph.mentions.slice(1) }, ingestAt(2));
		const after = await run('mentions-in-all/run', before.etag ?? '');
		expect([after.status, after.rows]).toEqual([200, [[graph.mentions.length - 1]]]);
		await publish(opened.store, graph, ingestAt(3));
	});

	test('are other ones when somebody changes the query', async () => {
		const { id } = await library().create(draft('RETURN 1 AS reed'));
		const before = await run(`${id}/run`);
		await library().change(id, 1, draft('RETURN 2 AS reed'));
		expect(await run(`${id}/run`, before.etag ?? '')).toMatchObject({ status: 200, rows: [[2]] });
	});

	test('are other ones when people keep something that the query reads', async () => {
		const { id } = await library().create(draft('MATCH (n:SavedQuery) RETURN count(n) AS queries'));
		const before = await run(`${id}/run`);
		expect(before.rows).toEqual([[1]]);
		expect((await run(`${id}/run`, before.etag ?? '')).status).toBe(304);
		await library().create(draft('RETURN 3'));
		expect((await run(`${id}/run`, before.etag ?? '')).rows).toEqual([[2]]);
	});

	test('of chance and of the clock are asked each time', async () => {
		const { id } = await library().create(draft('RETURN rand() AS reed'));
		const [first, second] = [await run(`${id}/run`), await run(`${id}/run`)];
		expect([first.etag, second.etag]).toEqual([null, null]);
		expect(first.rows).not.toEqual(second.rows);
		expect((await runQueryFeed(event(`${id}/feed`))).headers.get('etag')).toBeNull();
	});
});

test('a feed of a query that is stopped holds what was found, says so, and is not kept', async () => {
	const slow =
		'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS n WITH a, b, n WHERE a * b = 1 AND n < 6 OR n < 0 RETURN n';
	const { id } = await library().create(draft(slow));
	for (const path of [`${id}/feed`, `${id}/feed?format=json`]) {
		const response = await runQueryFeed(event(path));
		const text = await response.text();
		expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
		expect(text).toContain('The query was stopped after 10 seconds. There may be more.');
		expect(text).toContain('The graph was last ingested on 2026-01-01 00:00 UTC.');
		expect(text.match(/urn:throughline:query:reeds:[0-9a-f]{32}/g)).toHaveLength(5);
	}
	const stopped = await run(`${id}/run`);
	expect([stopped.etag, stopped.rows.length]).toEqual([null, 5]);
}, 60_000);

import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '#lib/domain/paper.ts';
import { viewOf } from '#lib/domain/results/result-views.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { bindParameters } from '#lib/server/queries/bind-parameters.ts';
import { resultMap } from '#lib/server/queries/result-map.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { whyNoRows } from '#lib/server/queries/why-no-rows.ts';
import { readPapers } from '#lib/sources/read-papers.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { empty, graphOf, ingestAt, openedStore } from './opened-store.ts';

const opened = openedStore();
// A server that has just been started plans its first queries slowly, and may be stopped at that.
beforeAll(async () => {
	for (let tried = 0; tried < 3; tried += 1)
		await runQuery(opened.store, shippedQueries[0]?.cypher ?? '', {
			concept: '',
			narrower: false,
			limit: 1
		}).catch(() => undefined);
});

const someone = (n: number, given: Partial<Omit<Paper, 'id'>>) => madeUpPaper(n, given);
const withoutDates = { date: null, organization: null, authors: [], authorCount: null };

/**
 * Corpora that a query has to answer on: the bundled one; one of other fields in which no source tells a date, an
 * organisation or an author; three papers; one whose abstract nobody knows; and none.
 */
const corpora: [name: string, papers: () => Promise<Paper[]> | Paper[]][] = [
	['the sample', async () => (await readPapers(['static/sample-papers.jsonl'])).papers],
	['another field', () => Array.from({ length: 60 }, (_, n) => someone(n, withoutDates))],
	['three papers', () => [0, 8, 16].map((n) => someone(n, {}))],
	['one title', () => [someone(0, { ...withoutDates, title: 'Of it all', abstract: '' })]],
	['nothing', () => []]
];

/** What each of these queries says where it has no rows: what the corpus does not tell, and no more. */
const reasons: Record<string, Record<string, RegExp>> = {
	'another field': {
		'rising-concepts': /^No rows\. No paper of the graph has “date”, which the query looks at\./,
		'papers-by-month': /No paper of the graph has “date”/,
		'newest-papers-of-a-topic': /No paper of the graph has “date”/,
		'papers-of-an-organisation':
			/^No rows\. The graph has no organisation to ask about\. The graph holds no Organization /
	},
	'one title': { 'neighbourhood-of-a-concept': /^No rows\. The graph has no method or model to ask about\./ },
	nothing: { 'papers-that-say': /^No rows: the graph holds no papers yet\.$/ }
};

describe.each(corpora)('on %s', (name, papers) => {
	beforeAll(async () => {
		await empty(opened.store);
		const read = await papers();
		const at = corpora.findIndex(([each]) => each === name);
		if (read.length > 0) await publish(opened.store, await graphOf(read), ingestAt(at + 1));
	});
	const answered = new Map<string, number>();

	test.each(shippedQueries)('$id answers, or says why not, in the view that it says', async (query) => {
		const { parameters, lacking } = await bindParameters(opened.store, query, {});
		const answer = await runQuery(opened.store, query.cypher, parameters);
		answered.set(query.id, answer.rows.length);
		expect([answer.stopped, answer.truncated]).toEqual([null, false]);
		const asked = { cypher: query.cypher, lacking, asks: query.parameters.length > 0 };
		const expected = reasons[name]?.[query.id];
		if (answer.rows.length === 0)
			expect(await whyNoRows(opened.store, asked)).toMatch(expected ?? /^No rows[.:] .*\.$/);
		else {
			expect(expected).toBeUndefined();
			expect(viewOf(answer, null, query.view)).toBe(query.view);
			if (query.view === 'map')
				expect((await resultMap(opened.store, answer, 'map', query.view, 'x'))?.picture.nodes).not.toEqual(
					[]
				);
		}
	});

	test('few are left without rows where the corpus tells all', () => {
		const without = [...answered].filter(([, rows]) => rows === 0).map(([id]) => id);
		if (name === 'the sample') expect(without).toEqual(['one-name-two-concepts']);
		if (name === 'another field') expect(answered.size - without.length).toBeGreaterThan(15);
	});
});

describe('papers that say', () => {
	beforeAll(async () => {
		await empty(opened.store);
		const title = 'C++ and "green" frogs: a (very) short AND/OR tale';
		await publish(opened.store, await graphOf([someone(0, { title }), someone(1, {})]), ingestAt(9));
	});
	test.each([
		['C++', 1],
		['frogs: (very', 1],
		['AND', 2],
		['"short and"', 1],
		['"and short"', 0],
		['"frogs', 1],
		['tale/ ^~*?', 1],
		['\\', 0],
		['title:frogs', 0],
		['(', 0],
		['"', 0],
		['  ', 0]
	])('takes %j as words', async (words, rows) => {
		const query = shippedQueries.find(({ id }) => id === 'papers-that-say');
		const answer = await runQuery(opened.store, query?.cypher ?? '', { words, limit: 25 });
		expect(answer.rows.length).toBe(rows);
	});
});

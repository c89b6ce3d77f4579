import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runQuery, runQueryAsJson } from '#lib/server/queries/run-query.ts';
import { openedStore } from './opened-store.ts';

const opened = openedStore((store) =>
	store.write((transaction) =>
		transaction.run(
			"CREATE (:Paper {id: 'p1', title: 'Ponds'})-[:MENTIONS {weight: 0.5}]->(:Concept {id: 'pond', label: 'pond'})"
		)
	)
);

/** Queries of people that the server holds, ours not counted. */
async function held(): Promise<string[]> {
	const rows = await opened.store.read({
		text: `SHOW TRANSACTIONS YIELD currentQuery, status, metaData
WHERE metaData.application = 'throughline' RETURN currentQuery + ' ' + status AS held`,
		row: z.object({ held: z.string() })
	});
	return rows.map(({ held }) => held);
}

/** The longest time in milliseconds for which this process did nothing else while `work` was under way. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
	let [last, longest] = [performance.now(), 0];
	const timer = setInterval(() => {
		const now = performance.now();
		[last, longest] = [now, Math.max(longest, now - last)];
	}, 10);
	await work();
	clearInterval(timer);
	return longest;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return (performance.now() - began) / 1000;
}

describe('values', () => {
	test.each([
		['RETURN 727189530466459649', '727189530466459649'],
		['RETURN -9223372036854775807 - 1', '-9223372036854775808'],
		['RETURN 9007199254740991', 9007199254740991],
		['RETURN 9007199254740992', '9007199254740992'],
		['RETURN [1, [2.5, null], {a: true}]', [1, [2.5, null], { a: true }]],
		['RETURN 0.0/0.0', 'NaN'],
		['RETURN point({x: 1, y: 2})', { srid: 7203, x: 1, y: 2 }],
		['RETURN point({longitude: 1, latitude: 2, height: 3})', { srid: 4979, x: 1, y: 2, z: 3 }],
		["RETURN date('2024-01-02')", '2024-01-02'],
		["RETURN duration('P1D')", 'P1D'],
		["RETURN duration('PT0.5S')", 'PT0.500000000S'],
		['RETURN {`__isNode__`: true, labels: 3}', { __isNode__: true, labels: 3 }],
		['RETURN {`__isInteger__`: true, low: 1}', { __isInteger__: true, low: 1 }],
		['RETURN {`__isPath__`: true}', { __isPath__: true }],
		['RETURN {`__proto__`: 1, `toString`: 2}', JSON.parse('{"__proto__": 1, "toString": 2}')],
		[
			"MATCH (p:Paper {id: 'p1'}) RETURN p",
			{
				node: 'papers/p1',
				labels: ['Paper'],
				name: 'Ponds',
				kind: null,
				properties: { id: 'p1', title: 'Ponds' }
			}
		],
		[
			'MATCH (:Paper)-[m:MENTIONS]->() RETURN m',
			{ relationship: 'MENTIONS', start: null, end: null, properties: { weight: 0.5 } }
		],
		['MATCH w = (:Paper)-[:MENTIONS]->() RETURN size([n IN nodes(w) | n.id])', 2]
	])('%s', async (cypher, value) => {
		expect((await runQuery(opened.store, cypher)).rows).toEqual([[value]]);
	});

	test('a parameter keeps its value', async () => {
		const given = { n: 727189530466459649n, m: 3, f: 1.5, list: [-(2n ** 63n)], none: null };
		const { rows } = await runQuery(opened.store, 'RETURN $n + 1, $m, $f, $list[0], $none', given);
		expect(rows).toEqual([['727189530466459650', 3, 1.5, '-9223372036854775808', null]]);
	});

	test('the answer as text is the answer', async () => {
		const cypher = "UNWIND ['a\"\\n', 'ü'] AS x RETURN x, 1 AS `y\"`";
		const text = (await runQueryAsJson(opened.store, cypher)).toString();
		const { milliseconds, ...rest } = JSON.parse(text) as Record<string, unknown>;
		expect(milliseconds).toBeTypeOf('number');
		expect(rest).toMatchObject({
			columns: ['x', 'y"'],
			rows: [
				['a"\n', 1],
				['ü', 1]
			],
			truncated: false,
			stopped: null
		});
		expect(Object.keys(rest)).toEqual(['columns', 'rows', 'truncated', 'stopped', 'generation']);
	});
});

describe('what the engine says is told in words', () => {
	test.each([
		['RETURN 1/0', 'QueryFailedError'],
		["RETURN substring('abc', -1)", 'QueryFailedError'],
		["RETURN 'a' =~ '('", 'QueryFailedError'],
		["CALL db.index.fulltext.queryNodes('none', 'x') YIELD node RETURN node", 'QueryFailedError'],
		["RETURN date('x')", 'QuerySyntaxError'],
		['RETURN nosuch()', 'QuerySyntaxError'],
		['MATCH (n) RETURN m', 'QuerySyntaxError'],
		['RETURN', 'QuerySyntaxError'],
		['RETURN $x', 'ParameterError'],
		['CREATE (n)', 'QueryRefusedError']
	])('%s: %s', async (cypher, name) => {
		await expect(runQuery(opened.store, cypher)).rejects.toMatchObject({
			name,
			message: expect.stringMatching(/\w/) as string,
			advice: expect.stringMatching(/\w.*\.$/) as string
		});
	});

	test('a value nested deeper than it can be read', async () => {
		const deep = 'RETURN reduce(a = null, x IN range(1, 20000) | {a: a}) AS deep';
		await expect(runQuery(opened.store, deep)).rejects.toMatchObject({
			name: expect.stringMatching(/^Query(Failed|Stopped)Error$/) as string
		});
		expect((await runQuery(opened.store, 'RETURN 1')).rows).toEqual([[1]]);
	});
});

describe('limits', () => {
	afterEach(async () => {
		await expect.poll(held, { timeout: 60_000 }).toEqual([]);
	});

	test.each([
		['one row that never ends', 'RETURN range(1, $most) AS xs'],
		['one row of small numbers that fill the heap', 'RETURN [x IN range(1, $most) | 1] AS xs'],
		['many large rows', "UNWIND range(1, 5000) AS x RETURN [i IN range(1, 500000) | 'pond'] AS xs"],
		['one text', "RETURN reduce(s = 'pond', i IN range(1, 24) | replace(s, 'o' + '', 'oo')) AS text"]
	])('%s: a sentence in the limit and two seconds, and this process goes on', async (_, cypher) => {
		let seconds = 0;
		const pause = await longestPause(async () => {
			seconds = await secondsOf(() =>
				expect(runQuery(opened.store, cypher, { most: 30_000_000 }, { seconds: 4 })).rejects.toMatchObject({
					name: 'QueryStoppedError',
					message: expect.stringMatching(/larger than|stopped after 4 seconds/) as string
				})
			);
		});
		expect(seconds).toBeLessThan(6);
		expect(pause).toBeLessThan(500);
		expect((await runQuery(opened.store, 'RETURN 1')).rows).toEqual([[1]]);
	});

	test('rows are cut at their number and at their bytes, and that is said', async () => {
		const many = await runQuery(opened.store, 'UNWIND range(1, 100000) AS n RETURN n');
		expect(many).toMatchObject({ truncated: true, columns: ['n'] });
		expect(many.rows).toHaveLength(5000);
		const exact = await runQuery(opened.store, 'UNWIND range(1, 5000) AS n RETURN n');
		expect([exact.truncated, exact.rows.length]).toEqual([false, 5000]);
		const wide = 'UNWIND range(1, 100) AS n RETURN [i IN range(1, 100) | 1000] AS n';
		const cut = await runQuery(opened.store, wide, {}, { bytes: 5013 });
		// A row is 100 times `1000,` and two brackets twice: 503 characters and a comma.
		expect([cut.truncated, cut.rows.length]).toEqual([true, 9]);
	});

	/** The bound is a parameter, which no check of the text can see. It takes the engine a good while and heeds no timeout: nothing inside an expression asks whether time is up. */
	const deaf = 'RETURN reduce(s = 0, x IN range(1, $most) | s + x % 7) AS s';

	test('an expression that heeds no timeout frees its place at the limit', async () => {
		const hog = () =>
			expect(runQuery(opened.store, deaf, { most: 80_000_000 }, { seconds: 1 })).rejects.toMatchObject({
				name: 'QueryStoppedError',
				message: expect.stringMatching(/^The query was stopped after 1 seconds/) as string
			});
		const seconds = await secondsOf(() => Promise.all([hog(), hog()]));
		// The second one may wait for the first, and for the start of its process, on a busy machine for seconds.
		expect(seconds).toBeLessThan(9);
		expect((await runQuery(opened.store, 'RETURN 1')).rows).toEqual([[1]]);
	});

	test('what is stopped ends on the server within a second', async () => {
		const slow = 'UNWIND range(1, $most) AS a UNWIND range(1, $most) AS b RETURN sum(a % 7 + b % 3)';
		const stop = new AbortController();
		const running = runQuery(opened.store, slow, { most: 1_000_000 }, { signal: stop.signal });
		running.catch(() => undefined);
		await expect.poll(held, { timeout: 10_000 }).toHaveLength(1);
		stop.abort();
		await expect(running).rejects.toMatchObject({ message: 'The query was stopped.' });
		await expect.poll(held, { timeout: 1000, interval: 50 }).toEqual([]);
	});

	test('one client is turned away when all its places and all its waiting are taken, another is served', async () => {
		// Long enough to be held while all thirty ask, and short enough that who waits is served within the wait on any machine.
		const slow = 'UNWIND range(1, 400000) AS a RETURN sum(a % 7)';
		const asked = Array.from({ length: 30 }, () => runQuery(opened.store, slow, {}, { client: 'a' }));
		const other = runQuery(opened.store, 'RETURN 1', {}, { client: 'b' });
		const outcomes = await Promise.allSettled(asked);
		expect((await other).rows).toEqual([[1]]);
		const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
		expect(refused.length).toBeGreaterThanOrEqual(15);
		for (const { reason } of refused) expect(reason).toMatchObject({ name: 'BusyError', seconds: 5 });
		// How many of those that wait come to their turn in five seconds is the machine's matter; the unit tests count them.
		expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
	});
});

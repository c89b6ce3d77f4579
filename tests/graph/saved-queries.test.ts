import { beforeEach, describe, expect, test } from 'vitest';
import { viewOf } from '#lib/domain/results/result-views.ts';
import type { QueryDraft } from '#lib/domain/saved-query.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { bindParameters } from '#lib/server/queries/bind-parameters.ts';
import { queryLibrary } from '#lib/server/queries/library.ts';
import { importPreview, queryFile } from '#lib/server/queries/query-files.ts';
import { resultMap } from '#lib/server/queries/result-map.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));
const library = () => queryLibrary(opened.store);
const draft = (given: Partial<QueryDraft> = {}): QueryDraft => ({
	...{ name: 'Reeds', description: 'in ponds', view: 'table', parameters: [] },
	...{ cypher: 'MATCH (p:Paper) RETURN p', ...given }
});

beforeEach(() =>
	opened.store.write((transaction) => transaction.run('MATCH (n:SavedQuery|QueryMark) DETACH DELETE n'))
);

describe.each(shippedQueries)('$id', (query) => {
	test('answers before anybody has typed, in the view that it says', async () => {
		const { parameters, shown } = await bindParameters(opened.store, query, {});
		const answer = await runQuery(opened.store, query.cypher, parameters);
		for (const { name } of query.parameters) expect([name, shown[name]?.length]).toEqual([name, 1]);
		expect(viewOf(answer, null, query.view)).toBe(answer.rows.length === 0 ? 'table' : query.view);
		// Names that stand twice are rare in so small a corpus; every other question has an answer.
		if (query.id !== 'one-name-two-concepts') expect(answer.rows.length).toBeGreaterThan(0);
		const map = await resultMap(opened.store, answer, 'map', query.view, query.name);
		if (query.view === 'map') expect(map?.picture.nodes.length).toBeGreaterThan(1);
	});
});

describe('the library', () => {
	test('keeps, changes, deletes and takes back what a person made', async () => {
		const { id, revision } = await library().create(draft());
		expect([id, revision]).toEqual(['reeds', 1]);
		const changed = await library().change(id, 1, draft({ description: 'better' }));
		expect(await library().find(id)).toEqual(changed);
		expect([changed.revision, changed.description, changed.group, changed.shipped]).toEqual([
			2,
			'better',
			'own',
			false
		]);
		await library().remove(id, 2);
		await expect(library().find(id)).rejects.toThrow('There is no saved query "reeds".');
		expect((await library().deleted()).map(({ name }) => name)).toEqual(['Reeds']);
		await library().restore(id);
		const [first] = await library().list();
		expect(first).toMatchObject({ id, revision: 4, description: 'better' });
		expect(await library().list()).toHaveLength(shippedQueries.length + 1);
	});

	test('tells the second of two who change one at once, and loses nothing', async () => {
		await library().create(draft());
		await library().change('reeds', 1, draft({ description: 'of Ann' }));
		await expect(library().change('reeds', 1, draft({ description: 'of Ben' }))).rejects.toMatchObject({
			...{ name: 'EditConflictError', revision: 2 }
		});
		expect((await library().find('reeds')).description).toBe('of Ann');
	});

	test('leaves what is shipped as it is, but for its marks', async () => {
		const { id } = shippedQueries[0] ?? { id: '' };
		await expect(library().change(id, 1, draft())).rejects.toThrow('came with Throughline');
		await expect(library().remove(id, 1)).rejects.toThrow('came with Throughline');
		await library().mark(id, { favourite: true });
		await library().mark(id, { tags: ['reed', 'pond'] });
		expect(await library().find(id)).toMatchObject({ favourite: true, tags: ['reed', 'pond'] });
		const marked = await Promise.all(
			['a', 'b'].map((tag) => library().mark(id, tag === 'a' ? { favourite: false } : { tags: [tag] }))
		);
		expect(marked).toHaveLength(2);
		expect(await library().find(id)).toMatchObject({ favourite: false, tags: ['b'] });
	});

	test.each([
		[{ cypher: 'MATCH (n) SET n.x = 1 RETURN n' }, 'Writing is not allowed'],
		[{ cypher: 'LOAD CSV FROM "file:///etc/passwd" AS l RETURN l' }, 'LOAD'],
		[{ cypher: 'MATCH (n {id: $pond}) RETURN n' }, '$pond has no field'],
		[
			{ parameters: [{ name: 'pond', label: 'Pond', type: 'text' as const }] },
			'The Cypher does not use $pond'
		],
		[{ name: ' ' }, '"name"'],
		[{ cypher: `RETURN 1 ${'\n'.repeat(20_000)}, 2` }, 'This length']
	])('does not keep number %#', async (given, sentence) => {
		await expect((async () => library().create(draft(given)))()).rejects.toThrow(sentence);
		expect(await library().list()).toHaveLength(shippedQueries.length);
	});
});

describe('a file of queries', () => {
	test('is read as it was written, in another store', async () => {
		const kept = await library().create(draft({ name: 'Reeds “and” rushes' }));
		await library().mark(kept.id, { tags: ['pond'] });
		const file = JSON.parse(JSON.stringify(queryFile([await library().find(kept.id)]))) as unknown;
		const [found] = importPreview(file, await library().list());
		expect(found).toEqual({
			...{ name: 'Reeds “and” rushes', problem: null, isThere: true },
			entry: { ...draft({ name: 'Reeds “and” rushes' }), tags: ['pond'] }
		});
		expect(importPreview(file, [])[0]?.isThere).toBe(false);
	});

	test('of somebody hostile is shown, and nothing of it can be kept', async () => {
		const hostile = [
			draft({ name: '<script>alert(1)</script>', cypher: 'LOAD CSV FROM "http://x" AS l RETURN l' }),
			{ ...draft(), id: 'papers-by-month', shipped: true },
			{ ...draft(), parameters: [{ name: '__proto__', label: 'x', type: 'text' }] },
			{ ...draft(), parameters: [{ name: 'format', label: 'x', type: 'text' }], cypher: 'RETURN $format' },
			{ name: 7 },
			null,
			draft({ cypher: 'CALL dbms.listConfig()' }),
			draft({ cypher: `RETURN ${'['.repeat(60)}${']'.repeat(60)}` }),
			draft({
				cypher: 'RETURN $a',
				parameters: [{ name: 'a', label: 'A', type: 'choice', suggest: 'LOAD CSV FROM "x" AS l RETURN l' }]
			})
		];
		const preview = importPreview({ throughline: 'queries', version: 1, queries: hostile }, []);
		expect(preview.map(({ entry }) => entry)).toEqual(hostile.map(() => null));
		await expect(runQuery(opened.store, 'CALL dbms.listConfig()')).rejects.toThrow('not allowed');
		for (const file of [
			null,
			[],
			{ throughline: 'queries', version: 2, queries: [draft()] },
			{ queries: [] }
		])
			expect(() => importPreview(file, [])).toThrow('This is no file of saved queries.');
	});
});

describe('what a parameter is bound to', () => {
	const concept = { parameters: [{ name: 'c', label: 'Concept', type: 'concept' as const }] };
	const bound = (text: string) => bindParameters(opened.store, concept, { c: [text] });

	test('is the picked id, whatever else is called so', async () => {
		for (const { id } of graph.concepts.slice(0, 60))
			expect((await bound(`concepts/${id}`)).parameters).toEqual({ c: id });
	});

	test('is never another concept than the one that was named', async () => {
		const names = graph.concepts.map(({ label }) => label.toLowerCase());
		for (const { id, label } of graph.concepts.slice(0, 40)) {
			const isOnly = names.filter((name) => name === label.toLowerCase()).length === 1;
			const found = await bound(label).catch((failure: unknown) => failure as Error);
			if ('parameters' in found) expect([label, found.parameters]).toEqual([label, { c: id }]);
			else
				expect([isOnly, found.message]).toEqual([
					expect.anything(),
					expect.stringContaining('More than one')
				]);
		}
		await expect(bound('rational')).rejects.toThrow('No concept is called exactly "rational".');
	});

	test('is a list where it takes several', async () => {
		const [a, b] = graph.concepts;
		const several = { parameters: concept.parameters.map((each) => ({ ...each, several: true })) };
		const given = { c: [`concepts/${b?.id ?? ''}`, `concepts/${a?.id ?? ''}`] };
		expect((await bindParameters(opened.store, several, given)).parameters).toEqual({ c: [b?.id, a?.id] });
	});
});

test('rows that come after others are reached by skipping them', async () => {
	const all = await runQuery(opened.store, 'UNWIND range(1, 20) AS n RETURN n');
	const rest = await runQuery(opened.store, 'UNWIND range(1, 20) AS n RETURN n', {}, { skip: 15 });
	expect(rest.rows).toEqual(all.rows.slice(15));
});

test('Explain tells the plan and runs nothing', async () => {
	const { columns, rows } = await runQuery(
		opened.store,
		'MATCH (p:Paper) RETURN 1 / 0 * count(p)',
		{},
		{ explain: true }
	);
	expect(columns).toEqual(['step', 'on', 'rows about']);
	expect(rows.map(([step]) => (step as string).trim())).toContain('NodeCountFromCountStore');
	await expect(runQuery(opened.store, 'MATCH (n) DELETE n', {}, { explain: true })).rejects.toThrow(
		'not allowed'
	);
});

test('the rows of a query that is stopped are kept and marked', async () => {
	const slow =
		'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS n WITH a, b, n WHERE a * b = 1 AND n < 300 OR n < 0 RETURN n';
	const answer = await runQuery(opened.store, slow, {}, { seconds: 1 });
	expect([answer.rows.length > 0, answer.truncated, answer.stopped]).toEqual([
		...[true, true, 'The query was stopped after 1 seconds.']
	]);
});

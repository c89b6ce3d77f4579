import { describe, expect, test } from 'vitest';
import { maximumElements, type MapScope } from '#lib/domain/map-picture.ts';
import { nodeRef, splitRef } from '#lib/domain/ids.ts';
import { isWithin } from '#lib/domain/within-dates.ts';
import { conceptDetails } from '#lib/server/questions/concept-details.ts';
import { listConcepts, listPapers } from '#lib/server/questions/lists.ts';
import { mapPicture } from '#lib/server/questions/map-picture.ts';
import { namedNode } from '#lib/server/questions/named-node.ts';
import { neighbours } from '#lib/server/questions/neighbours.ts';
import { overview } from '#lib/server/questions/overview.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { search } from '#lib/server/questions/search.ts';
import { topicDetails } from '#lib/server/questions/topic-details.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { openStore } from '#lib/server/store.ts';
import { exportJsonLines, ingestAt, openedStore, sampleGraph } from './opened-store.ts';
import { wideSenseOf } from './wide-sense.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

const grpo = nodeRef('concepts', 'group-relative-policy-optimization');
const paper = graph.introduces[0]?.paper ?? '';
const topic = graph.topics[0]?.id ?? '';

const wideSense = () => wideSenseOf(graph);

describe('the map', () => {
	test.each(['corpus', grpo, nodeRef('papers', paper), nodeRef('topics', topic)] as MapScope[])(
		'of %s is small, whole and says what it leaves out',
		async (scope) => {
			const { nodes, edges, shown, total } = await mapPicture(opened.store, scope);
			expect(nodes.length).toBeGreaterThan(1);
			expect(edges.length).toBeGreaterThan(0);
			expect(nodes.length + edges.length).toBeLessThanOrEqual(maximumElements);
			expect(shown).toBe(nodes.length);
			expect(total).toBeGreaterThanOrEqual(shown);
			const ids = new Set(nodes.map(({ id }) => id));
			expect(ids.size).toBe(nodes.length);
			for (const { source, target } of edges) {
				expect(ids).toContain(source);
				expect(ids).toContain(target);
			}
		}
	);

	test('of a small corpus holds every paper, and the concepts of most papers', async () => {
		const { nodes } = await mapPicture(opened.store, 'corpus');
		const drawn = new Set<string>(nodes.map(({ id }) => id));
		expect(graph.papers.filter(({ id }) => !drawn.has(nodeRef('papers', id)))).toEqual([]);
		const strongest = [...graph.concepts].sort((a, b) => b.papers - a.papers).slice(0, 20);
		expect(strongest.filter(({ id }) => !drawn.has(nodeRef('concepts', id)))).toEqual([]);
	});

	test('is the same whoever asks', async () => {
		// A store keeps the pictures of a generation: another one has to ask for them itself.
		const other = await openStore({ url: `local:${opened.folder}`, joinOnly: true });
		try {
			for (const scope of ['corpus', grpo, nodeRef('topics', topic)] as MapScope[])
				expect(await mapPicture(other, scope)).toEqual(await mapPicture(opened.store, scope));
		} finally {
			await other.close();
		}
	});

	test('of a node that there is not is not found', async () => {
		await expect(mapPicture(opened.store, nodeRef('concepts', 'no-such-pond'))).rejects.toMatchObject({
			name: 'NotFoundError'
		});
	});

	test('counts the corpus', async () => {
		const { papers, concepts } = await overview(opened.store);
		expect([papers, concepts]).toEqual([graph.papers.length, graph.concepts.length]);
	});

	test('has as many neighbours as were asked for, and no more', async () => {
		const { nodes } = await neighbours(opened.store, grpo, 5);
		expect(nodes.filter(({ id }) => id !== grpo)).toHaveLength(5);
	});
});

describe('search', () => {
	test('of a possessive alone finds what begins so, and not everything', async () => {
		const { hits } = await search(opened.store, "'s", 50);
		const names = hits.flatMap(({ ref, name }) => (ref.startsWith('concepts/') ? name : []));
		expect(names.filter((name) => !/(^|[^\p{L}\p{N}])s/iu.test(name))).toEqual([]);
	});

	test.each([
		['GRPO', grpo],
		['group rel', grpo],
		['Group-Relative Policy', grpo],
		['grp', grpo],
		['grouprelative policyoptimizations', grpo]
	])('finds %j', async (q, wanted) => {
		const { hits } = await search(opened.store, q, 8);
		expect(hits.map(({ ref }) => ref)).toContain(wanted);
	});

	test('finds a paper by a word of its abstract', async () => {
		const { hits } = await search(opened.store, graph.papers[0]?.title ?? '', 8);
		expect(hits.map(({ ref }) => ref)).toContain(nodeRef('papers', graph.papers[0]?.id ?? ''));
	});

	test('finds nothing for a slip of the pen, and what is written like it', async () => {
		const { hits, near } = await search(opened.store, 'ratonale', 8);
		expect(hits).toEqual([]);
		expect(near[0]?.ref).toBe(nodeRef('concepts', 'rationale'));
		expect((await search(opened.store, 'rationale', 8)).near).toEqual([]);
		expect((await search(opened.store, 'zzqqxxyy', 8)).near).toEqual([]);
	});

	test.each(['', '   ', '"', 'a AND (b', 'x:[1 TO', '\\', '*', '~', '語', 'zzzzzz', 'a'.repeat(5000)])(
		'answers %j without an error',
		async (q) => {
			expect((await search(opened.store, q, 8)).hits.length).toBeLessThanOrEqual(24);
		}
	);
});

describe('details', () => {
	test('of a paper: the places of its concepts, and related papers whose parts add up', async () => {
		const { title, abstract, concepts, related } = await paperDetails(opened.store, paper);
		const text = `${title}\n${abstract}`;
		expect(concepts.some(({ introduced }) => introduced)).toBe(true);
		for (const { spans } of concepts)
			for (const [start, end] of spans) expect(text.slice(start, end).trim()).not.toBe('');
		expect(related.length).toBeGreaterThan(0);
		for (const { score, concepts: shared, text: words } of related)
			expect(shared + words).toBeCloseTo(score, 5);
	});

	test('of a concept: its names, its papers with their sentences and what is near', async () => {
		const found = await conceptDetails(opened.store, splitRef(grpo).id);
		expect(found.aliases).toContain('GRPO');
		expect(found.evidence).toHaveLength(Math.min(20, found.papers));
		expect(found.nearest.length).toBeGreaterThan(0);
	});

	test('of a concept in the wide sense: with the papers of what is narrower, at any depth', async () => {
		const wide = wideSense();
		const found = await conceptDetails(opened.store, wide.id, { page: 1, narrower: true });
		expect([found.papers, found.papersWithNarrower]).toEqual([wide.own, wide.papers.size]);
		expect(wide.papers.size).toBeGreaterThan(wide.own);
		expect(found.evidence.map(({ paper }) => splitRef(paper.ref).id).every((id) => wide.papers.has(id))).toBe(
			true
		);
		expect(found.evidence).toHaveLength(Math.min(20, wide.papers.size));
		for (const { sentence, marks } of found.evidence)
			for (const [start, end] of marks) expect(sentence.slice(start, end).length).toBeGreaterThan(1);
		const narrow = await conceptDetails(opened.store, wide.id);
		expect(narrow.evidence).toHaveLength(Math.min(20, wide.own));
	});

	test('of a topic: its name and what lies in it', async () => {
		const found = await topicDetails(opened.store, topic);
		expect(found.name.length).toBeGreaterThan(2);
		expect(found.papers).toBeGreaterThan(0);
	});
});

describe('lists', () => {
	test('of the papers of a concept, and of what is narrower with it', async () => {
		const { id, own, papers } = wideSense();
		const list = {
			q: '',
			topic: '',
			concept: id,
			narrower: false,
			from: '',
			to: '',
			sort: 'date',
			page: 1
		} as const;
		expect((await listPapers(opened.store, list)).total).toBe(own);
		expect((await listPapers(opened.store, { ...list, narrower: true })).total).toBe(papers.size);
		const searched = { ...list, q: 'learning' };
		const both = await listPapers(opened.store, { ...searched, narrower: true });
		const all = await listPapers(opened.store, { ...searched, concept: '' });
		expect(both.total).toBeGreaterThan(0);
		expect(both.total).toBeLessThan(Math.min(all.total, papers.size) + 1);
		const dated = await listPapers(opened.store, { ...list, concept: '', from: '2025-07', to: '2025' });
		expect(dated.total).toBe(
			graph.papers.filter(({ date }) => isWithin(date, date, { from: '2025-07', to: '2025' })).length
		);
	});

	test('papers are sorted, filtered and counted', async () => {
		const all = {
			q: '',
			topic: '',
			concept: '',
			narrower: false,
			from: '',
			to: '',
			sort: 'title',
			page: 1
		} as const;
		const { items, total } = await listPapers(opened.store, all);
		expect(total).toBe(graph.papers.length);
		const titles = items.map(({ title }) => title.toLowerCase());
		expect(titles).toEqual([...titles].sort());
		const inTopic = await listPapers(opened.store, { ...all, topic });
		expect(inTopic.total).toBeLessThan(total);
		expect((await listPapers(opened.store, { ...all, page: 99 })).items).toEqual([]);
	});

	test('concepts are found without their blanks and hyphens', async () => {
		const { items } = await listConcepts(opened.store, {
			...{ q: 'grouprelative', kind: '', topic: '', sort: 'papers', page: 1 }
		});
		expect(items.map(({ ref }) => ref)).toContain(grpo);
	});

	test('concepts of a kind, most papers first', async () => {
		const { items } = await listConcepts(opened.store, {
			q: '',
			kind: 'method',
			topic: '',
			sort: 'papers',
			page: 1
		});
		expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['method']));
		const counts = items.map(({ papers }) => papers);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
	});
});

test.each([
	[grpo, grpo],
	['group-relative-policy-optimization', grpo],
	['GRPO', grpo],
	['rationale', nodeRef('concepts', 'rationale')]
])('%j names a concept', async (text, ref) => {
	expect(await namedNode(opened.store, text, ['concepts'])).toMatchObject({ ref });
});

test('what is not there is named in the error', async () => {
	await expect(namedNode(opened.store, 'no such pond', ['papers', 'concepts'])).rejects.toThrow(
		'There is no paper or concept called "no such pond".'
	);
});

test('the export is sorted and the same twice', async () => {
	const lines = async () => {
		const found: string[] = [];
		for await (const line of exportJsonLines(opened.store, false)) found.push(line);
		return found;
	};
	const first = await lines();
	expect(first.filter((line) => line.includes('"type":"node"')).length).toBeGreaterThan(graph.papers.length);
	expect(await lines()).toEqual(first);
});

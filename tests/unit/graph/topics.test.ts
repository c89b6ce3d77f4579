import { describe, expect, test } from 'vitest';
import type { Broader, Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { conceptIdSchema, topicIdSchema } from '#lib/domain/ids.ts';
import { turned, type Ties } from '#lib/graph/ties.ts';
import { inheritIds, keepTopics } from '#lib/graph/topics/keep-topics.ts';
import { leiden } from '#lib/graph/topics/leiden.ts';
import { nameTopics } from '#lib/graph/topics/name-topics.ts';
import { createSameness } from '#lib/graph/topics/say-the-same.ts';
import { treeOf } from '#lib/graph/topics/topic-tree.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { madeUpTies, nearnessOf } from './made-up-ties.ts';

function graphOf(nodes: number, edges: [number, number, number][]): WeightedGraph {
	const rows = Array.from({ length: nodes }, (): [number, number][] => []);
	for (const [a, b, weight] of edges) {
		rows[a]?.push([b, weight]);
		rows[b]?.push([a, weight]);
	}
	const offsets = new Uint32Array(nodes + 1);
	for (const [node, row] of rows.entries()) offsets[node + 1] = (offsets[node] ?? 0) + row.length;
	return {
		offsets,
		targets: Uint32Array.from(rows.flat(), ([other]) => other),
		weights: Float64Array.from(rows.flat(), ([, weight]) => weight)
	};
}

/** Rings of `size` nodes that all know each other, each tied to the next by one edge. */
function cliques(count: number, size: number): WeightedGraph {
	const edges: [number, number, number][] = [];
	for (let clique = 0; clique < count; clique += 1) {
		const first = clique * size;
		for (let a = 0; a < size; a += 1)
			for (let b = a + 1; b < size; b += 1) edges.push([first + a, first + b, 1]);
		edges.push([first, ((clique + 1) % count) * size + 1, 1]);
	}
	return graphOf(count * size, edges);
}

describe('leiden', () => {
	test('finds the cliques of a ring of cliques', () => {
		const { of, count } = leiden(cliques(9, 6), 1, 3);
		expect(count).toBe(9);
		expect([...of]).toEqual(Array.from({ length: 54 }, (_, node) => of[node - (node % 6)]));
	});

	test('finds more and smaller communities the higher the resolution', () => {
		const nearness = nearnessOf(madeUpTies(90, 3, 1));
		const counts = [0.3, 1, 3, 9].map((resolution) => leiden(nearness, resolution, 3).count);
		expect(counts).toEqual([...counts].sort((a, b) => a - b));
		expect(counts[0]).toBeLessThan(counts[3] ?? 0);
	});

	test('leaves nodes without edges alone', () => {
		expect(leiden(graphOf(4, [[0, 1, 1]]), 1, 3)).toEqual({ of: Uint32Array.from([0, 0, 1, 2]), count: 3 });
	});
});

interface Said {
	name: string;
	label?: string;
	kind?: Concept['kind'];
	/** The papers that mention it. */
	papers: number[];
}

function corpusOf(papers: number, said: Said[]): { corpus: ConceptCorpus; ties: Ties } {
	const rows = Array.from({ length: papers }, (_, paper) =>
		said.flatMap(({ papers: own }, concept) => (own.includes(paper) ? [concept] : []))
	);
	const offsets = new Uint32Array(papers + 1);
	for (const [paper, row] of rows.entries()) offsets[paper + 1] = (offsets[paper] ?? 0) + row.length;
	const ofPaper = { offsets, values: Uint32Array.from(rows.flat()) };
	const concepts = said.map(({ name, label = name, kind = 'method', papers: own }): Concept => ({
		...{ id: conceptIdSchema.parse(name.replaceAll(' ', '-')), name, label, kind, papers: own.length },
		...{ aliases: label === name ? [] : [label], firstDate: null, lastDate: null }
	}));
	return {
		corpus: { concepts, mentions: [], introduces: [], broader: [] },
		ties: {
			...{
				papers,
				concepts: said.length,
				ofPaper,
				weights: new Float32Array(ofPaper.values.length).fill(0.5)
			},
			ofConcept: turned(ofPaper, said.length)
		}
	};
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

/** Two topics: papers 0 to 19 and 20 to 39, of a corpus of 400. */
function namesOf(said: Said[], change: Partial<ConceptCorpus> = {}) {
	const { corpus, ties } = corpusOf(400, said);
	const ofPaper = Int32Array.from({ length: 400 }, (_, paper) => (paper < 20 ? 0 : paper < 40 ? 1 : 2));
	const tree = treeOf(ties, { ofPaper, parents: [null, null, null] });
	return nameTopics(tree, { ...corpus, ...change }, ties).names.map(({ name }) => name);
}

describe('names of topics', () => {
	const wide = { name: 'water', papers: upTo(0, 60) };

	test('are the terms that answer best as queries, never one that fits an eighth of the corpus', () => {
		const [first] = namesOf([
			wide,
			{ name: 'pond', papers: upTo(0, 17) },
			{ name: 'heron', papers: upTo(0, 4) }
		]);
		expect(first).toBe('Pond');
	});

	test('have a second term where it finds what the first does not', () => {
		const [first] = namesOf([
			{ name: 'pond', papers: upTo(0, 11) },
			{ name: 'reed', papers: upTo(10, 19) },
			{ name: 'duck', papers: upTo(0, 9) }
		]);
		expect(first).toBe('Pond · reed');
	});

	test.each<[string, Said, Said, Partial<ConceptCorpus>?]>([
		[
			'an acronym and its long form',
			{ name: 'pond policy search', papers: upTo(0, 11) },
			{ name: 'PPS', papers: upTo(10, 19) }
		],
		[
			'a part of the other',
			{ name: 'pond model', papers: upTo(0, 11) },
			{ name: 'deep pond models', papers: upTo(10, 19) }
		],
		[
			'what is broader',
			{ name: 'lily', papers: upTo(0, 11) },
			{ name: 'flower', papers: upTo(10, 19) },
			{ broader: [{ narrower: 'lily', broader: 'flower', rule: 'corpus' } as unknown as Broader] }
		]
	])('never say one thing twice: %s', (_, one, other, change) => {
		const [first = ''] = namesOf([one, other, { name: 'heron', papers: [1, 2, 3, 17] }], change);
		expect(first.toLowerCase()).not.toContain(' · ' + other.name.toLowerCase());
		expect(first.toLowerCase()).not.toMatch(
			new RegExp(`${other.name.toLowerCase()} · ${one.name.toLowerCase()}`)
		);
	});

	test('hold no term twice on one level: it names the topic that it fits best', () => {
		const names = namesOf([
			{ name: 'pond', papers: [...upTo(0, 16), ...upTo(20, 30)] },
			{ name: 'reed', papers: upTo(20, 28) },
			{ name: 'moss', papers: upTo(50, 90) }
		]);
		expect(names).toEqual(['Pond', 'Reed', 'Moss']);
	});

	test('pass over what a paper introduces, and models with a version', () => {
		const [first] = namesOf(
			[
				{ name: 'pondnet', papers: upTo(0, 18) },
				{ name: 'Duck-7B', kind: 'model', papers: upTo(0, 18) },
				{ name: 'reed', papers: upTo(0, 9) }
			],
			{ introduces: [{ concept: 'pondnet' }] as ConceptCorpus['introduces'] }
		);
		expect(first).toBe('Reed');
	});

	test('write an acronym out where there is room', () => {
		const [first, second] = namesOf([
			{ name: 'pond policy search', label: 'PPS', papers: upTo(0, 18) },
			{ name: 'very long policy search in all of the ponds', label: 'VLPS', papers: upTo(20, 38) }
		]);
		expect([first, second]).toEqual(['Pond policy search', 'VLPS']);
	});
});

describe('createSameness', () => {
	const same = createSameness([]);
	const named = (name: string, label = name) => ({
		id: conceptIdSchema.parse(name),
		name,
		label,
		aliases: []
	});
	test.each([
		['lily models', 'lily model', true],
		['process lily model', 'lily model', true],
		['video generation', 'image generation', false],
		['GUI', 'graphical user interface', true],
		['duck', 'heron', false]
	])('%s and %s: %s', (a, b, expected) => {
		expect(same(named(a), named(b))).toBe(expected);
		expect(same(named(b), named(a))).toBe(expected);
	});
});

describe('topics that are kept', () => {
	const [a, b] = ['a', 'b'].map((id) => topicIdSchema.parse(id));
	const topic = (id: typeof a) => ({
		id: id ?? topicIdSchema.parse('a'),
		name: String(id),
		terms: [],
		level: 1 as const,
		parent: null
	});
	const place = (own: typeof a) => ({ x: 0, y: 0, step: 0, topic: own ?? null });
	const { ties } = corpusOf(6, [
		{ name: 'pond', papers: [0, 1, 4] },
		{ name: 'reed', papers: [2, 3, 4] }
	]);
	const papers = upTo(0, 6).map((paper) => ({ id: `p${paper}` }));
	const concepts = [{ id: 'pond' }, { id: 'reed' }];
	const kept = {
		papers: new Map([0, 1, 2, 3].map((paper) => [`p${paper}`, place(paper < 2 ? a : b)])),
		concepts: new Map([['pond', place(a)]]),
		topics: [topic(b), topic(a)]
	};

	test('take a new paper in where its nearest are, by weight; one without concepts has none', () => {
		const nearness = graphOf(6, [
			[4, 0, 0.2],
			[4, 1, 0.2],
			[4, 2, 0.3]
		]);
		const { tree, names } = keepTopics(papers, concepts, kept, { ties, nearness });
		expect(names.map(({ id }) => id)).toEqual([a, b]);
		expect([...tree.leafOfPaper]).toEqual([0, 0, 1, 1, 0, -1]);
		expect([...tree.leafOfConcept]).toEqual([0, 1]);
	});

	test('are gone when their last paper is', () => {
		const nearness = graphOf(2, []);
		const { tree, names } = keepTopics(papers.slice(2, 4), concepts, kept, {
			ties: {
				...ties,
				papers: 2,
				ofPaper: { offsets: Uint32Array.from([0, 1, 2]), values: Uint32Array.from([1, 1]) }
			},
			nearness
		});
		expect(names.map(({ id }) => id)).toEqual([b]);
		expect([...tree.leafOfPaper]).toEqual([0, 0]);
	});

	test('hand their ids on to those that hold half of both', () => {
		const tree = treeOf(ties, { ofPaper: Int32Array.from([0, 0, 1, 1, 1, -1]), parents: [null, null] });
		const names = ['new', 'b'].map((id) => ({ id: topicIdSchema.parse(id), name: id, terms: [] }));
		expect(inheritIds(papers, tree, names, kept).map(({ id }) => id)).toEqual(['a', 'b']);
		const mixed = treeOf(ties, { ofPaper: Int32Array.from([0, 1, 0, 1, 1, -1]), parents: [null, null] });
		expect(inheritIds(papers, mixed, names, kept).map(({ id }) => id)).toEqual(['new', 'b']);
	});
});

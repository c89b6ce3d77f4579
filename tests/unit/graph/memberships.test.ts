import { describe, expect, test } from 'vitest';
import type { ConceptCorpus, Mention } from '#lib/domain/graph.ts';
import { conceptIdSchema, paperIdSchema, topicIdSchema } from '#lib/domain/ids.ts';
import { keptMapOf } from '#lib/graph/kept-map.ts';
import { membershipsOf, partsOf } from '#lib/graph/memberships.ts';
import { distanceOf, putAside, spreadOf } from '#lib/graph/places/lay-out.ts';
import { topicTies } from '#lib/graph/places/topic-ties.ts';
import { seededRandom } from '#lib/graph/random.ts';
import { findTies, lengthOf, listOf, turned } from '#lib/graph/ties.ts';
import { homeOf, largeOf, leavesOf, pullsOn, treeOf } from '#lib/graph/topics/topic-tree.ts';
import { inducedGraph, type WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { madeUpPaper } from './made-up-corpus.ts';

const ids = (...names: string[]) => names.map((id) => ({ id: paperIdSchema.parse(id) }));

function corpusOf(
	concepts: string[],
	mentions: [paper: string, concept: string, weight: number][]
): ConceptCorpus {
	return {
		concepts: concepts.map((name) => ({
			...{ id: conceptIdSchema.parse(name), name, label: name, kind: 'method', aliases: [], papers: 1 },
			...{ firstDate: null, lastDate: null }
		})),
		mentions: mentions.map(([paper, concept, weight]): Mention => ({
			...{ paper: paperIdSchema.parse(paper), concept: conceptIdSchema.parse(concept), weight },
			...{ count: 1, inTitle: false, starts: [0], ends: [1] }
		})),
		introduces: [],
		broader: []
	};
}

/** a and b speak of duck and heron, c of nothing, d of reed and of what is no concept. */
const corpus = corpusOf(
	['duck', 'heron', 'reed'],
	[
		['a', 'duck', 0.5],
		['a', 'heron', 0.25],
		['b', 'heron', 0.75],
		['d', 'gone', 1],
		['d', 'reed', 0.125]
	]
);
const papers = ids('a', 'b', 'c', 'd');

describe('findTies', () => {
	test('turns mentions into lists of numbers, both ways', () => {
		const ties = findTies(papers, corpus);
		expect([ties.papers, ties.concepts]).toEqual([4, 3]);
		expect([...ties.ofPaper.offsets]).toEqual([0, 2, 3, 3, 4]);
		expect([...ties.ofPaper.values]).toEqual([0, 1, 1, 2]);
		expect([...ties.weights]).toEqual([0.5, 0.25, 0.75, 0.125]);
		expect([...ties.ofConcept.offsets]).toEqual([0, 1, 3, 4]);
		expect([...ties.ofConcept.values]).toEqual([0, 0, 1, 3]);
		expect([0, 1, 2, 3].map((paper) => lengthOf(ties.ofPaper, paper))).toEqual([2, 1, 0, 1]);
		expect([0, 1, 2].map((concept) => [...listOf(ties.ofConcept, concept)])).toEqual([[0], [0, 1], [3]]);
	});
});

test('turned tells where every value goes', () => {
	const moves: [number, number][] = [];
	const lists = { offsets: Uint32Array.from([0, 2, 3]), values: Uint32Array.from([2, 0, 2]) };
	const back = turned(lists, 3, (from, to) => moves.push([from, to]));
	expect([[...back.offsets], [...back.values]]).toEqual([
		[0, 1, 1, 3],
		[0, 0, 1]
	]);
	expect(moves).toEqual([
		[0, 1],
		[1, 0],
		[2, 2]
	]);
});

test('seededRandom gives the same numbers for the same seed', () => {
	const numbers = (seed: number) =>
		Array.from({ length: 4 }, seededRandom(seed)).map((value) => value.toFixed(6));
	expect(numbers(1)).toEqual(['0.627074', '0.002736', '0.527447', '0.981051']);
	expect(numbers(1)).toEqual(numbers(1));
	expect(numbers(2)).not.toEqual(numbers(1));
});

/** Two pairs: papers 0 and 1, 2 and 3, and a weak edge between them. */
const nearness: WeightedGraph = {
	offsets: Uint32Array.from([0, 1, 3, 5, 6]),
	targets: Uint32Array.from([1, 0, 2, 1, 3, 2]),
	weights: Float64Array.from([4, 4, 1, 1, 2, 2])
};

test('inducedGraph is what lies among some nodes, in their order', () => {
	const { offsets, targets, weights } = inducedGraph(nearness, Uint32Array.from([2, 0, 1]));
	expect([[...offsets], [...targets], [...weights]]).toEqual([
		[0, 1, 2, 4],
		[2, 2, 1, 0],
		[1, 4, 4, 1]
	]);
});

describe('a tree of topics', () => {
	const ties = findTies(papers, corpus);
	/** A large topic with two small ones, and one that is not divided; c has none. */
	const tree = () => treeOf(ties, { ofPaper: Int32Array.from([2, 3, -1, 1]), parents: [null, null, 0, 0] });

	test('has the papers of its leaves, and the concepts that are at home there', () => {
		expect(tree().topics).toEqual([
			{ level: 1, parent: null, papers: [0, 1], concepts: [0, 1] },
			{ level: 1, parent: null, papers: [3], concepts: [2] },
			// Heron is in both small topics alike: the first is its home.
			{ level: 2, parent: 0, papers: [0], concepts: [0, 1] },
			{ level: 2, parent: 0, papers: [1], concepts: [] }
		]);
		expect([...tree().leafOfConcept]).toEqual([2, 2, 1]);
		expect([leavesOf(tree()), [1, 2, 3].map((leaf) => largeOf(tree(), leaf))]).toEqual([
			[1, 2, 3],
			[1, 0, 0]
		]);
	});

	test('keeps the homes that are given', () => {
		const { leafOfConcept } = treeOf(
			ties,
			{ ofPaper: Int32Array.from([2, 3, -1, 1]), parents: [null, null, 0, 0] },
			Int32Array.from([-1, 3, -1])
		);
		expect([...leafOfConcept]).toEqual([2, 3, 1]);
	});

	test.each<[string, number[], number[], number]>([
		['where most of its papers are', [0, 1, 1], [2, 2], 1],
		['for the size of the topic', [0, 1, 1], [1, 9], 0],
		['of two alike the first', [1, 0, -1], [5, 5], 0],
		['nowhere without papers in a topic', [-1, -1, -1], [], -1]
	])('a concept is at home %s', (_, leaves, sizes, home) => {
		const three = findTies(
			ids('a', 'b', 'c'),
			corpusOf(
				['duck'],
				[
					['a', 'duck', 1],
					['b', 'duck', 1],
					['c', 'duck', 1]
				]
			)
		);
		expect(homeOf(0, three, Int32Array.from(leaves), sizes)).toBe(home);
	});

	test('a paper is pulled to the leaves of its nearest papers, by weight', () => {
		expect([...pullsOn(1, nearness, Int32Array.from([7, 8, 7, 9]))]).toEqual([[7, 5]]);
		expect([...pullsOn(2, nearness, Int32Array.from([7, 8, 7, 9]))]).toEqual([
			[8, 1],
			[9, 2]
		]);
		expect([...pullsOn(1, nearness, Int32Array.from([-1, 8, 7, 9]))]).toEqual([[7, 1]]);
	});

	test('topics are tied by the weight between their papers, for their sizes', () => {
		const flat = treeOf(ties, { ofPaper: Int32Array.from([0, 0, 1, 2]), parents: [null, null, null] });
		const tied = topicTies(flat, nearness, 'leaf');
		expect([tied(0, 1), tied(1, 0), tied(1, 2), tied(0, 2)]).toEqual([
			1 / Math.sqrt(2),
			1 / Math.sqrt(2),
			2,
			0
		]);
		const large = treeOf(ties, { ofPaper: Int32Array.from([2, 3, 1, 1]), parents: [null, null, 0, 0] });
		const [ofLeaves, ofLarges] = [topicTies(large, nearness, 'leaf'), topicTies(large, nearness, 'large')];
		expect([ofLeaves(2, 3), ofLeaves(3, 1), ofLarges(0, 1)]).toEqual([4, 1 / Math.sqrt(2), 0.5]);
	});

	const names = ['water', 'sky', 'pond', 'bank'].map((id) => ({
		id: topicIdSchema.parse(id),
		name: id,
		terms: []
	}));
	test('memberships tell for everything its topic, with the share of its ties that lies there', () => {
		expect(
			membershipsOf(
				ids('a', 'b', 'c', 'd').map(({ id }) => madeUpPaper(id)),
				corpus.concepts,
				ties,
				tree(),
				names
			)
		).toEqual([
			{ member: 'concepts/duck', topic: 'pond', weight: 1 },
			{ member: 'concepts/heron', topic: 'pond', weight: 0.5 },
			{ member: 'concepts/reed', topic: 'sky', weight: 1 },
			{ member: 'papers/a', topic: 'pond', weight: 1 },
			{ member: 'papers/b', topic: 'bank', weight: 0 },
			{ member: 'papers/d', topic: 'sky', weight: 1 }
		]);
	});

	test('partsOf tells which small topic is part of which large one', () => {
		expect(partsOf(tree(), names)).toEqual([
			{ topic: 'bank', parent: 'water' },
			{ topic: 'pond', parent: 'water' }
		]);
		expect(partsOf(tree(), names.slice(0, 3))).toEqual([{ topic: 'pond', parent: 'water' }]);
	});
});

describe('keptMapOf', () => {
	test('keeps places, steps, topics and whose part they are', () => {
		const at = { x: 1, y: 2, step: 3 };
		const topic = (id: string, level: 1 | 2) => ({
			...{ id: topicIdSchema.parse(id), name: id.toUpperCase(), terms: [id], level, papers: 1, concepts: 1 },
			...{ x: 0, y: 0, box: [0, 0, 1, 1], coast: [], farCoast: [], anchors: [] }
		});
		const pond = topicIdSchema.parse('pond');
		const kept = keptMapOf({
			papers: ['a', 'b'].map((id) => ({ ...madeUpPaper(id), ...at, year: null })),
			concepts: corpus.concepts.slice(0, 2).map((concept, index) => ({
				...{ ...concept, x: 4, y: 5, step: 6, papers: 1 + index, aliases: [`${concept.name}s`] }
			})),
			topics: [topic('water', 1), topic('pond', 2)],
			...{ mentions: [], introduces: [], broader: [], coOccurs: [], related: [], cites: [], formerIds: [] },
			memberships: [
				{ member: 'papers/a', topic: pond, weight: 1 },
				{ member: 'concepts/duck', topic: pond, weight: 1 }
			],
			partOf: [{ topic: pond, parent: topicIdSchema.parse('water') }]
		});
		expect([...kept.papers]).toEqual([
			['a', { ...at, topic: 'pond' }],
			['b', { ...at, topic: null }]
		]);
		expect([...kept.concepts]).toEqual([
			['duck', { x: 4, y: 5, step: 6, topic: 'pond' }],
			['heron', { x: 4, y: 5, step: 6, topic: null }]
		]);
		// Those of most papers first, the name before what else is written.
		expect([...kept.forms]).toEqual([
			['heron', ['heron', 'heron', 'herons']],
			['duck', ['duck', 'duck', 'ducks']]
		]);
		expect(kept.topics).toEqual([
			{ id: 'water', name: 'WATER', terms: ['water'], level: 1, parent: null },
			{ id: 'pond', name: 'POND', terms: ['pond'], level: 2, parent: 'water' }
		]);
	});
});

describe('putAside', () => {
	test('lays what has no place in rows below the map, no wider than that', () => {
		const known = [
			{ x: 0, y: 0 },
			{ x: 100, y: 50 }
		];
		const { papers: placed, concepts } = putAside(
			{ papers: [...known, ...Array.from({ length: 11 }, () => null)], concepts: [null] },
			4
		);
		expect(placed.slice(0, 2)).toEqual(known);
		// Six units apart, sixteen in a row; four distances below.
		expect(placed.slice(2, 5)).toEqual([
			{ x: 0, y: 66 },
			{ x: 6, y: 66 },
			{ x: 12, y: 66 }
		]);
		expect(concepts).toEqual([{ x: 66, y: 66 }]);
		const narrow = putAside({ papers: Array.from({ length: 12 }, () => null), concepts: [] }, 10);
		expect([narrow.papers[9], narrow.papers[10]]).toEqual([
			{ x: 135, y: 40 },
			{ x: 0, y: 55 }
		]);
	});

	test.each([
		[0, 16, 28],
		[3000, 14.1, 25],
		[300_000, 12.238, 22]
	])('with %d members the spread is %d and the distance %d', (members, spread, distance) => {
		expect(spreadOf(members)).toBeCloseTo(spread, 2);
		expect(distanceOf(spreadOf(members))).toBe(distance);
	});
});

import { describe, expect, test } from 'vitest';
import { divideCorpus, divideTopic } from '#lib/graph/topics/divide.ts';
import { growTopicTree } from '#lib/graph/topics/topic-tree.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { corpusOf, graphOf, upTo } from './made-up-topics.ts';

type Edge = [number, number, number];

/** Edges of one weight among all of some nodes. */
function among(nodes: number[], weight = 1): Edge[] {
	return nodes.flatMap((a, at) => nodes.slice(at + 1).map((b): Edge => [a, b, weight]));
}

/** Nodes in groups of these sizes, all of a group tied to each other, and some edges besides. */
function groups(sizes: number[], others: Edge[] = []): WeightedGraph {
	let from = 0;
	const edges = sizes.flatMap((size) => among(upTo(from, (from += size))));
	return graphOf(from, [...edges, ...others]);
}

/** How many nodes each part has, the first part first. */
function sizesOf({ of, count }: { of: Uint32Array; count: number }): number[] {
	return upTo(0, count).map((part) => of.filter((each) => each === part).length);
}

describe('divideCorpus', () => {
	test.each<[string, WeightedGraph, number[]]>([
		['nothing into nothing', groups([]), []],
		['one paper into one topic', groups([1]), [1]],
		['what hangs together, the largest topic first', groups([4, 9, 6]), [9, 6, 4]],
		// Two are no topic: they join whom they are tied to.
		['a pair into the group that it is tied to', groups([6, 2, 5], [[6, 9, 0.1]]), [7, 6]],
		[
			'of groups that it is tied to alike a pair into the smaller one',
			groups(
				[8, 2, 5],
				[
					[8, 0, 0.1],
					[8, 11, 0.1]
				]
			),
			[8, 7]
		],
		['a pair that is tied to nothing into the largest', groups([6, 2, 5]), [8, 5]],
		[
			'a paper and a pair that are tied into a topic of their own',
			groups(
				[7, 1, 2, 5],
				[
					[7, 8, 0.1],
					[9, 11, 0.1]
				]
			),
			[7, 5, 3]
		]
	])('divides %s', (_, graph, sizes) => {
		expect(sizesOf(divideCorpus(graph))).toEqual(sizes);
	});

	test('joins what falls into more pieces than there may be topics, the smallest first', () => {
		// 200 papers in 40 pieces that nothing ties, of which a dozen topics are wanted.
		const sizes = sizesOf(divideCorpus(groups(upTo(0, 40).map(() => 5))));
		expect(sizes).toHaveLength(12);
		expect(sizes.every((size) => size % 5 === 0 && size >= 10 && size <= 20)).toBe(true);
		// Pieces that are tied go together.
		const chained = upTo(0, 20).map((pair): Edge => [10 * pair, 10 * pair + 5, 0.01]);
		const { of } = divideCorpus(
			groups(
				upTo(0, 40).map(() => 5),
				chained
			)
		);
		for (const [one, other] of chained) expect(of[one]).toBe(of[other]);
	});

	test('leaves a sixth of an even part a topic, and joins less', () => {
		// Of 405 papers thirteen topics are wanted: 31 papers are an even part.
		const graph = groups([...upTo(0, 12).map(() => 33), 5, 4], [[0, 404, 0.1]]);
		expect(sizesOf(divideCorpus(graph))).toEqual([37, ...upTo(0, 11).map(() => 33), 5]);
	});

	test('numbers parts of one size by their first paper', () => {
		expect([...divideCorpus(groups([4, 4, 4])).of].join('')).toBe('000011112222');
	});
});

describe('divideTopic', () => {
	test.each<[number[], number]>([
		[[13, 13, 13], 1],
		[[20, 20], 2],
		[[14, 13, 13], 3],
		[[30, 30, 30, 30], 4]
	])('of groups %j makes %d parts', (sizes, count) => {
		expect(divideTopic(groups(sizes)).count).toBe(count);
	});
});

describe('growTopicTree', () => {
	/**
	 * Nine groups of four, and sixty papers in two halves that are tied to each other half as much: ten topics, of which
	 * the largest is divided. Every paper says what its group does.
	 */
	const halves = [upTo(36, 66), upTo(66, 96)];
	const [left = [], right = []] = halves;
	const between = left.flatMap((a) => right.map((b): Edge => [a, b, 0.5]));
	const sizes = [...Array.from({ length: 9 }, () => 4), 30, 30];

	function grown(said: (group: number) => number[]) {
		const { ties } = corpusOf(
			97,
			upTo(0, 11).map((group) => ({ name: `c${group}`, papers: said(group) }))
		);
		const nearness = groups([...sizes, 1], between);
		return growTopicTree(ties, nearness, (tree) => tree.topics.map(() => []));
	}
	const groupOf = (group: number) => (group < 9 ? upTo(4 * group, 4 * group + 4) : (halves[group - 9] ?? []));

	test('divides the corpus, then its largest topic; who says nothing is in none', () => {
		const tree = grown(groupOf);
		expect(tree.topics.map(({ level, parent, papers }) => [level, parent, papers.length])).toEqual([
			[1, null, 60],
			...Array.from({ length: 9 }, () => [1, null, 4]),
			[2, 0, 30],
			[2, 0, 30]
		]);
		expect([...tree.leafOfPaper].slice(34, 38)).toEqual([9, 9, 10, 10]);
		expect(tree.leafOfPaper[96]).toBe(-1);
		expect(tree.topics[11]?.papers).toEqual(right);
		expect([...tree.leafOfConcept]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
	});

	/**
	 * Eight groups of five, each named by what it says. Paper 0 is of the first one, tied to four papers of the second one
	 * as well, and says only what group `says` does. Answers with its topic, numbered as the groups are.
	 */
	function torn(weight: number, says: number): number | undefined {
		const { ties } = corpusOf(
			40,
			upTo(0, 8).map((group) => ({
				name: `c${group}`,
				papers: [...(group === says ? [0] : []), ...upTo(Math.max(1, 5 * group), 5 * group + 5)]
			}))
		);
		const others = upTo(5, 9).map((other): Edge => [0, other, weight]);
		const nearness = groups(
			Array.from({ length: 8 }, () => 5),
			others
		);
		const { topics, leafOfPaper } = growTopicTree(ties, nearness, () => upTo(0, 8).map((group) => [group]));
		expect(topics).toHaveLength(8);
		return leafOfPaper[0];
	}
	test.each([
		['speaks of another name, and is tied to it nearly as much', 0.6, 1, 1],
		['speaks of another name, and is hardly tied to it', 0.4, 1, 0],
		['speaks of its own name', 0.6, 0, 0],
		['speaks of a name that it is not tied to', 0.6, 5, 0]
	])('a paper that %s goes where the name says: %#', (_, weight, says, leaf) => {
		expect(torn(weight, says)).toBe(leaf);
	});
});

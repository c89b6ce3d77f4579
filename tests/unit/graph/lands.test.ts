import { describe, expect, test } from 'vitest';
import { cellsOf } from '#lib/graph/places/cells.ts';
import { isInside, signedArea } from '#lib/graph/places/coasts.ts';
import { distanceOf, layOut, spreadOf } from '#lib/graph/places/lay-out.ts';
import { placeNewcomers } from '#lib/graph/places/place-newcomers.ts';
import type { Point } from '#lib/graph/places/point.ts';
import { landsOf, sitesOf } from '#lib/graph/places/topic-lands.ts';
import { growTopicTree, largeOf, leavesOf, type TopicTree } from '#lib/graph/topics/topic-tree.ts';
import type { Layout } from '#lib/graph/places/lay-out.ts';
import { madeUpTies, nearnessOf } from './made-up-ties.ts';

const unnamed = () => [];

function areaOf(rings: Point[][] | undefined): number {
	return Math.abs((rings ?? []).reduce((sum, ring) => sum + signedArea(ring), 0)) / 2;
}

/** What is said of every land, whatever map it is of. */
function expectLands(tree: TopicTree, layout: Layout, members: number): void {
	const sites = sitesOf(tree, layout);
	const { leaves, larges } = landsOf(cellsOf(sites, distanceOf(spreadOf(members))));
	// One piece a topic.
	expect([...leaves.values(), ...larges.values()].filter((rings) => rings.length !== 1)).toEqual([]);
	expect([...leaves.keys()].sort((a, b) => a - b)).toEqual(leavesOf(tree));
	// Everything lies on the land of its own topic, and on no other of that level.
	const ringOf = (lands: Map<number, Point[][]>, topic: number) => lands.get(topic)?.[0] ?? [];
	expect(sites.filter((site) => !isInside(site, ringOf(leaves, site.leaf)))).toEqual([]);
	expect(sites.filter((site) => !isInside(site, ringOf(larges, site.large)))).toEqual([]);
	const some = sites.filter((_, index) => index % Math.ceil(sites.length / 400) === 0);
	for (const [leaf, [ring = []]] of leaves)
		expect(some.filter((site) => site.leaf !== leaf && isInside(site, ring))).toEqual([]);
	for (const [large, [ring = []]] of larges)
		expect(some.filter((site) => site.large !== large && isInside(site, ring))).toEqual([]);
	// Large land encloses its small ones.
	for (const [leaf, [ring = []]] of leaves) {
		const around = ringOf(larges, largeOf(tree, leaf));
		if (largeOf(tree, leaf) !== leaf) expect(ring.filter((point) => !isInside(point, around))).toEqual([]);
	}
	// Areas go with the number of papers, where there are enough of them for the coast to count little.
	const sized = leavesOf(tree).filter((leaf) => (tree.topics[leaf]?.papers.length ?? 0) >= 15);
	const perPaper = sized
		.map((leaf) => areaOf(leaves.get(leaf)) / (tree.topics[leaf]?.papers.length ?? 1))
		.sort((a, b) => a - b);
	if (perPaper.length > 2) expect((perPaper.at(-1) ?? 0) / (perPaper[0] ?? 1)).toBeLessThan(2.2);
}

describe('land', () => {
	test.each([
		[52, 6, 1],
		[500, 8, 2],
		[3000, 12, 5],
		[25_000, 20, 12]
	])(
		'of %d papers holds its members, in one piece a topic',
		async (papers, fields, parts) => {
			const ties = madeUpTies(papers, fields, parts);
			const nearness = nearnessOf(ties);
			const tree = growTopicTree(ties, nearness, unnamed);
			expect(tree.topics.filter(({ level }) => level === 1).length).toBeGreaterThan(3);
			expectLands(tree, await layOut(ties, tree, nearness), ties.papers + ties.concepts);
		},
		240_000
	);

	test('that newcomers join holds them and all that was there, which stays', async () => {
		const ties = madeUpTies(1200, 8, 4);
		const nearness = nearnessOf(ties);
		const tree = growTopicTree(ties, nearness, unnamed);
		const drawn = await layOut(ties, tree, nearness);
		const isNew = (index: number) => index % 12 === 5;
		const known = (points: Point[]) => points.map((point, index) => (isNew(index) ? null : point));
		const joined = placeNewcomers(ties, tree, nearness, {
			papers: known(drawn.papers),
			concepts: known(drawn.concepts)
		});
		for (const [index, point] of drawn.papers.entries())
			if (!isNew(index)) expect(joined.papers[index]).toEqual(point);
		expectLands(tree, joined, ties.papers + ties.concepts);
	}, 60_000);
});

import { describe, expect, test } from 'vitest';
import { leiden } from '#lib/graph/topics/leiden.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { graphOf } from './made-up-topics.ts';
import { madeUpTies, nearnessOf } from './made-up-ties.ts';

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

	/** Modularity at a resolution: how much more weight lies within communities than chance would put there. */
	function modularity(
		{ offsets, targets, weights }: WeightedGraph,
		of: Uint32Array,
		resolution: number
	): number {
		const strength = new Map<number, number>();
		let [inside, total] = [0, 0];
		for (const [node, own] of of.entries())
			for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
				const weight = weights[at] ?? 0;
				total += weight;
				strength.set(own, (strength.get(own) ?? 0) + weight);
				if (of[targets[at] ?? 0] === own) inside += weight;
			}
		const chance = [...strength.values()].reduce((sum, each) => sum + (each / total) ** 2, 0);
		return inside / total - resolution * chance;
	}

	test.each([1, 2, 3, 4, 5, 6])('no paper would be better off elsewhere, whatever the seed: %d', (seed) => {
		const graph = nearnessOf(madeUpTies(60, 3, 1));
		const { of, count } = leiden(graph, 1.2, seed);
		const found = modularity(graph, of, 1.2);
		expect(found).toBeGreaterThan(0.3);
		for (const node of of.keys())
			for (let other = 0; other < count; other += 1) {
				const moved = Uint32Array.from(of);
				moved[node] = other;
				expect(modularity(graph, moved, 1.2)).toBeLessThanOrEqual(found + 1e-9);
			}
	});

	test('divides a made-up corpus as it did', () => {
		const graph = nearnessOf(madeUpTies(40, 3, 1));
		const text = (resolution: number, seed: number) => [...leiden(graph, resolution, seed).of].join('');
		expect([text(0.5, 3), text(1, 3), text(2, 3), text(2, 4)]).toMatchInlineSnapshot(`
			[
			  "0121001211202211011111101222111120120211",
			  "0123003211202211013333303222331120120211",
			  "0123003241202244015555505222331120420244",
			  "0123003241202244015555505222331120420244",
			]
		`);
	});

	test('numbers communities in the order in which they come', () => {
		const { of } = leiden(cliques(5, 4), 1, 9);
		const first = [...of].filter((community, node) => [...of].indexOf(community) === node);
		expect(first).toEqual([0, 1, 2, 3, 4]);
	});

	test('goes by weights, not by the number of edges', () => {
		// Two pairs with heavy edges, and light ones from each to each.
		const edges: [number, number, number][] = [
			[0, 1, 10],
			[2, 3, 10],
			[0, 2, 1],
			[0, 3, 1],
			[1, 2, 1],
			[1, 3, 1]
		];
		expect([...leiden(graphOf(4, edges), 1, 3).of]).toEqual([0, 0, 1, 1]);
		const turned = edges.map(([a, b, weight]): [number, number, number] => [a, b, weight === 10 ? 1 : 10]);
		expect([...leiden(graphOf(4, turned), 0.5, 3).of]).toEqual([0, 0, 0, 0]);
	});
});

import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { seededRandom } from '#lib/graph/random.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import type { Point } from './point.ts';

const settings = {
	linLogMode: true,
	gravity: 0.6,
	scalingRatio: 6,
	slowDown: 5,
	edgeWeightInfluence: 1
};
/** From so many nodes on forces between far ones are taken together. */
const many = 250;
const iterations = 200;

/** Places the nodes of a graph by springs along its edges (ForceAtlas2, linLog), of no particular size. */
export function spring({ offsets, targets, weights }: WeightedGraph, seed: number): Point[] {
	const count = offsets.length - 1;
	if (count === 1) return [{ x: 0, y: 0 }];
	const random = seededRandom(seed);
	const graph = new UndirectedGraph();
	for (let node = 0; node < count; node += 1) {
		const angle = 2 * Math.PI * random();
		const radius = 100 * Math.sqrt(random());
		graph.addNode(node, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
	}
	for (let node = 0; node < count; node += 1)
		for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
			const target = targets[at] ?? 0;
			if (target > node) graph.addEdge(node, target, { weight: weights[at] ?? 0 });
		}
	const placed = forceAtlas2(graph, {
		iterations,
		settings: { ...settings, barnesHutOptimize: count > many },
		getEdgeWeight: 'weight'
	});
	return Array.from({ length: count }, (_, node) => {
		const { x = 0, y = 0 } = placed[String(node)] ?? {};
		return { x, y };
	});
}

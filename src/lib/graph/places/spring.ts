import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { seededRandom } from './random.ts';

export interface Point {
	x: number;
	y: number;
}

/** One topic's members as a graph of their own: node 0 … count - 1. */
export interface MemberGraph {
	count: number;
	edges: [number, number, number][];
}

/**
 * Places a topic's members inside the unit disc: ForceAtlas2 (linLog), then each distance from the middle is
 * drawn towards its rank, so that the disc fills evenly and keeps the order that the forces found.
 */
export function layOutMembers({ count, edges }: MemberGraph, iterations: number, seed: number): Point[] {
	if (count === 1) return [{ x: 0, y: 0 }];
	const random = seededRandom(seed);
	const graph = new UndirectedGraph();
	for (let node = 0; node < count; node += 1) {
		const angle = 2 * Math.PI * random();
		const radius = Math.sqrt(random());
		graph.addNode(node, { x: 100 * radius * Math.cos(angle), y: 100 * radius * Math.sin(angle) });
	}
	for (const [a, b, weight] of edges) if (a !== b) graph.mergeEdge(a, b, { weight });
	const settings = {
		linLogMode: true,
		gravity: 0.6,
		scalingRatio: 6,
		slowDown: 5,
		edgeWeightInfluence: 1,
		barnesHutOptimize: count > 250
	};
	const placed = forceAtlas2(graph, { iterations, settings, getEdgeWeight: 'weight' });
	const points = Array.from({ length: count }, (_, node) => {
		const { x = 0, y = 0 } = placed[String(node)] ?? {};
		return { x, y };
	});
	return intoDisc(points);
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}

function intoDisc(points: Point[]): Point[] {
	const [mx, my] = [median(points.map(({ x }) => x)), median(points.map(({ y }) => y))];
	const polar = points.map(({ x, y }, index) => ({
		index,
		angle: Math.atan2(y - my, x - mx),
		distance: Math.hypot(x - mx, y - my)
	}));
	const furthest = Math.max(...polar.map(({ distance }) => distance)) || 1;
	const order = [...polar].sort((a, b) => a.distance - b.distance || a.index - b.index);
	const placed: Point[] = points.map(() => ({ x: 0, y: 0 }));
	order.forEach(({ index, angle, distance }, rank) => {
		const radius = 0.62 * Math.sqrt((rank + 0.5) / order.length) + 0.38 * Math.min(1, distance / furthest);
		placed[index] = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
	});
	return placed;
}

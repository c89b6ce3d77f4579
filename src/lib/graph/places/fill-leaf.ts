import { listOf, type Lists } from '#lib/graph/ties.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { fillDisc } from './fill-disc.ts';
import type { Point } from './point.ts';
import { spring } from './spring.ts';

/** A topic that has members of its own. */
interface Leaf {
	/** How near its papers are. */
	graph: WeightedGraph;
	seed: number;
	/** Of every concept its papers there, as nodes of that graph. */
	concepts: Lists;
}

/** The middle of the papers that mention a concept. */
function middleOf(papers: Uint32Array, points: readonly Point[]): Point {
	const sum = { x: 0, y: 0 };
	for (const paper of papers) {
		sum.x += points[paper]?.x ?? 0;
		sum.y += points[paper]?.y ?? 0;
	}
	const count = Math.max(1, papers.length);
	return { x: sum.x / count, y: sum.y / count };
}

/**
 * Where the members of a topic lie in the disc of radius 1 around the origin, papers first, then concepts: x and y of each
 * in turn. Papers by a spring layout of the nearest ones, every concept in the middle of its papers; then all fill the disc.
 */
export function fillLeaf({ graph, seed, concepts }: Leaf): Float64Array {
	const sprung = spring(graph, seed);
	const middles = Array.from({ length: concepts.offsets.length - 1 }, (_, concept) =>
		middleOf(listOf(concepts, concept), sprung)
	);
	const places = new Float64Array(2 * (sprung.length + middles.length));
	for (const [at, { x, y }] of fillDisc([...sprung, ...middles]).entries()) {
		places[2 * at] = x;
		places[2 * at + 1] = y;
	}
	return places;
}

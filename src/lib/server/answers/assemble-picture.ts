import type { NodeRef } from '#lib/domain/ids.ts';
import { maximumElements, type MapEdge, type MapNode } from '#lib/domain/map-picture.ts';
import { mapNode, type PlacedNode } from '#lib/server/questions/map-nodes.ts';

/** The order in which edges are drawn: what touches the focus, then who introduced what, then by weight. */
function byRank(focus: Set<NodeRef>) {
	const rank = ({ source, target, type }: MapEdge) =>
		focus.has(source) || focus.has(target) ? 0 : type === 'INTRODUCES' ? 1 : 2;
	return (a: MapEdge, b: MapEdge) =>
		rank(a) - rank(b) || b.papers - a.papers || b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

/** The strongest edges that join everything that can be joined: Kruskal's maximum spanning forest. */
function spanningForest(edges: MapEdge[]): Set<MapEdge> {
	const parents = new Map<NodeRef, NodeRef>();
	const rootOf = (ref: NodeRef): NodeRef => {
		let root = ref;
		for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
		return root;
	};
	const kept = new Set<MapEdge>();
	for (const edge of edges) {
		const [a, b] = [rootOf(edge.source), rootOf(edge.target)];
		if (a === b) continue;
		parents.set(a, b);
		kept.add(edge);
	}
	return kept;
}

/**
 * At most 300 elements: the nodes as they are ranked, then edges until the budget is spent. A node keeps its strongest
 * edge before any pair of nodes gets a further one. The nodes may take 190, so that there is room for edges; `reserved`
 * elements are left for others.
 */
export function assemblePicture(
	ranked: PlacedNode[],
	candidates: MapEdge[],
	focus: NodeRef[],
	reserved = 0
): { nodes: MapNode[]; edges: MapEdge[] } {
	const drawn = ranked.slice(0, 190);
	const refs = new Set<NodeRef>(drawn.map(({ id }) => id));
	const possible = candidates
		.filter(({ source, target }) => refs.has(source) && refs.has(target))
		.sort(byRank(new Set(focus)));
	const forest = spanningForest(possible);
	const edges = [
		...possible.filter((edge) => forest.has(edge)),
		...possible.filter((edge) => !forest.has(edge))
	];
	const adjacent = new Map<NodeRef, number>();
	for (const { source, target, type } of possible) {
		if (type !== 'MENTIONS' && type !== 'INTRODUCES') continue;
		for (const ref of [source, target]) adjacent.set(ref, (adjacent.get(ref) ?? 0) + 1);
	}
	return {
		nodes: drawn.map((node) => mapNode(node, adjacent.get(node.id) ?? 0)),
		edges: edges.slice(0, maximumElements - reserved - drawn.length)
	};
}

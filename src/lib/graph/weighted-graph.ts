/**
 * An undirected graph in rows: the neighbours of node n are `targets[offsets[n]]` up to, not including,
 * `targets[offsets[n + 1]]`, with their `weights`. Every edge stands in the rows of both its ends; a loop stands once,
 * with twice its weight.
 */
export interface WeightedGraph {
	offsets: Uint32Array;
	targets: Uint32Array;
	weights: Float64Array;
}

/** The part of a graph that lies among the given nodes: node i of it is `nodes[i]`. */
export function inducedGraph(
	{ offsets, targets, weights }: WeightedGraph,
	nodes: Uint32Array
): WeightedGraph {
	const numbers = new Map([...nodes].map((node, number) => [node, number]));
	const starts = new Uint32Array(nodes.length + 1);
	const [kept, keptWeights]: [number[], number[]] = [[], []];
	for (const [number, node] of nodes.entries()) {
		for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
			const target = numbers.get(targets[at] ?? 0);
			if (target === undefined) continue;
			kept.push(target);
			keptWeights.push(weights[at] ?? 0);
		}
		starts[number + 1] = kept.length;
	}
	return { offsets: starts, targets: Uint32Array.from(kept), weights: Float64Array.from(keptWeights) };
}

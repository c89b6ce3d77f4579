import type { MentionNet, Vertex } from './mention-net.ts';

export interface Search {
	from: Vertex;
	to: Vertex;
	/** Mentions to go along at most. */
	steps: number;
	/** What a vertex costs beyond its own cost, by its number. */
	extra: Float64Array;
	/** Vertices that no way may go through. */
	banned: ReadonlySet<Vertex>;
	/** Whether the way may be the one mention that joins both ends. */
	mayBeDirect: boolean;
}

/**
 * The cheapest way of at most so many steps, as its vertices from one end to the other; null for none. Costs are of
 * what lies in between. Bellman and Ford's method, a round a step: it alone minds the number of steps. As nothing costs
 * less than nothing, no way meets a vertex twice. Of ways that cost the same the one that is found first counts.
 */
export function cheapestWay(
	net: MentionNet,
	{ from, to, steps, extra, banned, mayBeDirect }: Search
): Vertex[] | null {
	const cost = new Float64Array(net.size).fill(Infinity);
	cost[from] = 0;
	/** Of each round, the vertices that became cheaper, with the one before each. */
	const cameFrom: Map<Vertex, Vertex>[] = [];
	let reached = [from];
	for (let step = 0; step < steps && reached.length > 0; step += 1) {
		const came = new Map<Vertex, Vertex>();
		const costs = new Map<Vertex, number>();
		for (const vertex of reached) {
			const paid =
				(cost[vertex] ?? Infinity) + (vertex === from ? 0 : net.costOf(vertex)) + (extra[vertex] ?? 0);
			for (const { to: next, cost: along } of net.mentionsOf(vertex)) {
				if (banned.has(next) || next === from) continue;
				if (!mayBeDirect && vertex === from && next === to) continue;
				const sum = paid + along;
				if (sum >= (costs.get(next) ?? cost[next] ?? Infinity)) continue;
				costs.set(next, sum);
				came.set(next, vertex);
			}
		}
		for (const [vertex, sum] of costs) cost[vertex] = sum;
		cameFrom.push(came);
		reached = [...costs.keys()].filter((vertex) => vertex !== to);
	}
	return wayBack(cameFrom, from, to);
}

/** The vertex before another one is the one from which it became cheapest in the last round before. */
function wayBack(cameFrom: Map<Vertex, Vertex>[], from: Vertex, to: Vertex): Vertex[] | null {
	const way = [to];
	let round = cameFrom.length;
	for (let at = to; at !== from;) {
		round -= 1;
		while (round >= 0 && !cameFrom[round]?.has(at)) round -= 1;
		const before = cameFrom[round]?.get(at);
		if (before === undefined) return null;
		way.unshift(before);
		at = before;
	}
	return way;
}

import { compare } from '#lib/domain/order.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import { cheapestWay } from './cheapest-way.ts';
import { pathCosts, pathLimits } from './constants/path-limits.ts';
import type { MentionNet, Vertex } from './mention-net.ts';

export interface Way {
	/** From one end to the other, a paper between every two concepts. */
	nodes: NodeRef[];
	/** The sum of what lies in between: less is better. */
	cost: number;
}

/** Whether all of `some` are among `others`. */
function areAmong(some: readonly Vertex[], others: readonly Vertex[]): boolean {
	return some.every((vertex) => others.includes(vertex));
}

function costOf(net: MentionNet, way: readonly Vertex[]): number {
	let sum = 0;
	for (const [index, vertex] of way.entries()) {
		if (index > 0 && index < way.length - 1) sum += net.costOf(vertex);
		sum += net.mentionsOf(vertex).find(({ to }) => to === way[index + 1])?.cost ?? 0;
	}
	return sum;
}

/**
 * The best ways between two nodes, cheapest first, `most` at most. They are distinct: of no two are the concepts in
 * between of one all among those of the other. What a way goes through costs more from then on, so that the next one
 * goes elsewhere (the penalty method: Akgün, Erkut and Batta, "On finding dissimilar paths", 2000).
 */
export function distinctWays(
	net: MentionNet,
	ends: { from: NodeRef; to: NodeRef; steps: number },
	most: number
): Way[] {
	const [from, to] = [net.vertex(ends.from), net.vertex(ends.to)];
	const extra = new Float64Array(net.size);
	const banned = new Set<Vertex>();
	const found: { way: Vertex[]; between: Vertex[] }[] = [];
	let mayBeDirect = true;
	for (let round = 0; round < pathLimits.rounds && found.length < most; round += 1) {
		const way = cheapestWay(net, { from, to, steps: ends.steps, extra, banned, mayBeDirect });
		if (!way) break;
		const inner = way.slice(1, -1);
		const between = inner.filter((vertex) => net.refOf(vertex).startsWith('concepts/'));
		if (between.length === 0) {
			// The ends meet in papers: one of them tells it, and what else those papers say is no way of its own.
			found.push({ way, between });
			mayBeDirect = false;
			const ofTo = new Set(net.mentionsOf(to).map((mention) => mention.to));
			for (const mention of net.mentionsOf(from)) if (ofTo.has(mention.to)) banned.add(mention.to);
			continue;
		}
		for (const vertex of inner) extra[vertex] = (extra[vertex] ?? 0) + pathCosts.used;
		const isDistinct = found
			.filter((other) => other.between.length > 0)
			.every((other) => !areAmong(between, other.between) && !areAmong(other.between, between));
		if (isDistinct) found.push({ way, between });
	}
	return found
		.map(({ way }) => ({ nodes: way.map((vertex) => net.refOf(vertex)), cost: costOf(net, way) }))
		.sort((a, b) => a.cost - b.cost || compare(a.nodes.join(' '), b.nodes.join(' ')));
}

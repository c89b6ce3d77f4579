import { seededRandom } from '#lib/graph/random.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';

/** A graph on its way through the levels: the nodes of a level are communities of the one below. */
interface Level {
	graph: WeightedGraph;
	/** Weight of all edges at each node, loops twice. */
	strength: Float64Array;
	/** Twice the weight of all edges. */
	total: number;
}

/** Gains below this are noise of floating point numbers, and would let nodes go round in circles. */
const least = 1e-12;

function levelOf(graph: WeightedGraph): Level {
	const nodes = graph.offsets.length - 1;
	const strength = new Float64Array(nodes);
	let total = 0;
	for (let node = 0; node < nodes; node += 1) {
		for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at += 1)
			strength[node] = (strength[node] ?? 0) + (graph.weights[at] ?? 0);
		total += strength[node] ?? 0;
	}
	return { graph, strength, total };
}

function shuffled(count: number, random: () => number): Uint32Array {
	const order = Uint32Array.from({ length: count }, (_, index) => index);
	for (let at = count - 1; at > 0; at -= 1) {
		const other = Math.floor(random() * (at + 1));
		const held = order[at] ?? 0;
		order[at] = order[other] ?? 0;
		order[other] = held;
	}
	return order;
}

/** Sums of edge weights from one node to each community, cleared for the next node without a walk over all. */
class Neighbourhood {
	readonly #weights: Float64Array;
	readonly #seen: number[] = [];

	constructor(communities: number) {
		this.#weights = new Float64Array(communities);
	}

	/** Fills it with the communities of a node's neighbours; loops and what `counts` leaves out are passed over. */
	fill(
		{ offsets, targets, weights }: WeightedGraph,
		node: number,
		of: Uint32Array,
		counts?: (other: number) => boolean
	) {
		for (const community of this.#seen) this.#weights[community] = 0;
		this.#seen.length = 0;
		for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
			const other = targets[at] ?? 0;
			if (other === node || (counts && !counts(other))) continue;
			const community = of[other] ?? 0;
			if (this.#weights[community] === 0) this.#seen.push(community);
			this.#weights[community] = (this.#weights[community] ?? 0) + (weights[at] ?? 0);
		}
	}

	get communities(): readonly number[] {
		return this.#seen;
	}

	to(community: number): number {
		return this.#weights[community] ?? 0;
	}
}

/** Moves nodes to the community where modularity gains most, until none gains: only neighbours of what moved are asked again. */
function moveNodes(level: Level, of: Uint32Array, resolution: number, random: () => number): void {
	const { graph, strength, total } = level;
	const nodes = strength.length;
	const sums = new Float64Array(nodes);
	for (let node = 0; node < nodes; node += 1)
		sums[of[node] ?? 0] = (sums[of[node] ?? 0] ?? 0) + (strength[node] ?? 0);
	const near = new Neighbourhood(nodes);
	const queue = [...shuffled(nodes, random)];
	const isQueued = new Uint8Array(nodes).fill(1);
	for (let head = 0; head < queue.length; head += 1) {
		const node = queue[head] ?? 0;
		isQueued[node] = 0;
		const own = of[node] ?? 0;
		const weight = strength[node] ?? 0;
		near.fill(graph, node, of);
		sums[own] = (sums[own] ?? 0) - weight;
		const gain = (community: number) =>
			near.to(community) - (resolution * weight * (sums[community] ?? 0)) / total;
		let best = own;
		let most = gain(own);
		for (const community of near.communities) {
			const each = gain(community);
			if (each > most + least) [best, most] = [community, each];
		}
		sums[best] = (sums[best] ?? 0) + weight;
		if (best === own) continue;
		of[node] = best;
		for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at += 1) {
			const other = graph.targets[at] ?? 0;
			if (isQueued[other] === 1 || of[other] === best) continue;
			isQueued[other] = 1;
			queue.push(other);
		}
	}
}

/**
 * Divides every community into parts that hang together: from single nodes, each that is well connected in its
 * community joins the well-connected part of it where modularity gains most.
 */
function refine(level: Level, of: Uint32Array, resolution: number, random: () => number): Uint32Array {
	const { graph, strength, total } = level;
	const nodes = strength.length;
	const part = Uint32Array.from({ length: nodes }, (_, node) => node);
	const whole = new Float64Array(nodes);
	for (let node = 0; node < nodes; node += 1)
		whole[of[node] ?? 0] = (whole[of[node] ?? 0] ?? 0) + (strength[node] ?? 0);
	const sums = Float64Array.from(strength);
	const sizes = new Uint32Array(nodes).fill(1);
	/** Weight between a part and the rest of its community. */
	const outward = new Float64Array(nodes);
	const near = new Neighbourhood(nodes);
	const isInside = (node: number) => (other: number) => of[other] === of[node];
	for (let node = 0; node < nodes; node += 1) {
		near.fill(graph, node, part, isInside(node));
		for (const other of near.communities) outward[node] = (outward[node] ?? 0) + near.to(other);
	}
	const isConnected = (piece: number, community: number) =>
		(outward[piece] ?? 0) >=
		(resolution * (sums[piece] ?? 0) * ((whole[community] ?? 0) - (sums[piece] ?? 0))) / total - least;
	for (const node of shuffled(nodes, random)) {
		const community = of[node] ?? 0;
		if (part[node] !== node || sizes[node] !== 1 || !isConnected(node, community)) continue;
		near.fill(graph, node, part, isInside(node));
		let best = node;
		let most = 0;
		for (const piece of near.communities) {
			if (!isConnected(piece, community)) continue;
			const gain = near.to(piece) - (resolution * (strength[node] ?? 0) * (sums[piece] ?? 0)) / total;
			if (gain > most + least) [best, most] = [piece, gain];
		}
		if (best === node) continue;
		part[node] = best;
		sums[best] = (sums[best] ?? 0) + (strength[node] ?? 0);
		sizes[best] = (sizes[best] ?? 0) + 1;
		sizes[node] = 0;
		outward[best] = (outward[best] ?? 0) + (outward[node] ?? 0) - 2 * near.to(best);
	}
	return part;
}

/** Numbers from 0 in the order in which they come. */
function renumbered(of: Uint32Array): { of: Uint32Array; count: number } {
	const numbers = new Map<number, number>();
	const found = of.map((value) => {
		let number = numbers.get(value);
		if (number === undefined) numbers.set(value, (number = numbers.size));
		return number;
	});
	return { of: found, count: numbers.size };
}

/** The graph whose nodes are the given communities. */
function aggregated(
	{ offsets, targets, weights }: WeightedGraph,
	of: Uint32Array,
	count: number
): WeightedGraph {
	const members = Array.from({ length: count }, (): number[] => []);
	for (const [node, community] of of.entries()) members[community]?.push(node);
	const sums = new Float64Array(count);
	const [allTargets, allWeights]: [number[], number[]] = [[], []];
	const starts = new Uint32Array(count + 1);
	for (const [community, nodes] of members.entries()) {
		const seen: number[] = [];
		for (const node of nodes)
			for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
				const other = of[targets[at] ?? 0] ?? 0;
				if (sums[other] === 0) seen.push(other);
				sums[other] = (sums[other] ?? 0) + (weights[at] ?? 0);
			}
		seen.sort((a, b) => a - b);
		for (const other of seen) {
			allTargets.push(other);
			allWeights.push(sums[other] ?? 0);
			sums[other] = 0;
		}
		starts[community + 1] = allTargets.length;
	}
	return { offsets: starts, targets: Uint32Array.from(allTargets), weights: Float64Array.from(allWeights) };
}

/** Times that the whole is gone through again from what was found: most gains come in the first two. */
const rounds = 4;

/**
 * Communities of a graph as numbers from 0, by modularity with a resolution (above 1: more and smaller ones), each
 * connected within itself. Traag, Waltman, van Eck: From Louvain to Leiden (2019). The same graph and seed give the
 * same communities.
 */
export function leiden(
	graph: WeightedGraph,
	resolution: number,
	seed: number
): { of: Uint32Array; count: number } {
	const random = seededRandom(seed);
	const nodes = graph.offsets.length - 1;
	let found: Uint32Array = Uint32Array.from({ length: nodes }, (_, node) => node);
	for (let round = 0; round < rounds; round += 1) {
		const before = found;
		let level = levelOf(graph);
		if (level.total === 0) break;
		/** Of each node of the graph, its node on this level. */
		let at: Uint32Array = Uint32Array.from({ length: nodes }, (_, node) => node);
		let of: Uint32Array = Uint32Array.from(found);
		for (;;) {
			moveNodes(level, of, resolution, random);
			const communities = renumbered(of);
			const lifted = at.map((node) => communities.of[node] ?? 0);
			if (communities.count === of.length) {
				found = lifted;
				break;
			}
			const parts = renumbered(refine(level, of, resolution, random));
			found = lifted;
			if (parts.count === of.length) break;
			const above = new Uint32Array(parts.count);
			for (const [node, part] of parts.of.entries()) above[part] = communities.of[node] ?? 0;
			at = at.map((node) => parts.of[node] ?? 0);
			// Communities bear the number of one of their parts: numbers must stay below the number of nodes.
			of = above;
			level = levelOf(aggregated(level.graph, parts.of, parts.count));
		}
		found = renumbered(found).of;
		if (round > 0 && found.every((community, node) => community === before[node])) break;
	}
	return renumbered(found);
}

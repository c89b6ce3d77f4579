import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { leiden } from './leiden.ts';

/** A division of some papers, as numbers from 0; the largest part has the number 0. */
export interface Division {
	of: Uint32Array;
	count: number;
}

/** How many large topics fit the eye for so many papers: 9 for 52, 18 for 3,000, 20 for 8,000, 25 for 100,000. */
function wantedLarge(papers: number): number {
	return Math.max(1, Math.min(papers / 4, 2.2 * Math.log(Math.max(1, papers))));
}

/** How many small topics a large one of so many papers has: 8 for 400, 14 for 1,100; 1 says that it stays whole. */
function wantedSmall(papers: number): number {
	return papers < leastDivided ? 1 : 0.46 * Math.sqrt(papers);
}

/** Fewer papers than this are one small topic: two of them would be too small for a name that holds. */
const leastDivided = 40;
/**
 * A part smaller than this share of an even one joins the part that it is tied to most. With a quarter, large topics were
 * less coherent on both sets of the benchmark, with a tenth no more so.
 */
const leastShare = 0.15;
/** Two papers are a pair, and no topic. */
const leastPapers = 3;
/** Looks for the resolution that gives the wanted number: the range, and how many. */
const resolutions = { least: 0.2, most: 12, tries: 7 };

function sizesOf({ of, count }: Division): Uint32Array {
	const sizes = new Uint32Array(count);
	for (const part of of) sizes[part] = (sizes[part] ?? 0) + 1;
	return sizes;
}

/** Weight of the edges between parts, from each to each. */
function tiesBetween(
	{ offsets, targets, weights }: WeightedGraph,
	{ of, count }: Division
): Map<number, number>[] {
	const ties = Array.from({ length: count }, () => new Map<number, number>());
	for (const [node, part] of of.entries())
		for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
			const other = of[targets[at] ?? 0] ?? 0;
			if (other !== part) ties[part]?.set(other, (ties[part].get(other) ?? 0) + (weights[at] ?? 0));
		}
	return ties;
}

/**
 * Lets parts below `least` papers, and where there are more than `most` parts others as well, join the part that they are
 * tied to most for its size, the smallest first. Of what is tied to nothing, a speck joins the largest part, a larger one
 * the smallest.
 */
function withoutSpecks(
	graph: WeightedGraph,
	division: Division,
	least: number,
	most = division.count
): Division {
	const sizes = sizesOf(division);
	const ties = tiesBetween(graph, division);
	const into = Uint32Array.from({ length: division.count }, (_, part) => part);
	const left = new Set(into);
	while (left.size > 1) {
		const [smallest = 0] = [...left].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b);
		const isSpeck = (sizes[smallest] ?? 0) < least;
		if (!isSpeck && left.size <= most) break;
		left.delete(smallest);
		const pull = (part: number) => (ties[smallest]?.get(part) ?? 0) / (sizes[part] ?? 1);
		const larger = (a: number, b: number) => (sizes[b] ?? 0) - (sizes[a] ?? 0);
		const [target = 0] = [...left].sort(
			(a, b) => pull(b) - pull(a) || (isSpeck ? larger(a, b) : larger(b, a)) || a - b
		);
		for (const [part, weight] of ties[smallest] ?? []) {
			if (part === target) continue;
			ties[target]?.set(part, (ties[target].get(part) ?? 0) + weight);
			ties[part]?.set(target, (ties[part].get(target) ?? 0) + weight);
		}
		sizes[target] = (sizes[target] ?? 0) + (sizes[smallest] ?? 0);
		for (const [part, now] of into.entries()) if (now === smallest) into[part] = target;
	}
	return bySize({ of: division.of.map((part) => into[part] ?? 0), count: division.count });
}

/** The same, numbered from the largest part to the smallest; of equal ones that of the first paper comes first. */
function bySize(division: Division): Division {
	const sizes = sizesOf(division);
	const first = new Map<number, number>();
	for (const [node, part] of division.of.entries()) if (!first.has(part)) first.set(part, node);
	const order = [...first.keys()].sort(
		(a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (first.get(a) ?? 0) - (first.get(b) ?? 0)
	);
	const numbers = new Map(order.map((part, number) => [part, number]));
	return { of: division.of.map((part) => numbers.get(part) ?? 0), count: order.length };
}

/**
 * Divides a graph into about so many parts: communities at the resolution that comes nearest to it. A graph that falls
 * into more pieces than that at any resolution has them joined: many fields are few large topics, and not one.
 */
function divideInto(graph: WeightedGraph, wanted: number, seed: number): Division {
	const papers = graph.offsets.length - 1;
	const whole: Division = { of: new Uint32Array(papers), count: Math.min(1, papers) };
	if (wanted < 1.5 || papers < 2) return whole;
	const least = Math.max(leastPapers, (leastShare * papers) / wanted);
	let { least: low, most: high } = resolutions;
	let best = whole;
	let fewest: Division | null = null;
	for (let tried = 0; tried < resolutions.tries; tried += 1) {
		const resolution = Math.sqrt(low * high);
		const found = withoutSpecks(graph, leiden(graph, resolution, seed), least);
		if (Math.abs(found.count - wanted) < Math.abs(best.count - wanted)) best = found;
		if (found.count <= wanted) low = resolution;
		else {
			high = resolution;
			if (!fewest || found.count < fewest.count) fewest = found;
		}
		if (Math.abs(found.count - wanted) <= 0.5) break;
	}
	if (fewest && Math.abs(best.count - wanted) > wanted / 2)
		return withoutSpecks(graph, fewest, least, Math.round(wanted));
	return best;
}

/** Divides the graph of nearest papers into large topics. */
export function divideCorpus(graph: WeightedGraph): Division {
	return divideInto(graph, wantedLarge(graph.offsets.length - 1), 7);
}

/** Divides the graph of a large topic into small ones; one part says that it stays whole. */
export function divideTopic(graph: WeightedGraph): Division {
	return divideInto(graph, wantedSmall(graph.offsets.length - 1), 11);
}

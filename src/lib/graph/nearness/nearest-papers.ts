import { nearness } from '#lib/graph/constants/nearness.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { thisThread, type Threads } from '#lib/graph/threads/threads.ts';
import { scoreOf, type Compared, type NearestInRange, type RangeOfPapers } from './nearest-in-range.ts';
import { postingsOf, rowsOfTerms, type TermRows } from './term-rows.ts';

/** The nearest papers of each paper, best first: those of p are `papers[offsets[p]]` up to `papers[offsets[p + 1]]`. */
export interface NearestPapers {
	offsets: Uint32Array;
	papers: Uint32Array;
	/** The cosines of their concepts and of their texts, 0 to 1. */
	concepts: Float64Array;
	text: Float64Array;
}

/** How many neighbours each paper has in a corpus of so many. */
export function neighboursIn(papers: number): number {
	return Math.ceil((nearness.neighbours * papers) / (papers + nearness.halfNeighboursAt));
}

export interface Terms {
	rows: TermRows;
	terms: number;
}

/** The products of one paper's terms with those of some others, as `nearestPapers` makes them. */
export function productsOf({ rows, terms }: Terms, paper: number, others: readonly number[]): number[] {
	if (others.length === 0) return [];
	const own = new Map<number, number>();
	const held = heldBy(rows, terms);
	for (let at = rows.offsets[paper] ?? 0; at < (rows.offsets[paper + 1] ?? 0); at += 1) {
		const term = rows.terms[at] ?? 0;
		if ((held[term] ?? 0) <= nearness.longestList) own.set(term, rows.weights[at] ?? 0);
	}
	return others.map((other) => {
		let sum = 0;
		for (let at = rows.offsets[other] ?? 0; at < (rows.offsets[other + 1] ?? 0); at += 1)
			sum += (rows.weights[at] ?? 0) * (own.get(rows.terms[at] ?? 0) ?? 0);
		return sum;
	});
}

const counted = new WeakMap<TermRows, Uint32Array>();

/** How many papers have each term. */
function heldBy(rows: TermRows, terms: number): Uint32Array {
	let held = counted.get(rows);
	if (!held) {
		held = new Uint32Array(terms);
		for (const term of rows.terms) held[term] = (held[term] ?? 0) + 1;
		counted.set(rows, held);
	}
	return held;
}

/** What papers are compared by: without the terms that too many have. */
function comparedBy({ rows, terms }: Terms): Compared {
	const held = heldBy(rows, terms);
	const own = rowsOfTerms(rows, (term) => (held[term] ?? 0) <= nearness.longestList);
	return { rows: own, postings: postingsOf(own, terms) };
}

/** Papers whose nearest are found in one go. */
const papersAtOnce = 250;

/** Of papers whose terms are given, the `count` nearest of each; equals go in the order of the papers. */
export async function nearestPapers(
	concepts: Terms,
	text: Terms,
	count: number,
	{ threads = thisThread, onShare }: { threads?: Threads; onShare?: (share: number) => void } = {}
): Promise<NearestPapers> {
	const ranges = rangesOf(concepts, text, count);
	return joined(await threads.all('nearestInRange', ranges, (done) => onShare?.(done / ranges.length)));
}

/** All papers in parts, which are looked at one by one. */
export function rangesOf(concepts: Terms, text: Terms, count: number): RangeOfPapers[] {
	const papers = concepts.rows.offsets.length - 1;
	const given = { concepts: comparedBy(concepts), text: comparedBy(text), count };
	return Array.from({ length: Math.ceil(papers / papersAtOnce) }, (_, at) => ({
		...given,
		from: at * papersAtOnce,
		to: Math.min(papers, (at + 1) * papersAtOnce)
	}));
}

/** What was found for all of these parts. */
export function joined(found: readonly NearestInRange[]): NearestPapers {
	const papers = found.reduce((sum, { lengths }) => sum + lengths.length, 0);
	const length = found.reduce((sum, each) => sum + each.papers.length, 0);
	const nearest = {
		offsets: new Uint32Array(papers + 1),
		papers: new Uint32Array(length),
		concepts: new Float64Array(length),
		text: new Float64Array(length)
	};
	let [paper, to] = [0, 0];
	for (const each of found) {
		nearest.papers.set(each.papers, to);
		nearest.concepts.set(each.concepts, to);
		nearest.text.set(each.text, to);
		for (const own of each.lengths) {
			to += own;
			nearest.offsets[(paper += 1)] = to;
		}
	}
	return nearest;
}

/** The so many nearest papers of each as one graph: the weight of an edge is the score, halved where only one of the two names the other. */
export function nearnessGraph(
	{ offsets, papers, concepts, text }: NearestPapers,
	neighbours: number
): WeightedGraph {
	const count = offsets.length - 1;
	const rows = Array.from({ length: count }, () => new Map<number, number>());
	const add = (from: number, to: number, weight: number) =>
		rows[from]?.set(to, (rows[from].get(to) ?? 0) + weight);
	for (let paper = 0; paper < count; paper += 1) {
		const from = offsets[paper] ?? 0;
		const to = Math.min(from + neighbours, offsets[paper + 1] ?? 0);
		for (let at = from; at < to; at += 1) {
			const other = papers[at] ?? 0;
			const weight = scoreOf(concepts[at] ?? 0, text[at] ?? 0) / 2;
			add(paper, other, weight);
			add(other, paper, weight);
		}
	}
	const starts = new Uint32Array(count + 1);
	const [targets, weights]: [number[], number[]] = [[], []];
	for (const [paper, row] of rows.entries()) {
		for (const [other, weight] of [...row].sort((a, b) => a[0] - b[0])) {
			targets.push(other);
			weights.push(weight);
		}
		starts[paper + 1] = targets.length;
	}
	return { offsets: starts, targets: Uint32Array.from(targets), weights: Float64Array.from(weights) };
}

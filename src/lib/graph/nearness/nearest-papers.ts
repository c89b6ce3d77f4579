import { nearness } from '#lib/graph/constants/nearness.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { postingsOf, type Postings, type TermRows } from './term-rows.ts';

/** The nearest papers of each paper, best first: those of p are `papers[offsets[p]]` up to `papers[offsets[p + 1]]`. */
export interface NearestPapers {
	offsets: Uint32Array;
	papers: Uint32Array;
	/** The cosines of their concepts and of their texts, 0 to 1. */
	concepts: Float64Array;
	text: Float64Array;
}

/** The score that two cosines make, 0 to 1. */
export function scoreOf(concepts: number, text: number): number {
	return nearness.shares.concepts * concepts + nearness.shares.text * text;
}

/** How many neighbours each paper has in a corpus of so many. */
export function neighboursIn(papers: number): number {
	return Math.ceil((nearness.neighbours * papers) / (papers + nearness.halfNeighboursAt));
}

/** Adds the products of one paper's terms with those of all others that have them. `touched` gets who was met first. */
function addProducts(
	rows: TermRows,
	postings: Postings,
	paper: number,
	sums: Float64Array,
	touch: (other: number) => void
): void {
	for (let at = rows.offsets[paper] ?? 0; at < (rows.offsets[paper + 1] ?? 0); at += 1) {
		const term = rows.terms[at] ?? 0;
		const weight = rows.weights[at] ?? 0;
		const [from, to] = [postings.offsets[term] ?? 0, postings.offsets[term + 1] ?? 0];
		if (to - from > nearness.longestList) continue;
		for (let place = from; place < to; place += 1) {
			const other = postings.papers[place] ?? 0;
			touch(other);
			sums[other] = (sums[other] ?? 0) + weight * (postings.weights[place] ?? 0);
		}
	}
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

/** Of papers whose terms are given, the `count` nearest of each; equals go in the order of the papers. */
export function nearestPapers(
	concepts: Terms,
	text: Terms,
	count: number,
	onShare: (share: number) => void = () => undefined
): NearestPapers {
	const papers = concepts.rows.offsets.length - 1;
	const parts = [concepts, text].map(({ rows, terms }) => ({ rows, postings: postingsOf(rows, terms) }));
	const sums = parts.map(() => new Float64Array(papers));
	const [byConcepts = new Float64Array(), byText = new Float64Array()] = sums;
	const isTouched = new Uint8Array(papers);
	const touched = new Uint32Array(papers);
	const found: [papers: number[], concepts: number[], text: number[]] = [[], [], []];
	const offsets = new Uint32Array(papers + 1);
	for (let paper = 0; paper < papers; paper += 1) {
		let met = 0;
		for (const [part, { rows, postings }] of parts.entries())
			addProducts(rows, postings, paper, sums[part] ?? byText, (other) => {
				if (isTouched[other] === 1) return;
				isTouched[other] = 1;
				touched[met] = other;
				met += 1;
			});
		const others = best(touched.subarray(0, met), paper, count, (other) =>
			scoreOf(byConcepts[other] ?? 0, byText[other] ?? 0)
		);
		for (const other of others) {
			found[0].push(other);
			found[1].push(Math.min(1, byConcepts[other] ?? 0));
			found[2].push(Math.min(1, byText[other] ?? 0));
		}
		for (let at = 0; at < met; at += 1) {
			const other = touched[at] ?? 0;
			isTouched[other] = 0;
			byConcepts[other] = 0;
			byText[other] = 0;
		}
		offsets[paper + 1] = found[0].length;
		if (paper % 1000 === 0) onShare(paper / papers);
	}
	return {
		offsets,
		papers: Uint32Array.from(found[0]),
		concepts: Float64Array.from(found[1]),
		text: Float64Array.from(found[2])
	};
}

/** The best few of many, best first, without sorting all of them. */
function best(others: Uint32Array, own: number, count: number, score: (other: number) => number): number[] {
	const kept: { other: number; score: number }[] = [];
	const isBetter = (a: { other: number; score: number }, b: { other: number; score: number }) =>
		a.score > b.score || (a.score === b.score && a.other < b.other);
	for (const other of others) {
		if (other === own) continue;
		const each = { other, score: score(other) };
		const last = kept.at(-1);
		if (kept.length === count && last && !isBetter(each, last)) continue;
		let at = kept.length;
		while (at > 0 && isBetter(each, kept[at - 1] ?? each)) at -= 1;
		kept.splice(at, 0, each);
		if (kept.length > count) kept.pop();
	}
	return kept.map(({ other }) => other);
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

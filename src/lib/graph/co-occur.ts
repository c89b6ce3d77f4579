import type { Concept, CoOccurs } from '#lib/domain/graph.ts';
import { coOccurrence } from './constants/co-occurrence.ts';
import { lengthOf, listOf, type Ties } from './ties.ts';

/** Normalised pointwise mutual information of two concepts (Bouma 2009), -1 to 1: 1 = always together. */
function npmi(together: number, first: number, second: number, all: number): number {
	if (together === 0) return -1;
	if (together === all) return 1;
	return Math.log((together * all) / (first * second)) / -Math.log(together / all);
}

interface Pair {
	first: number;
	second: number;
	papers: number;
	npmi: number;
}

/** How many pairs that only one paper makes each concept keeps. */
function singlesIn(papers: number): number {
	const { nearest, singles } = coOccurrence;
	return Math.floor((nearest * singles.halfAt) / (singles.halfAt + papers));
}

/** The pairs of one concept with those that its papers mention besides. */
function pairsOf(first: number, ties: Ties, together: Uint32Array): Pair[] {
	const met: number[] = [];
	for (const paper of listOf(ties.ofConcept, first))
		for (const second of listOf(ties.ofPaper, paper)) {
			if (second === first) continue;
			if (together[second] === 0) met.push(second);
			together[second] = (together[second] ?? 0) + 1;
		}
	return met.map((second) => {
		const papers = together[second] ?? 0;
		together[second] = 0;
		const value = npmi(
			papers,
			lengthOf(ties.ofConcept, first),
			lengthOf(ties.ofConcept, second),
			ties.papers
		);
		return { first: Math.min(first, second), second: Math.max(first, second), papers, npmi: value };
	});
}

/**
 * Pairs of concepts that are mentioned by the same papers: of each concept its dozen nearest, by papers and how much
 * more often than by chance. What only one paper says together counts in small corpora, less and less as they grow.
 */
export function coOccurrences(concepts: readonly Concept[], ties: Ties): CoOccurs[] {
	const { nearest, steps } = coOccurrence;
	const singles = singlesIn(ties.papers);
	const kept = new Map<number, Pair>();
	const together = new Uint32Array(ties.concepts);
	for (let concept = 0; concept < ties.concepts; concept += 1) {
		const pairs = pairsOf(concept, ties, together);
		const strength = (pair: Pair) => pair.papers * (1 + pair.npmi);
		pairs.sort((a, b) => strength(b) - strength(a) || a.first - b.first || a.second - b.second);
		let single = 0;
		for (const pair of pairs.slice(0, nearest)) {
			if (pair.papers === 1 && (single += 1) > singles) continue;
			kept.set(pair.first * ties.concepts + pair.second, pair);
		}
	}
	return [...kept.values()]
		.sort((a, b) => a.first - b.first || a.second - b.second)
		.flatMap(({ first, second, papers, npmi: value }) => {
			const [a, b] = [concepts[first], concepts[second]];
			return a && b ? [{ first: a.id, second: b.id, papers, npmi: Math.round(value * steps) / steps }] : [];
		});
}

import type { Concept, CoOccurs } from '#lib/domain/graph.ts';
import { round3 } from '#lib/domain/order.ts';
import type { Ties } from './ties.ts';

/** Corpora up to this many papers keep pairs that share a single paper. */
const smallCorpus = 500;
const nearestPerConcept = 12;

/** Normalised pointwise mutual information of two concepts (Bouma 2009), -1 to 1: 1 = always together. */
function npmi(together: number, first: number, second: number, all: number): number {
	if (together === 0) return -1;
	if (together === all) return 1;
	return Math.log((together * all) / (first * second)) / -Math.log(together / all);
}

/** Pairs of concepts mentioned by the same papers. In large corpora at least two papers, and each concept's dozen nearest. */
export function coOccurrences(concepts: Concept[], ties: Ties): CoOccurs[] {
	const all = ties.ofPaper.length;
	const small = all <= smallCorpus;
	const kept = new Map<number, [number, number, number, number]>();
	concepts.forEach((_, first) => {
		const together = new Map<number, number>();
		for (const paper of ties.ofConcept[first] ?? [])
			for (const second of ties.ofPaper[paper] ?? [])
				if (second !== first) together.set(second, (together.get(second) ?? 0) + 1);
		const pairs: [number, number, number, number][] = [];
		for (const [second, papers] of together) {
			if (!small && papers < 2) continue;
			const value = npmi(
				papers,
				ties.ofConcept[first]?.length ?? 1,
				ties.ofConcept[second]?.length ?? 1,
				all
			);
			pairs.push([Math.min(first, second), Math.max(first, second), papers, value]);
		}
		if (!small && pairs.length > nearestPerConcept) {
			pairs.sort((a, b) => b[2] * (1 + b[3]) - a[2] * (1 + a[3]) || a[0] - b[0] || a[1] - b[1]);
			pairs.length = nearestPerConcept;
		}
		for (const pair of pairs) kept.set(pair[0] * concepts.length + pair[1], pair);
	});
	return [...kept.values()]
		.sort((a, b) => a[0] - b[0] || a[1] - b[1])
		.flatMap(([first, second, papers, value]) => {
			const [a, b] = [concepts[first], concepts[second]];
			return a && b ? [{ first: a.id, second: b.id, papers, npmi: round3(value) }] : [];
		});
}

import { seededRandom } from '#lib/graph/random.ts';
import { conceptTerms } from '#lib/graph/nearness/concept-terms.ts';
import { nearestInRange } from '#lib/graph/nearness/nearest-in-range.ts';
import { joined, nearnessGraph, neighboursIn, rangesOf } from '#lib/graph/nearness/nearest-papers.ts';
import { RowsBuilder } from '#lib/graph/nearness/term-rows.ts';
import { turned, type Ties } from '#lib/graph/ties.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';

/** Papers of made-up fields, each with parts: they mention concepts of the part, of the field, and of all. */
export function madeUpTies(papers: number, fields: number, parts: number): Ties {
	const random = seededRandom(papers);
	const perPart = 24;
	const perField = 12;
	const shared = 40;
	const concepts = fields * (parts * perPart + perField) + shared;
	// Few of many are said often: the square of an even number.
	const oneOf = (from: number, count: number) => from + Math.floor(count * random() ** 2);
	const rows = Array.from({ length: papers }, () => {
		const field = Math.floor(fields * random() ** 1.3);
		const part = Math.floor(parts * random());
		const ofField = field * (parts * perPart + perField);
		const mentioned = new Set<number>();
		for (let at = 0; at < 7; at += 1) mentioned.add(oneOf(ofField + perField + part * perPart, perPart));
		for (let at = 0; at < 3; at += 1) mentioned.add(oneOf(ofField, perField));
		for (let at = 0; at < 2; at += 1) mentioned.add(oneOf(concepts - shared, shared));
		return [...mentioned].sort((a, b) => a - b);
	});
	const offsets = new Uint32Array(papers + 1);
	for (const [paper, row] of rows.entries()) offsets[paper + 1] = (offsets[paper] ?? 0) + row.length;
	const ofPaper = { offsets, values: Uint32Array.from(rows.flat()) };
	return {
		papers,
		concepts,
		ofPaper,
		weights: Float32Array.from(ofPaper.values, () => 0.2 + 0.6 * random()),
		ofConcept: turned(ofPaper, concepts)
	};
}

/** The graph of nearest papers by concepts alone. */
export function nearnessOf(ties: Ties): WeightedGraph {
	const empty = new RowsBuilder();
	for (let paper = 0; paper < ties.papers; paper += 1) empty.add([]);
	const neighbours = neighboursIn(ties.papers);
	const ranges = rangesOf(
		{ rows: conceptTerms(ties), terms: ties.concepts },
		{ rows: empty.rows(), terms: 0 },
		neighbours
	);
	return nearnessGraph(joined(ranges.map(nearestInRange)), neighbours);
}

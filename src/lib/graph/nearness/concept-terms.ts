import { lengthOf, type Ties } from '#lib/graph/ties.ts';
import { rarity } from './step.ts';
import { RowsBuilder, type TermRows } from './term-rows.ts';

/** Concepts as terms of the papers that mention them: how much a paper is about one, times how rare it is. */
export function conceptTerms({ papers, concepts, ofPaper, weights, ofConcept }: Ties): TermRows {
	const rarities = Float64Array.from({ length: concepts }, (_, concept) =>
		rarity(lengthOf(ofConcept, concept))
	);
	const builder = new RowsBuilder();
	for (let paper = 0; paper < papers; paper += 1) {
		const row: [number, number][] = [];
		for (let at = ofPaper.offsets[paper] ?? 0; at < (ofPaper.offsets[paper + 1] ?? 0); at += 1) {
			const concept = ofPaper.values[at] ?? 0;
			row.push([concept, (weights[at] ?? 0) * (rarities[concept] ?? 0)]);
		}
		builder.add(row);
	}
	return builder.rows();
}

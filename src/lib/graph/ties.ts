import type { ConceptCorpus } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** Who mentions what, by index into the sorted papers and concepts. */
export interface Ties {
	/** Concept indices of each paper, ascending. */
	ofPaper: number[][];
	/** Paper indices of each concept, ascending. */
	ofConcept: number[][];
}

export function findTies(papers: Paper[], corpus: ConceptCorpus): Ties {
	const paperIndex = new Map<string, number>(papers.map((paper, index) => [paper.id, index]));
	const conceptIndex = new Map<string, number>(corpus.concepts.map((concept, index) => [concept.id, index]));
	const ofPaper: number[][] = papers.map(() => []);
	const ofConcept: number[][] = corpus.concepts.map(() => []);
	for (const { paper, concept } of corpus.mentions) {
		const p = paperIndex.get(paper);
		const c = conceptIndex.get(concept);
		if (p === undefined || c === undefined) continue;
		ofPaper[p]?.push(c);
		ofConcept[c]?.push(p);
	}
	for (const list of [...ofPaper, ...ofConcept]) list.sort((a, b) => a - b);
	return { ofPaper, ofConcept };
}

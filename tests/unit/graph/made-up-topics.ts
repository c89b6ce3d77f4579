import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { conceptIdSchema } from '#lib/domain/ids.ts';
import { turned, type Ties } from '#lib/graph/ties.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';

/** An undirected graph of so many nodes, from its edges with their weights. */
export function graphOf(nodes: number, edges: [number, number, number][]): WeightedGraph {
	const rows = Array.from({ length: nodes }, (): [number, number][] => []);
	for (const [a, b, weight] of edges) {
		rows[a]?.push([b, weight]);
		rows[b]?.push([a, weight]);
	}
	const offsets = new Uint32Array(nodes + 1);
	for (const [node, row] of rows.entries()) offsets[node + 1] = (offsets[node] ?? 0) + row.length;
	return {
		offsets,
		targets: Uint32Array.from(rows.flat(), ([other]) => other),
		weights: Float64Array.from(rows.flat(), ([, weight]) => weight)
	};
}

/** A concept by its name, with the papers that mention it. */
export interface Said {
	name: string;
	label?: string;
	kind?: Concept['kind'];
	/** The papers that mention it, and how much each is about it; .5 without it. */
	papers: number[];
	weight?: number;
}

/** A corpus of so many papers in which these concepts are said. */
export function corpusOf(papers: number, said: Said[]): { corpus: ConceptCorpus; ties: Ties } {
	const rows = Array.from({ length: papers }, (_, paper) =>
		said.flatMap(({ papers: own }, concept) => (own.includes(paper) ? [concept] : []))
	);
	const offsets = new Uint32Array(papers + 1);
	for (const [paper, row] of rows.entries()) offsets[paper + 1] = (offsets[paper] ?? 0) + row.length;
	const ofPaper = { offsets, values: Uint32Array.from(rows.flat()) };
	const concepts = said.map(({ name, label = name, kind = 'method', papers: own }): Concept => ({
		...{ id: conceptIdSchema.parse(name.replaceAll(' ', '-')), name, label, kind, papers: own.length },
		...{ aliases: label === name ? [] : [label], firstDate: null, lastDate: null }
	}));
	return {
		corpus: { concepts, mentions: [], introduces: [], broader: [] },
		ties: {
			...{
				papers,
				concepts: said.length,
				ofPaper,
				weights: Float32Array.from(ofPaper.values, (concept) => said[concept]?.weight ?? 0.5)
			},
			ofConcept: turned(ofPaper, said.length)
		}
	};
}

/** Whole numbers from one to another, which is not among them. */
export const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

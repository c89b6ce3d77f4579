import type { ConceptCorpus } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { sharedUint32 } from './threads/shared-arrays.ts';

/** Lists of whole numbers, one after the other: those of i are `values[offsets[i]]` up to `values[offsets[i + 1]]`. */
export interface Lists {
	offsets: Uint32Array;
	values: Uint32Array;
}

/** Who mentions what, by index into the sorted papers and concepts. */
export interface Ties {
	papers: number;
	concepts: number;
	/** Concepts of each paper, ascending. */
	ofPaper: Lists;
	/** How much each of these papers is about each of these concepts, 0 to 1, in the order of `ofPaper.values`. */
	weights: Float32Array;
	/** Papers of each concept, ascending. */
	ofConcept: Lists;
}

/** One of the lists, without copying it. */
export function listOf({ offsets, values }: Lists, index: number): Uint32Array {
	return values.subarray(offsets[index] ?? 0, offsets[index + 1] ?? 0);
}

export function lengthOf({ offsets }: Lists, index: number): number {
	return (offsets[index + 1] ?? 0) - (offsets[index] ?? 0);
}

/**
 * The lists turned round: for each of `count` values the indices of the lists that hold it, ascending. `onMove` is told
 * from where to where each value went, for what goes along with the values. Threads share the arrays.
 */
export function turned(
	{ offsets, values }: Lists,
	count: number,
	onMove: (from: number, to: number) => void = () => undefined
): Lists {
	const starts = sharedUint32(count + 1);
	for (const value of values) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
	for (let value = 0; value < count; value += 1)
		starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
	const next = starts.slice(0, count);
	const indices = sharedUint32(values.length);
	for (let index = 0; index < offsets.length - 1; index += 1)
		for (let from = offsets[index] ?? 0; from < (offsets[index + 1] ?? 0); from += 1) {
			const value = values[from] ?? 0;
			const to = next[value] ?? 0;
			indices[to] = index;
			next[value] = to + 1;
			onMove(from, to);
		}
	return { offsets: starts, values: indices };
}

/** Ties of papers and concepts that are sorted by id, from mentions that are sorted by paper, then concept. */
export function findTies(papers: readonly Pick<Paper, 'id'>[], corpus: ConceptCorpus): Ties {
	const conceptIndex = new Map<string, number>(corpus.concepts.map(({ id }, index) => [id, index]));
	const offsets = new Uint32Array(papers.length + 1);
	const values: number[] = [];
	const weights: number[] = [];
	let at = 0;
	for (const [index, { id }] of papers.entries()) {
		for (; corpus.mentions[at]?.paper === id; at += 1) {
			const { concept = '', weight = 0 } = corpus.mentions[at] ?? {};
			const found = conceptIndex.get(concept);
			if (found === undefined) continue;
			values.push(found);
			weights.push(weight);
		}
		offsets[index + 1] = values.length;
	}
	const ofPaper = { offsets, values: Uint32Array.from(values) };
	return {
		papers: papers.length,
		concepts: corpus.concepts.length,
		ofPaper,
		weights: Float32Array.from(weights),
		ofConcept: turned(ofPaper, corpus.concepts.length)
	};
}

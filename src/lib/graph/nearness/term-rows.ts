import { turned } from '#lib/graph/ties.ts';

/**
 * Which terms each paper has and how much each weighs there, in rows: those of paper p are `terms[offsets[p]]` up to,
 * not including, `terms[offsets[p + 1]]`, with their `weights`.
 */
export interface TermRows {
	offsets: Uint32Array;
	terms: Uint32Array;
	weights: Float64Array;
}

/** The same turned round: for each term the papers that have it. */
export interface Postings {
	offsets: Uint32Array;
	papers: Uint32Array;
	weights: Float64Array;
}

/** Rows are made from the first paper to the last; each one is scaled to length 1. */
export class RowsBuilder {
	readonly #offsets: number[] = [0];
	readonly #terms: number[] = [];
	readonly #weights: number[] = [];

	/** Adds the row of the next paper. */
	add(row: Iterable<readonly [term: number, weight: number]>): void {
		const from = this.#terms.length;
		let square = 0;
		for (const [term, weight] of row) {
			this.#terms.push(term);
			this.#weights.push(weight);
			square += weight * weight;
		}
		const length = Math.sqrt(square) || 1;
		for (let at = from; at < this.#weights.length; at += 1)
			this.#weights[at] = (this.#weights[at] ?? 0) / length;
		this.#offsets.push(this.#terms.length);
	}

	rows(): TermRows {
		return {
			offsets: Uint32Array.from(this.#offsets),
			terms: Uint32Array.from(this.#terms),
			weights: Float64Array.from(this.#weights)
		};
	}
}

/** `count`: how many terms there are. The papers of a term ascend. */
export function postingsOf({ offsets, terms, weights }: TermRows, count: number): Postings {
	const turnedWeights = new Float64Array(weights.length);
	const lists = turned({ offsets, values: terms }, count, (from, to) => {
		turnedWeights[to] = weights[from] ?? 0;
	});
	return { offsets: lists.offsets, papers: lists.values, weights: turnedWeights };
}

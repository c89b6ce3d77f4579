import { turned } from '#lib/graph/ties.ts';
import { sharedFloat64, sharedUint32 } from '#lib/graph/threads/shared-arrays.ts';

/**
 * Which terms each paper has and how much each weighs there, in rows: those of paper p are `terms[offsets[p]]` up to,
 * not including, `terms[offsets[p + 1]]`, with their `weights`. Threads share the arrays.
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

/** Terms that a builder has room for at first. */
const firstRoom = 1024;

/** Rows are made from the first paper to the last; each one is scaled to length 1. */
export class RowsBuilder {
	readonly #offsets: number[] = [0];
	#terms = new Uint32Array(firstRoom);
	#weights = new Float64Array(firstRoom);
	#length = 0;

	/** Adds the row of the next paper. */
	add(row: Iterable<readonly [term: number, weight: number]>): void {
		const from = this.#length;
		let square = 0;
		for (const [term, weight] of row) {
			if (this.#length === this.#terms.length) this.#grow();
			this.#terms[this.#length] = term;
			this.#weights[this.#length] = weight;
			this.#length += 1;
			square += weight * weight;
		}
		const length = Math.sqrt(square) || 1;
		for (let at = from; at < this.#length; at += 1) this.#weights[at] = (this.#weights[at] ?? 0) / length;
		this.#offsets.push(this.#length);
	}

	#grow(): void {
		const [terms, weights] = [this.#terms, this.#weights];
		this.#terms = new Uint32Array(2 * terms.length);
		this.#weights = new Float64Array(2 * weights.length);
		this.#terms.set(terms);
		this.#weights.set(weights);
	}

	rows(): TermRows {
		const rows = {
			offsets: sharedUint32(this.#offsets.length),
			terms: sharedUint32(this.#length),
			weights: sharedFloat64(this.#length)
		};
		rows.offsets.set(this.#offsets);
		rows.terms.set(this.#terms.subarray(0, this.#length));
		rows.weights.set(this.#weights.subarray(0, this.#length));
		return rows;
	}
}

/** The rows without the terms that do not count. */
export function rowsOfTerms(
	{ offsets, terms, weights }: TermRows,
	counts: (term: number) => boolean
): TermRows {
	let length = 0;
	for (const term of terms) if (counts(term)) length += 1;
	const kept = {
		offsets: sharedUint32(offsets.length),
		terms: sharedUint32(length),
		weights: sharedFloat64(length)
	};
	let to = 0;
	for (let paper = 0; paper < offsets.length - 1; paper += 1) {
		for (let at = offsets[paper] ?? 0; at < (offsets[paper + 1] ?? 0); at += 1) {
			const term = terms[at] ?? 0;
			if (!counts(term)) continue;
			kept.terms[to] = term;
			kept.weights[to] = weights[at] ?? 0;
			to += 1;
		}
		kept.offsets[paper + 1] = to;
	}
	return kept;
}

/** `count`: how many terms there are. The papers of a term ascend. */
export function postingsOf({ offsets, terms, weights }: TermRows, count: number): Postings {
	const turnedWeights = sharedFloat64(weights.length);
	const lists = turned({ offsets, values: terms }, count, (from, to) => {
		turnedWeights[to] = weights[from] ?? 0;
	});
	return { offsets: lists.offsets, papers: lists.values, weights: turnedWeights };
}

import { nearness } from '#lib/graph/constants/nearness.ts';
import type { Postings, TermRows } from './term-rows.ts';

/** The score that two cosines make, 0 to 1. */
export function scoreOf(concepts: number, text: number): number {
	return nearness.shares.concepts * concepts + nearness.shares.text * text;
}

/** What papers are compared by: their concepts, then their texts. Its arrays are shared between threads. */
export interface Compared {
	rows: TermRows;
	/** Without the terms that open no neighbours. */
	postings: Postings;
}

/** Some papers, one after the other, whose nearest are wanted, and how many of each. */
export interface RangeOfPapers {
	concepts: Compared;
	text: Compared;
	count: number;
	from: number;
	/** Not included. */
	to: number;
}

/** The nearest of these papers, best first, one paper after the other; `lengths` tells how many each has. */
export interface NearestInRange {
	lengths: Uint32Array;
	papers: Uint32Array;
	/** The cosines of their concepts and of their texts, 0 to 1. */
	concepts: Float64Array;
	text: Float64Array;
}

/** The best few of many by score, best first; equals go in the order of their numbers. */
class Best {
	readonly numbers: Uint32Array;
	readonly #scores: Float64Array;
	length = 0;

	constructor(most: number) {
		this.numbers = new Uint32Array(most);
		this.#scores = new Float64Array(most);
	}

	add(number: number, score: number): void {
		const [numbers, scores] = [this.numbers, this.#scores];
		const most = numbers.length;
		let at = this.length;
		if (at === most) {
			const last = scores[most - 1] as number;
			if (score < last || (score === last && number > (numbers[most - 1] as number))) return;
			at -= 1;
		} else this.length += 1;
		for (; at > 0; at -= 1) {
			const before = scores[at - 1] as number;
			if (before > score || (before === score && (numbers[at - 1] as number) < number)) break;
			scores[at] = before;
			numbers[at] = numbers[at - 1] as number;
		}
		scores[at] = score;
		numbers[at] = number;
	}
}

/** Adds up what papers share, for one paper after the other. */
class Sums {
	/** Of each paper the sum over concepts, then that over text: side by side, so that both are at hand together. */
	readonly #sums: Float64Array;
	readonly #isMet: Uint8Array;
	readonly met: Uint32Array;
	count = 0;

	constructor(papers: number) {
		this.#sums = new Float64Array(2 * papers);
		this.#isMet = new Uint8Array(papers);
		this.met = new Uint32Array(papers);
	}

	/** Adds the products of one paper's terms with those of all others that have them, term by term in its order. */
	add({ rows, postings }: Compared, part: 0 | 1, paper: number): void {
		const [sums, isMet, met] = [this.#sums, this.#isMet, this.met];
		const { offsets, papers, weights } = postings;
		let { count } = this;
		const last = rows.offsets[paper + 1] as number;
		for (let at = rows.offsets[paper] as number; at < last; at += 1) {
			const term = rows.terms[at] as number;
			const weight = rows.weights[at] as number;
			const to = offsets[term + 1] as number;
			for (let place = offsets[term] as number; place < to; place += 1) {
				const other = papers[place] as number;
				if (isMet[other] === 0) {
					isMet[other] = 1;
					met[count] = other;
					count += 1;
				}
				const slot = 2 * other + part;
				sums[slot] = (sums[slot] as number) + weight * (weights[place] as number);
			}
		}
		this.count = count;
	}

	ofConcepts(other: number): number {
		return this.#sums[2 * other] as number;
	}

	ofText(other: number): number {
		return this.#sums[2 * other + 1] as number;
	}

	/** Forgets what was added. */
	clear(): void {
		for (let at = 0; at < this.count; at += 1) {
			const other = this.met[at] as number;
			this.#isMet[other] = 0;
			this.#sums[2 * other] = 0;
			this.#sums[2 * other + 1] = 0;
		}
		this.count = 0;
	}
}

/** The `count` nearest of each of some papers. */
export function nearestInRange({ concepts, text, count, from, to }: RangeOfPapers): NearestInRange {
	const sums = new Sums(concepts.rows.offsets.length - 1);
	const lengths = new Uint32Array(to - from);
	const most = count * (to - from);
	const [papers, byConcepts, byText] = [
		new Uint32Array(most),
		new Float64Array(most),
		new Float64Array(most)
	];
	let length = 0;
	for (let paper = from; paper < to; paper += 1) {
		sums.add(concepts, 0, paper);
		sums.add(text, 1, paper);
		const best = new Best(count);
		for (let at = 0; at < sums.count; at += 1) {
			const other = sums.met[at] as number;
			if (other !== paper) best.add(other, scoreOf(sums.ofConcepts(other), sums.ofText(other)));
		}
		for (const other of best.numbers.subarray(0, best.length)) {
			papers[length] = other;
			byConcepts[length] = Math.min(1, sums.ofConcepts(other));
			byText[length] = Math.min(1, sums.ofText(other));
			length += 1;
		}
		lengths[paper - from] = best.length;
		sums.clear();
	}
	return {
		lengths,
		papers: papers.slice(0, length),
		concepts: byConcepts.slice(0, length),
		text: byText.slice(0, length)
	};
}

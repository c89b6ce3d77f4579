import type { Related } from '#lib/domain/graph.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import type { Ties } from './ties.ts';

/** What each part of a score can reach: they sum to 1. */
const share = { concepts: 0.5, text: 0.3, topic: 0.12, time: 0.08 };
const bestPerPaper = 10;
const termsPerPaper = 14;
const candidatesPerPaper = 40;

interface Posting {
	paper: number;
	weight: number;
}

/** BM25 weights (k1 1.2, b .75) of the rarest words of each paper, scaled to length 1. Everyday words are left out. */
function textVectors(papers: Paper[], cap: number): [number, number][][] {
	const ids = new Map<string, number>();
	const frequency: number[] = [];
	const counts = papers.map((paper) => {
		const count = new Map<number, number>();
		for (const word of paperText(paper)
			.toLowerCase()
			.match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
			let id = ids.get(word);
			if (id === undefined) ids.set(word, (id = ids.size));
			count.set(id, (count.get(id) ?? 0) + 1);
		}
		for (const id of count.keys()) frequency[id] = (frequency[id] ?? 0) + 1;
		return count;
	});
	const mean = counts.reduce((sum, count) => sum + count.size, 0) / Math.max(1, counts.length);
	return counts.map((count) => {
		const terms: [number, number][] = [];
		for (const [id, n] of count) {
			const df = frequency[id] ?? 1;
			if (df < 2 || df > cap) continue;
			const idf = Math.log(1 + (papers.length - df + 0.5) / (df + 0.5));
			terms.push([id, (idf * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * count.size) / mean))]);
		}
		terms.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		return unit(terms.slice(0, termsPerPaper));
	});
}

function unit(terms: [number, number][]): [number, number][] {
	const length = Math.hypot(...terms.map(([, weight]) => weight)) || 1;
	return terms.map(([id, weight]) => [id, weight / length]);
}

function invert(vectors: [number, number][][]): Map<number, Posting[]> {
	const postings = new Map<number, Posting[]>();
	vectors.forEach((terms, paper) => {
		for (const [id, weight] of terms) {
			const list = postings.get(id);
			if (list) list.push({ paper, weight });
			else postings.set(id, [{ paper, weight }]);
		}
	});
	return postings;
}

function addProducts(
	terms: [number, number][],
	postings: Map<number, Posting[]>,
	into: Float64Array,
	seen: Set<number>
) {
	for (const [id, weight] of terms)
		for (const posting of postings.get(id) ?? []) {
			into[posting.paper] = (into[posting.paper] ?? 0) + weight * posting.weight;
			seen.add(posting.paper);
		}
}

/** A date in years, a missing month or day counting as the middle. */
function years(date: string | null): number | null {
	if (date === null) return null;
	const [year = 0, month, day = 15] = date.split('-').map(Number);
	return year + (month === undefined ? 0.5 : (month - 1 + day / 31) / 12);
}

/**
 * The ten best of every paper. The parts are whole thousandths, so they sum exactly to the score:
 * concepts = cosine over idf weights, text = cosine over BM25 weights of the rarest words,
 * topic = same small topic (or half: same large one), time = halves in about a year and a half.
 * Very frequent words and concepts do not open candidates, which keeps 25,000 papers under a minute.
 */
export function relatedPapers(
	papers: Paper[],
	ties: Ties,
	topics: { small: number[]; large: number[] }
): Related[] {
	const cap = Math.max(60, Math.round(papers.length * 0.02));
	const concepts = ties.ofPaper.map((list) =>
		unit(list.map((c) => [c, Math.log(1 + papers.length / (ties.ofConcept[c]?.length ?? 1))]))
	);
	const text = textVectors(papers, papers.length < 500 ? Math.max(2, papers.length * 0.5) : cap);
	const conceptPostings = invert(concepts);
	for (const [id, list] of conceptPostings) if (list.length > Math.max(cap, 60)) conceptPostings.delete(id);
	const textPostings = invert(text);
	const byConcepts = new Float64Array(papers.length);
	const byText = new Float64Array(papers.length);
	const dates = papers.map((paper) => years(paper.date));
	const found: Related[] = [];
	papers.forEach((paper, index) => {
		const seen = new Set<number>();
		addProducts(concepts[index] ?? [], conceptPostings, byConcepts, seen);
		addProducts(text[index] ?? [], textPostings, byText, seen);
		seen.delete(index);
		const rough = [...seen].map((other): [number, number] => [
			other,
			share.concepts * (byConcepts[other] ?? 0) + share.text * (byText[other] ?? 0)
		]);
		rough.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		const own = new Map(concepts[index]);
		const scored = rough.slice(0, candidatesPerPaper).flatMap(([other]) => {
			const otherPaper = papers[other];
			if (!otherPaper) return [];
			let cosine = 0;
			let shared = 0;
			for (const [id, weight] of concepts[other] ?? []) {
				const mine = own.get(id);
				if (mine === undefined) continue;
				cosine += mine * weight;
				shared += 1;
			}
			const near =
				topics.small[index] === topics.small[other]
					? 1
					: topics.large[index] === topics.large[other]
						? 0.5
						: 0;
			const [a, b] = [dates[index] ?? null, dates[other] ?? null];
			const parts = [
				share.concepts * Math.min(1, cosine),
				share.text * Math.min(1, byText[other] ?? 0),
				share.topic * near,
				a === null || b === null ? 0 : share.time * Math.exp(-Math.abs(a - b) / 2)
			].map((part) => Math.round(part * 1000));
			return [{ other, id: otherPaper.id, shared, parts, score: parts.reduce((sum, part) => sum + part, 0) }];
		});
		scored.sort((a, b) => b.score - a.score || a.other - b.other);
		const best = scored.slice(0, bestPerPaper).sort((a, b) => a.other - b.other);
		for (const { id, shared, parts, score } of best) {
			const [c = 0, t = 0, near = 0, time = 0] = parts.map((part) => part / 1000);
			found.push({
				paper: paper.id,
				related: id,
				score: score / 1000,
				shared,
				concepts: c,
				text: t,
				topic: near,
				time
			});
		}
		for (const other of seen) byConcepts[other] = byText[other] = 0;
		byConcepts[index] = byText[index] = 0;
	});
	return found;
}

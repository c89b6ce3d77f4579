import type { Related } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { nearness } from '#lib/graph/constants/nearness.ts';
import { listOf, type Ties } from '#lib/graph/ties.ts';
import type { NearestPapers } from './nearest-papers.ts';

/** Related papers of each paper at most. */
export const relatedPerPaper = 10;

/**
 * Scores are compared in fiftieths, so that time breaks ties, and their parts are told in twentieths: an addition that
 * moves a cosine by less changes nothing that is stored.
 */
const steps = { compared: 50, told: 20 };

/** A date in years, a missing month or day counting as the middle; null for none. */
function years(date: string | null): number | null {
	if (date === null) return null;
	const [year = 0, month, day = 15] = date.split('-').map(Number);
	return year + (month === undefined ? 0.5 : (month - 1 + day / 31) / 12);
}

/** How many values two ascending lists share. */
function sharedBy(a: Uint32Array, b: Uint32Array): number {
	let shared = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		const [first = 0, second = 0] = [a[i], b[j]];
		if (first === second) shared += 1;
		if (first <= second) i += 1;
		if (second <= first) j += 1;
	}
	return shared;
}

/**
 * The ten nearest of every paper with the parts that their score is the sum of: the cosines of concepts and of text,
 * each times its share. Equally near ones go by how near in time they are, undated ones last. Two papers that share so
 * little that the score is nothing are not related.
 */
export function relatedPapers(papers: readonly Paper[], ties: Ties, nearest: NearestPapers): Related[] {
	const dates = papers.map(({ date }) => years(date));
	const found: Related[] = [];
	for (const [index, paper] of papers.entries()) {
		const from = nearest.offsets[index] ?? 0;
		const own = dates[index] ?? null;
		const others = [...nearest.papers.subarray(from, nearest.offsets[index + 1] ?? 0)].map((other, at) => {
			const [concepts, text] = [nearest.concepts[from + at] ?? 0, nearest.text[from + at] ?? 0];
			const date = dates[other] ?? null;
			const shares = [nearness.shares.concepts * concepts, nearness.shares.text * text];
			const inSteps = (count: number) => shares.map((share) => Math.round(count * share));
			return {
				other,
				told: inSteps(steps.told),
				near: inSteps(steps.compared).reduce((sum, each) => sum + each),
				apart: own === null || date === null ? Infinity : Math.abs(own - date)
			};
		});
		others.sort(
			(a, b) => b.near - a.near || (a.apart === b.apart ? 0 : a.apart - b.apart) || a.other - b.other
		);
		for (const { other, told } of others.slice(0, relatedPerPaper).sort((a, b) => a.other - b.other)) {
			const [concepts = 0, text = 0] = told;
			const related = papers[other];
			if (!related || concepts + text === 0) continue;
			found.push({
				paper: paper.id,
				related: related.id,
				score: (concepts + text) / steps.told,
				shared: sharedBy(listOf(ties.ofPaper, index), listOf(ties.ofPaper, other)),
				concepts: concepts / steps.told,
				text: text / steps.told
			});
		}
	}
	return found;
}

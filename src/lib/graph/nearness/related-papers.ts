import type { Related } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { nearness } from '#lib/graph/constants/nearness.ts';
import { listOf, type Ties } from '#lib/graph/ties.ts';
import { citationTies, type Citations } from './citations.ts';
import { productsOf, type NearestPapers, type Terms } from './nearest-papers.ts';

/** Related papers of each paper at most. */
export const relatedPerPaper = 10;

/**
 * Parts, and so scores, go in twentieths: an addition that moves a cosine by less changes nothing that is stored, and
 * those who look equally near are, so that time decides.
 */
const steps = 20;

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

interface Cited {
	citations: Citations;
	/** Concepts and text, for pairs that citations tie and that are not among the nearest. */
	terms: [concepts: Terms, text: Terms];
}

interface Tied {
	other: number;
	concepts: number;
	text: number;
	/** How much citations tie them, 0 to 1. */
	cites: number;
}

/** The nearest of a paper, and what citations tie it to. */
function tiedTo(paper: number, nearest: NearestPapers, { citations, terms }: Cited): Tied[] {
	const ties = citationTies(citations, paper);
	const [from, to] = [nearest.offsets[paper] ?? 0, nearest.offsets[paper + 1] ?? 0];
	const found: Tied[] = [];
	for (let at = from; at < to; at += 1) {
		const other = nearest.papers[at] ?? 0;
		const [concepts, text] = [nearest.concepts[at] ?? 0, nearest.text[at] ?? 0];
		found.push({ other, concepts, text, cites: ties.get(other) ?? 0 });
		ties.delete(other);
	}
	const further = [...ties.keys()].sort((a, b) => a - b);
	const [concepts, text] = terms.map((part) => productsOf(part, paper, further));
	for (const [at, other] of further.entries())
		found.push({
			other,
			concepts: Math.min(1, concepts?.[at] ?? 0),
			text: Math.min(1, text?.[at] ?? 0),
			cites: ties.get(other) ?? 0
		});
	return found;
}

/**
 * The ten nearest of every paper with the parts that their score is the sum of: the cosines of concepts and of text,
 * each times its share, and what citations make up for of the rest. Equally near ones go by how near in time they are,
 * undated ones last. Two papers that share so little that the score is nothing are not related.
 */
export function relatedPapers(
	papers: readonly Paper[],
	ties: Ties,
	nearest: NearestPapers,
	cited: Cited
): Related[] {
	const dates = papers.map(({ date }) => years(date));
	const found: Related[] = [];
	for (const [index, paper] of papers.entries()) {
		const own = dates[index] ?? null;
		const others = tiedTo(index, nearest, cited).map(({ other, concepts, text, cites }) => {
			const date = dates[other] ?? null;
			const shares = [nearness.shares.concepts * concepts, nearness.shares.text * text];
			const rest = 1 - shares.reduce((sum, each) => sum + each);
			shares.push(Math.max(0, rest) * nearness.citation * cites);
			const told = shares.map((share) => Math.round(steps * share));
			return {
				other,
				told,
				near: told.reduce((sum, each) => sum + each),
				apart: own === null || date === null ? Infinity : Math.abs(own - date)
			};
		});
		others.sort(
			(a, b) => b.near - a.near || (a.apart === b.apart ? 0 : a.apart - b.apart) || a.other - b.other
		);
		for (const { other, told } of others.slice(0, relatedPerPaper).sort((a, b) => a.other - b.other)) {
			const [concepts = 0, text = 0, cites = 0] = told;
			const related = papers[other];
			if (!related || concepts + text + cites === 0) continue;
			found.push({
				paper: paper.id,
				related: related.id,
				score: (concepts + text + cites) / steps,
				shared: sharedBy(listOf(ties.ofPaper, index), listOf(ties.ofPaper, other)),
				concepts: concepts / steps,
				text: text / steps,
				cites: cites / steps
			});
		}
	}
	return found;
}

import { nearness } from '#lib/graph/constants/nearness.ts';

/** How much a term tells that so many papers have; the number counts in coarse steps. */
export function rarity(papers: number): number {
	const { first, factor } = nearness.steps;
	const step = papers < first ? 0 : 1 + Math.floor(Math.log(papers / first) / Math.log(factor));
	return Math.log1p(nearness.scale / factor ** step);
}

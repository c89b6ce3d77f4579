import type { DrawnKind, NeighbourSort } from '#lib/domain/view.ts';

/** What is not its own name with an s, for one of it and for many. */
const words: Partial<Record<DrawnKind | NeighbourSort, [one: string, many: string]>> = {
	related: ['related paper', 'related papers'],
	cites: ['paper that it cites', 'papers that it cites'],
	citedBy: ['paper that cites it', 'papers that cite it'],
	broader: ['broader concept', 'broader concepts'],
	narrower: ['narrower concept', 'narrower concepts'],
	theory: ['theory', 'theories'],
	other: ['other concept', 'other concepts']
};

/** What a kind, or a sort of neighbours, is called: one of it, and many. */
export function sortWords(sort: DrawnKind | NeighbourSort): [one: string, many: string] {
	return words[sort] ?? [sort, `${sort}s`];
}

import type { Cites } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** Who cites whom inside a corpus, papers by their numbers; every list ascends. */
export interface Citations {
	cites: number[][];
	citedBy: number[][];
}

/** Papers that cite so many together are looked at for what is cited together: a review of everything ties everything. */
const longestReferences = 400;

/** Every name under which a paper may be cited. */
function namesOf({ id, doi, arxiv, pubmed, otherNames = [] }: Paper): string[] {
	const told = [id, doi, arxiv, pubmed === undefined ? undefined : `pmid:${pubmed}`, ...otherNames];
	return told.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]));
}

/** Who cites whom among papers, by the names that their sources tell. A name that two have is the first one's. */
export function findCitations(papers: readonly Paper[]): Citations {
	const known = new Map<string, number>();
	for (const [number, paper] of papers.entries())
		for (const name of namesOf(paper)) if (!known.has(name)) known.set(name, number);
	const citedBy = papers.map((): number[] => []);
	const cites = papers.map((paper, number) => {
		const found = (paper.cites ?? []).flatMap((name) => known.get(name.toLowerCase()) ?? []);
		return [...new Set(found)].filter((cited) => cited !== number).sort((a, b) => a - b);
	});
	for (const [number, cited] of cites.entries()) for (const other of cited) citedBy[other]?.push(number);
	return { cites, citedBy };
}

/** The relationships of these citations, in the order of the papers. */
export function citationsOf(papers: readonly Paper[], { cites }: Citations): Cites[] {
	return cites.flatMap((list, number) =>
		list.flatMap((other) => {
			const [paper, cited] = [papers[number], papers[other]];
			return paper && cited ? [{ paper: paper.id, cited: cited.id }] : [];
		})
	);
}

/**
 * How much citations tie one paper to others, 0 to 1, by their numbers: 1 where one cites the other, else how often both
 * are cited together, as the cosine of who cites them (co-citation: Small 1973).
 */
export function citationTies({ cites, citedBy }: Citations, paper: number): Map<number, number> {
	const together = new Map<number, number>();
	const own = citedBy[paper] ?? [];
	for (const citing of own) {
		const list = cites[citing] ?? [];
		if (list.length > longestReferences) continue;
		for (const other of list) if (other !== paper) together.set(other, (together.get(other) ?? 0) + 1);
	}
	const ties = new Map<number, number>();
	for (const [other, count] of together)
		ties.set(other, count / Math.sqrt(own.length * (citedBy[other]?.length ?? 1)));
	for (const other of [...(cites[paper] ?? []), ...own]) ties.set(other, 1);
	return ties;
}

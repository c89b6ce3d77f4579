import type { Graph } from '#lib/domain/graph.ts';

/** The concept with most papers in the wide sense: its own papers, and all with those of what is narrower. */
export function wideSenseOf(graph: Graph) {
	const papersOf = (id: string) =>
		graph.mentions.filter(({ concept }) => concept === id).map(({ paper }) => paper);
	const narrower = (id: string): string[] =>
		graph.broader
			.filter(({ broader }) => broader === id)
			.flatMap((each) => [each.narrower, ...narrower(each.narrower)]);
	const [widest] = graph.concepts
		.map(({ id, papers: own }) => ({
			id,
			own,
			papers: new Set<string>([id, ...narrower(id)].flatMap(papersOf))
		}))
		.sort((a, b) => b.papers.size - b.own - (a.papers.size - a.own));
	if (!widest) throw new Error('there is no concept');
	return widest;
}

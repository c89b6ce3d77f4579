import type { Graph } from '#lib/domain/graph.ts';
import { mostHeldConcepts, newestShare } from '#lib/domain/history/constants/fading.ts';
import type { Holdings } from '#lib/domain/history/holdings.ts';
import { compare } from '#lib/domain/order.ts';

/**
 * What a graph holds, as far as later ones are compared with it: the papers of every topic and of the strongest concepts,
 * and how many of the newest papers mention these. The newest are the latest fifth of the dated papers; all of the day
 * that the fifth ends with are among them.
 */
export function holdingsOf({ papers, concepts, mentions, topics }: Graph): Holdings {
	const dates = papers.flatMap(({ date }) => (date === null ? [] : [date])).sort((a, b) => compare(b, a));
	const from = dates[Math.ceil(dates.length * newestShare) - 1] ?? null;
	const newest = new Set(
		papers.flatMap(({ id, date }) => (from !== null && date !== null && date >= from ? [id] : []))
	);
	const counts = new Map<string, number>();
	for (const { paper, concept } of mentions)
		if (newest.has(paper)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
	const strongest = [...concepts]
		.sort((a, b) => b.papers - a.papers || compare(a.id, b.id))
		.slice(0, mostHeldConcepts);
	return {
		topics: topics.map(({ id, name, level, papers: held }) => ({ id, name, level, papers: held })),
		concepts: strongest.map(({ id, papers: held }) => [id, held, counts.get(id) ?? 0]),
		newest: { papers: newest.size, from }
	};
}

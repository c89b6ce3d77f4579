import { z } from 'zod';
import type { TopicBranch, TopicSummary } from '#lib/domain/answers.ts';
import { nodeRefSchema, type NodeRef } from '#lib/domain/ids.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { overview } from './overview.ts';
import { allYears } from './topic-details.ts';

/** Papers are members of the small topic, or of a large one that is not divided. */
const yearsQuestion = {
	text: `MATCH (t:Topic)<-[:IN_TOPIC]-(p:Paper) WHERE p.year IS NOT NULL
RETURN 'topics/' + t.id AS topic, p.year AS year, count(*) AS papers`,
	row: z.object({ topic: nodeRefSchema, year: z.int(), papers: z.int() })
};

type Years = TopicBranch['years'];

/** Every topic in two levels, the largest first, with its papers in every year of the corpus. */
export async function topicTree(store: Store): Promise<TopicBranch[]> {
	return perGeneration(store, 'topic tree', async () => {
		const [{ topics }, rows, all] = await Promise.all([
			overview(store),
			store.read(yearsQuestion),
			allYears(store)
		]);
		const parents = new Map(topics.map(({ ref, parent }) => [ref, parent]));
		const counts = new Map<NodeRef, Map<number, number>>();
		for (const { topic, year, papers } of rows)
			for (const ref of [topic, parents.get(topic)]) {
				if (!ref) continue;
				const years = counts.get(ref) ?? new Map<number, number>();
				years.set(year, (years.get(year) ?? 0) + papers);
				counts.set(ref, years);
			}
		const yearsOf = (ref: NodeRef): Years =>
			[...all].map(([year, papers]) => ({ year, papers: counts.get(ref)?.get(year) ?? 0, all: papers }));
		const withYears = (topic: TopicSummary) => ({ ...topic, years: yearsOf(topic.ref) });
		// They come by level and by papers.
		return topics
			.filter(({ level }) => level === 1)
			.map((large) => ({
				...withYears(large),
				small: topics.filter(({ parent }) => parent === large.ref).map(withYears)
			}));
	});
}

import { z } from 'zod';
import {
	conceptSummarySchema,
	paperSummarySchema,
	topicDetailsSchema,
	topicSummarySchema,
	type TopicDetails
} from '#lib/domain/answers.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { conceptSummary, paperSummary, topicSummary } from './summaries.ts';

const within = 'MATCH (t:Topic {id: $id})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-';

const topicQuestion = {
	text: `MATCH (t:Topic {id: $id})
CALL (t) { OPTIONAL MATCH (t)<-[:PART_OF]-(s:Topic) WITH s ORDER BY s.papers DESC, s.id
	RETURN collect(${topicSummary('s')}) AS small }
RETURN ${topicSummary('t')} AS topic, t.id AS id, t.terms AS terms, small`,
	row: z.object({
		topic: topicSummarySchema,
		id: z.string(),
		terms: z.array(z.string()),
		small: z.array(topicSummarySchema)
	})
};
const strongestQuestion = {
	text: `${within}(c:Concept) WITH c ORDER BY c.papers DESC, c.id LIMIT 20 RETURN ${conceptSummary('c')} AS concept`,
	row: z.object({ concept: conceptSummarySchema })
};
const newestQuestion = {
	text: `${within}(p:Paper) WITH p ORDER BY coalesce(p.date, '') DESC, p.id LIMIT 20
RETURN ${paperSummary('p')} AS paper`,
	row: z.object({ paper: paperSummarySchema })
};
const yearsQuestion = {
	text: `${within}(p:Paper) WHERE p.year IS NOT NULL RETURN p.year AS year, count(*) AS papers ORDER BY year`,
	row: z.object({ year: z.int(), papers: z.int() })
};
const allYearsQuestion = {
	text: 'MATCH (p:Paper) WHERE p.year IS NOT NULL RETURN p.year AS year, count(*) AS papers ORDER BY year',
	row: z.object({ year: z.int(), papers: z.int() })
};
/** The homes of other topics' papers that speak of this topic's strongest concepts. */
const nearQuestion = {
	text: `${within}(c:Concept) WITH t, c ORDER BY c.papers DESC, c.id LIMIT 30
MATCH (c)<-[:MENTIONS]-(:Paper)-[:IN_TOPIC]->(s:Topic)
WITH t, c, CASE t.level WHEN 1 THEN coalesce(head([(s)-[:PART_OF]->(l) | l]), s) ELSE s END AS other
WHERE other <> t
WITH other, count(DISTINCT c) AS shared, count(*) AS mentions ORDER BY mentions DESC, other.id LIMIT 6
RETURN ${topicSummary('other')} AS topic, shared`,
	row: z.object({ topic: topicSummarySchema, shared: z.int() })
};

/** The papers of every year. */
export async function allYears(store: Store): Promise<Map<number, number>> {
	return perGeneration(
		store,
		'years',
		async () => new Map((await store.read(allYearsQuestion)).map(({ year, papers }) => [year, papers]))
	);
}

/** All of one topic. Throws NotFoundError. */
export async function topicDetails(store: Store, id: string): Promise<TopicDetails> {
	return perGeneration(store, `topic ${id}`, async (): Promise<TopicDetails> => {
		const [[found], strongest, newest, years, all, near] = await Promise.all([
			store.read(topicQuestion, { id }),
			store.read(strongestQuestion, { id }),
			store.read(newestQuestion, { id }),
			store.read(yearsQuestion, { id }),
			allYears(store),
			store.read(nearQuestion, { id })
		]);
		if (!found)
			throw new NotFoundError(
				`There is no topic "${id}".`,
				'It may have gone with an update: look at the map.'
			);
		return topicDetailsSchema.parse({
			...found.topic,
			id: found.id,
			terms: found.terms,
			small: found.small,
			strongest: strongest.map(({ concept }) => concept),
			newest: newest.map(({ paper }) => paper),
			years: years.map(({ year, papers }) => ({ year, papers, all: all.get(year) ?? papers })),
			near: near.map(({ topic, shared }) => ({ ...topic, shared }))
		});
	});
}

import { z } from 'zod';
import {
	conceptSummarySchema,
	paperConceptSchema,
	paperDetailsSchema,
	paperSummarySchema,
	relatedPaperSchema,
	type PaperDetails
} from '#lib/domain/answers.ts';
import { placesFrom } from '#lib/domain/places.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { conceptSummary, homeTopic, paperSummary } from './summaries.ts';

const paperQuestion = {
	text: `MATCH (p:Paper {id: $id})
RETURN ${paperSummary('p', ['.id', '.abstract', '.url', '.authors', '.comments', '.source', `topic: ${homeTopic('p')}`])} AS paper`,
	row: z.object({
		paper: paperDetailsSchema.omit({
			concepts: true,
			related: true,
			cites: true,
			citesTotal: true,
			citedBy: true,
			citedByTotal: true
		})
	})
};

const mentionRow = z.object({
	concept: conceptSummarySchema,
	mention: paperConceptSchema.pick({ weight: true, count: true, introduced: true }),
	starts: z.array(z.int()),
	ends: z.array(z.int())
});
const conceptsQuestion = {
	text: `MATCH (p:Paper {id: $id})-[m:MENTIONS]->(c:Concept)
RETURN ${conceptSummary('c')} AS concept, m.starts AS starts, m.ends AS ends,
	{weight: m.weight, count: m.count, introduced: EXISTS { (p)-[:INTRODUCES]->(c) }} AS mention
ORDER BY mention.introduced DESC, m.weight DESC, c.id`,
	row: mentionRow
};

/** The shared concepts that few papers mention say most about why two papers are related. */
const relatedQuestion = {
	text: `MATCH (p:Paper {id: $id})-[r:RELATED]->(o:Paper)
CALL (p, o) { MATCH (p)-[:MENTIONS]->(c:Concept)<-[:MENTIONS]-(o) WITH c ORDER BY c.papers, c.id
	RETURN collect(${conceptSummary('c')}) AS common }
RETURN {paper: ${paperSummary('o')}, score: r.score, concepts: r.concepts, text: r.text, cites: coalesce(r.cites, 0),
	shared: common[..8], sharedTotal: size(common)} AS related
ORDER BY r.score DESC, o.id`,
	row: z.object({ related: relatedPaperSchema })
};

/** Papers of a list of citations at most. */
const mostCited = 50;

/** What a paper cites, or what cites it: `(p)-[:CITES]->(o:Paper)`. */
function citedQuestion(pattern: string) {
	return {
		text: `MATCH (p:Paper {id: $id}) MATCH ${pattern}
WITH o ORDER BY o.date DESC, o.id
RETURN collect(${paperSummary('o')})[..${mostCited}] AS papers, count(o) AS total`,
		row: z.object({ papers: z.array(paperSummarySchema), total: z.int() })
	};
}

/** All of one paper. Throws NotFoundError. */
export async function paperDetails(store: Store, id: string): Promise<PaperDetails> {
	return perGeneration(store, `paper ${id}`, async () => {
		const [[found], concepts, related, cites, citedBy] = await Promise.all([
			store.read(paperQuestion, { id }),
			store.read(conceptsQuestion, { id }),
			store.read(relatedQuestion, { id }),
			store.read(citedQuestion('(p)-[:CITES]->(o:Paper)'), { id }),
			store.read(citedQuestion('(p)<-[:CITES]-(o:Paper)'), { id })
		]);
		if (!found)
			throw new NotFoundError(
				`There is no paper "${id}".`,
				'It may have gone with an update: search for its title.'
			);
		return {
			...found.paper,
			cites: cites[0]?.papers ?? [],
			citesTotal: cites[0]?.total ?? 0,
			citedBy: citedBy[0]?.papers ?? [],
			citedByTotal: citedBy[0]?.total ?? 0,
			concepts: concepts.map(({ concept, mention, starts, ends }) => ({
				...concept,
				...mention,
				spans: placesFrom({ starts, ends })
			})),
			related: related.map((row) => row.related)
		};
	});
}

import { z } from 'zod';
import {
	conceptDetailsSchema,
	conceptSummarySchema,
	nearConceptSchema,
	paperSummarySchema,
	type ConceptDetails
} from '#lib/domain/answers.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import type { Store } from '#lib/server/store.ts';
import { evidenceOf, evidenceRowSchema } from './evidence-rows.ts';
import { perGeneration } from './generation.ts';
import { conceptSummary, homeTopic, paperSummary } from './summaries.ts';

const perPage = 20;

const conceptQuestion = {
	text: `MATCH (c:Concept {id: $id})
RETURN c {ref: 'concepts/' + c.id, .id, .name, .label, .kind, .papers, .aliases, .firstDate, .lastDate,
	topic: ${homeTopic('c')}} AS concept,
	[(c)<-[:INTRODUCES]-(p) | ${paperSummary('p')}] AS introducedBy,
	[(c)-[:BROADER]->(b) | ${conceptSummary('b')}] AS broader,
	[(c)<-[:BROADER]-(n) | ${conceptSummary('n')}] AS narrower,
	COUNT { (c)-[:CO_OCCURS]-() } AS nearestTotal`,
	row: z.object({
		concept: conceptDetailsSchema.pick({
			...{ ref: true, id: true, name: true, label: true, kind: true, papers: true },
			...{ aliases: true, firstDate: true, lastDate: true, topic: true }
		}),
		introducedBy: z.array(paperSummarySchema),
		broader: z.array(conceptSummarySchema),
		narrower: z.array(conceptSummarySchema),
		nearestTotal: z.int()
	})
};
const nearestQuestion = {
	text: `MATCH (c:Concept {id: $id})-[r:CO_OCCURS]-(n:Concept)
WITH n, r ORDER BY r.papers DESC, r.npmi DESC, n.id LIMIT 20
RETURN n {ref: 'concepts/' + n.id, .name, .label, .kind, .papers, shared: r.papers, npmi: r.npmi} AS near`,
	row: z.object({ near: nearConceptSchema })
};
const evidenceQuestion = {
	text: `MATCH (:Concept {id: $id})<-[m:MENTIONS]-(p:Paper)
WITH p, m ORDER BY coalesce(p.date, '') DESC, p.id SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN ${paperSummary('p')} AS paper, p.abstract AS abstract, m.starts AS starts, m.ends AS ends`,
	row: evidenceRowSchema
};

function byPapers(a: { papers: number; ref: string }, b: { papers: number; ref: string }): number {
	return b.papers - a.papers || (a.ref < b.ref ? -1 : 1);
}

/** All of one concept, with one page (from 1) of its evidence. Throws NotFoundError. */
export async function conceptDetails(store: Store, id: string, page: number): Promise<ConceptDetails> {
	return perGeneration(store, `concept ${page} ${id}`, async () => {
		const [[found], nearest, evidence] = await Promise.all([
			store.read(conceptQuestion, { id }),
			store.read(nearestQuestion, { id }),
			store.read(evidenceQuestion, { id, skip: (page - 1) * perPage, limit: perPage })
		]);
		if (!found)
			throw new NotFoundError(
				`There is no concept "${id}".`,
				'It may have gone with an update: search for it.'
			);
		const { concept, introducedBy, broader, narrower, nearestTotal } = found;
		return {
			...concept,
			introducedBy,
			broader: broader.sort(byPapers),
			narrower: narrower.sort(byPapers),
			nearest: nearest.map(({ near }) => near),
			nearestTotal,
			evidence: evidence.map(evidenceOf),
			page,
			pages: Math.max(1, Math.ceil(concept.papers / perPage))
		};
	});
}

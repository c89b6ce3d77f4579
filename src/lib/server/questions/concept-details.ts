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
	COUNT { (c)-[:CO_OCCURS]-() } AS nearestTotal,
	COUNT { MATCH (p:Paper)-[:MENTIONS]->(:Concept)-[:BROADER*0..]->(c) RETURN DISTINCT p } AS papersWithNarrower`,
	row: z.object({
		concept: conceptDetailsSchema.pick({
			...{ ref: true, id: true, name: true, label: true, kind: true, papers: true },
			...{ aliases: true, firstDate: true, lastDate: true, topic: true }
		}),
		introducedBy: z.array(paperSummarySchema),
		broader: z.array(conceptSummarySchema),
		narrower: z.array(conceptSummarySchema),
		nearestTotal: z.int(),
		papersWithNarrower: z.int()
	})
};
const nearestQuestion = {
	text: `MATCH (c:Concept {id: $id})-[r:CO_OCCURS]-(n:Concept)
WITH n, r ORDER BY r.papers DESC, r.npmi DESC, n.id LIMIT 20
RETURN n {ref: 'concepts/' + n.id, .name, .label, .kind, .papers, shared: r.papers, npmi: r.npmi} AS near`,
	row: z.object({ near: nearConceptSchema })
};
/** Every place of one paper in one row, also those of what is narrower. */
function evidenceQuestion(narrower: boolean) {
	return {
		text: `MATCH (:Concept {id: $id})<-[:BROADER*0..${narrower ? '' : 0}]-(n:Concept) WITH DISTINCT n
MATCH (n)<-[m:MENTIONS]-(p:Paper)
WITH p, collect(m) AS mentions ORDER BY coalesce(p.date, '') DESC, p.id SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN ${paperSummary('p')} AS paper, p.abstract AS abstract,
	reduce(all = [], m IN mentions | all + m.starts) AS starts, reduce(all = [], m IN mentions | all + m.ends) AS ends`,
		row: evidenceRowSchema
	};
}

function byPapers(a: { papers: number; ref: string }, b: { papers: number; ref: string }): number {
	return b.papers - a.papers || (a.ref < b.ref ? -1 : 1);
}

export interface EvidencePage {
	/** From 1. */
	page: number;
	/** Papers that speak of what is narrower, too. */
	narrower: boolean;
}

/** All of one concept, with one page of its evidence. Throws NotFoundError. */
export async function conceptDetails(
	store: Store,
	id: string,
	{ page, narrower: isWide }: EvidencePage = { page: 1, narrower: false }
): Promise<ConceptDetails> {
	return perGeneration(store, `concept ${page} ${isWide} ${id}`, async () => {
		const [[found], nearest, evidence] = await Promise.all([
			store.read(conceptQuestion, { id }),
			store.read(nearestQuestion, { id }),
			store.read(evidenceQuestion(isWide), { id, skip: (page - 1) * perPage, limit: perPage })
		]);
		if (!found)
			throw new NotFoundError(
				`There is no concept "${id}".`,
				'It may have gone with an update: search for it.'
			);
		const { concept, introducedBy, broader, narrower, nearestTotal, papersWithNarrower } = found;
		return {
			...concept,
			introducedBy,
			broader: broader.sort(byPapers),
			narrower: narrower.sort(byPapers),
			nearest: nearest.map(({ near }) => near),
			nearestTotal,
			papersWithNarrower,
			withNarrower: isWide,
			evidence: evidence.map((row) => evidenceOf(row)),
			page,
			pages: Math.max(1, Math.ceil((isWide ? papersWithNarrower : concept.papers) / perPage))
		};
	});
}

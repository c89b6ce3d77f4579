import { z } from 'zod';
import { conceptSummarySchema, paperSummarySchema, type RelatedToAll } from '#lib/domain/answers.ts';
import { nodeRef, nodeRefSchema, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { round3 } from '#lib/domain/order.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';
import { conceptSummary, paperSummary } from './summaries.ts';

const setQuestion = {
	text: `MATCH (p:Paper) WHERE p.id IN $ids RETURN ${paperSummary('p')} AS paper`,
	row: z.object({ paper: paperSummarySchema })
};

/**
 * Related is told from one side, of ten at most, and holds for both. Concepts are named by how many of the set mention
 * them, the rarer first.
 */
const relatedQuestion = {
	text: `MATCH (p:Paper)-[r:RELATED]-(o:Paper) WHERE p.id IN $ids AND NOT o.id IN $ids
WITH o, p, max(r.concepts) AS concepts, max(r.text) AS text, max(coalesce(r.cites, 0)) AS cites ORDER BY p.id
WITH o, collect('papers/' + p.id) AS near, sum(concepts) AS concepts, sum(text) AS text, sum(cites) AS cites
WHERE size(near) >= $least
WITH o, near, concepts, text, cites ORDER BY size(near) DESC, concepts + text + cites DESC, o.id LIMIT toInteger($limit)
CALL (o) { MATCH (o)-[:MENTIONS]->(c:Concept)<-[:MENTIONS]-(p:Paper) WHERE p.id IN $ids
	WITH c, count(p) AS members ORDER BY members DESC, c.papers, c.id RETURN collect(${conceptSummary('c')}) AS common }
RETURN ${paperSummary('o')} AS paper, near, concepts, text, cites, common[..8] AS shared, size(common) AS sharedTotal`,
	row: z.object({
		paper: paperSummarySchema,
		near: z.array(nodeRefSchema),
		concepts: z.number(),
		text: z.number(),
		cites: z.number(),
		shared: z.array(conceptSummarySchema),
		sharedTotal: z.int()
	})
};

/**
 * The papers that are related to more than half of a set, those of most of it first, with the parts of their scores
 * summed over the set. What of the set is not there is told, and does not count.
 */
export async function relatedToAll(
	store: Store,
	refs: readonly NodeRef[],
	limit: number
): Promise<RelatedToAll> {
	const set = [...new Set(refs)];
	return perGeneration(store, `related ${limit} ${JSON.stringify(set)}`, async () => {
		const ids = set.map(splitRef).flatMap(({ collection, id }) => (collection === 'papers' ? [id] : []));
		const found = new Map((await store.read(setQuestion, { ids })).map(({ paper }) => [paper.ref, paper]));
		const of = set.flatMap((ref) => found.get(ref) ?? []);
		const least = Math.floor(of.length / 2) + 1;
		const members = ids.filter((id) => found.has(nodeRef('papers', id)));
		const rows = await store.read(relatedQuestion, { ids: members, least, limit });
		return {
			of,
			gone: set.filter((ref) => !found.has(ref)),
			least,
			related: rows.map(({ concepts, text, cites, ...row }) => ({
				...row,
				score: round3(concepts + text + cites),
				concepts: round3(concepts),
				text: round3(text),
				cites: round3(cites)
			}))
		};
	});
}

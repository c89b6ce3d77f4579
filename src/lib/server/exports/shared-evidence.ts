import { z } from 'zod';
import type { Evidence } from '#lib/domain/answers.ts';
import { evidenceOf, evidenceRowSchema } from '#lib/server/questions/evidence-rows.ts';
import { paperSummary } from '#lib/server/questions/summaries.ts';
import type { Store } from '#lib/server/store.ts';
import { relationshipKey } from './exported-graph.ts';
import type { ViewGraph } from './view-graph.ts';

/** Papers that are told of each pair of concepts; how many there are is told as well. */
const perPair = 3;

/** ```cypher
 * UNWIND $pairs AS pair
 * CALL (pair) { MATCH (:Concept {id: pair[0]})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(:Concept {id: pair[1]}) … LIMIT 3 }
 * RETURN pair, paper, abstract, starts, ends, other
 * ``` */
const question = {
	text: `UNWIND $pairs AS pair
CALL (pair) {
	MATCH (:Concept {id: pair[0]})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(:Concept {id: pair[1]})
	WITH p, m, n ORDER BY coalesce(p.date, '') DESC, p.id LIMIT ${perPair}
	RETURN ${paperSummary('p')} AS paper, p.abstract AS abstract, m.starts AS starts, m.ends AS ends,
		n {.starts, .ends} AS other
}
RETURN pair, paper, abstract, starts, ends, other`,
	row: evidenceRowSchema.extend({
		pair: z.tuple([z.string(), z.string()]),
		other: evidenceRowSchema.pick({ starts: true, ends: true })
	})
};

/** The newest papers behind each co-occurrence of a view, with the sentence of each that says both, by the key of the relationship. */
export async function sharedEvidence(store: Store, graph: ViewGraph): Promise<Map<string, Evidence[]>> {
	const coOccurs = graph.relationshipList.filter(({ type }) => type === 'CO_OCCURS');
	const idOf = (key: string) => key.slice('Concept/'.length);
	const byPair = new Map(
		coOccurs.map((tie) => [`${idOf(tie.start)} ${idOf(tie.end)}`, relationshipKey(tie)])
	);
	const pairs = coOccurs.map(({ start, end }) => [idOf(start), idOf(end)]);
	const found = new Map<string, Evidence[]>();
	if (pairs.length === 0) return found;
	for (const { pair, other, ...row } of await store.read(question, { pairs })) {
		const key = byPair.get(pair.join(' ')) ?? '';
		found.set(key, [...(found.get(key) ?? []), evidenceOf(row, other)]);
	}
	return found;
}

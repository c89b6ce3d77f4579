import { z } from 'zod';
import { conceptSummarySchema, paperSummarySchema } from '#lib/domain/answers.ts';
import { NotFoundError } from '#lib/domain/errors.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { nodeRef, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { tieSchema, type LineDetails } from '#lib/domain/line.ts';
import type { Store } from '#lib/server/store.ts';
import { evidenceOf, evidenceRowSchema } from './evidence-rows.ts';
import { perGeneration } from './generation.ts';
import { conceptSummary, paperSummary } from './summaries.ts';

const mostEvidence = 20;
const mostShared = 12;

const summaryOf = { concepts: conceptSummary, papers: paperSummary };
const endSchema = z.union([conceptSummarySchema, paperSummarySchema]);

/** Both ends and every relationship between them, whichever way it goes. */
function tiesQuestion(from: NodeRef, to: NodeRef) {
	const [a, b] = [splitRef(from).collection, splitRef(to).collection] as ('concepts' | 'papers')[];
	const ref = "CASE WHEN n:Paper THEN 'papers/' ELSE 'concepts/' END + n.id";
	return {
		text: `MATCH (a:${labelOf[a ?? 'papers']} {id: $from}), (b:${labelOf[b ?? 'papers']} {id: $to})
OPTIONAL MATCH (a)-[r:MENTIONS|INTRODUCES|CO_OCCURS|BROADER|CITES|RELATED]-(b)
WITH a, b, r, startNode(r) AS n ORDER BY type(r), n.id
WITH a, b, collect(CASE WHEN r IS NULL THEN null ELSE {type: type(r), rule: r.rule, from: ${ref},
	weight: toFloat(coalesce(r.weight, r.npmi, r.score)),
	parts: CASE WHEN r:RELATED THEN {concepts: toFloat(r.concepts), text: toFloat(r.text), cites: toFloat(coalesce(r.cites, 0))} ELSE null END} END) AS ties
RETURN ${summaryOf[a ?? 'papers']('a')} AS first, ${summaryOf[b ?? 'papers']('b')} AS second, ties`,
		row: z.object({ first: endSchema, second: endSchema, ties: z.array(tieSchema) })
	};
}

const mention = {
	text: `MATCH (p:Paper {id: $paper})-[m:MENTIONS]->(:Concept {id: $concept})
RETURN ${paperSummary('p')} AS paper, p.abstract AS abstract, m.starts AS starts, m.ends AS ends`,
	row: evidenceRowSchema
};
const pair = {
	text: `MATCH (:Concept {id: $from})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(:Concept {id: $to})
WITH p, m, n ORDER BY m.weight + n.weight DESC, p.id LIMIT ${mostEvidence}
RETURN ${paperSummary('p')} AS paper, p.abstract AS abstract, m.starts AS starts, m.ends AS ends,
	{starts: n.starts, ends: n.ends} AS other`,
	row: evidenceRowSchema.extend({ other: evidenceRowSchema.pick({ starts: true, ends: true }) })
};
const pairCount = {
	text: `MATCH (:Concept {id: $from})<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(:Concept {id: $to})
RETURN count(p) AS papers`,
	row: z.object({ papers: z.int() })
};
const sharedConcepts = {
	text: `MATCH (:Paper {id: $from})-[:MENTIONS]->(c:Concept)<-[:MENTIONS]-(:Paper {id: $to})
RETURN ${conceptSummary('c')} AS concept ORDER BY c.papers, c.id LIMIT ${mostShared}`,
	row: z.object({ concept: conceptSummarySchema })
};

type Behind = Pick<LineDetails, 'papers' | 'evidence' | 'shared'>;

async function behind(store: Store, from: NodeRef, to: NodeRef): Promise<Behind> {
	const ends = [splitRef(from), splitRef(to)] as const;
	const given = { from: ends[0].id, to: ends[1].id };
	const papers = ends.filter(({ collection }) => collection === 'papers');
	if (papers.length === 2) {
		const shared = await store.read(sharedConcepts, given);
		return { papers: 0, evidence: [], shared: shared.map(({ concept }) => concept) };
	}
	if (papers.length === 1) {
		const concept = ends.find(({ collection }) => collection === 'concepts')?.id;
		const rows = await store.read(mention, { paper: papers[0]?.id, concept });
		return { papers: rows.length, evidence: rows.map((row) => evidenceOf(row)), shared: [] };
	}
	const [[count], rows] = await Promise.all([store.read(pairCount, given), store.read(pair, given)]);
	const evidence = rows.map(({ other, ...row }) => evidenceOf(row, other));
	return { papers: count?.papers ?? 0, evidence, shared: [] };
}

/** What ties two nodes of the map. Throws NotFoundError when one is gone, or is a topic. */
export async function lineDetails(store: Store, from: NodeRef, to: NodeRef): Promise<LineDetails> {
	const [start, end] = [splitRef(from), splitRef(to)];
	const refs = [nodeRef(start.collection, start.id), nodeRef(end.collection, end.id)].join(' ');
	return perGeneration(store, `line ${refs}`, async () => {
		const isTopic = [start, end].some(({ collection }) => collection === 'topics');
		const [row] = isTopic ? [] : await store.read(tiesQuestion(from, to), { from: start.id, to: end.id });
		if (!row)
			throw new NotFoundError(
				`There is no line between ${from} and ${to}.`,
				'One of them may have gone with an update: search for it.'
			);
		return {
			ends: [row.first, row.second],
			ties: row.ties,
			...(await behind(store, from, to))
		};
	});
}

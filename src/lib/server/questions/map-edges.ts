import { z } from 'zod';
import { nodeRefSchema, type NodeRef } from '#lib/domain/ids.ts';
import { edgeTypes, type MapEdge } from '#lib/domain/map-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { idsOf } from './map-nodes.ts';

const edgeRow = z.object({
	source: nodeRefSchema,
	target: nodeRefSchema,
	type: z.enum(edgeTypes),
	weight: z.number(),
	papers: z.int()
});

/**
 * Citations are drawn among all papers of a picture, and a corpus of one school cites itself everywhere: so many leave
 * room for the mentions that hold the picture together.
 */
const mostCitations = 60;

/** One question per type, between papers and concepts that are in the picture. */
const questions = {
	mentions: `MATCH (p:Paper)-[r:MENTIONS]->(c:Concept) WHERE p.id IN $papers AND c.id IN $concepts
RETURN 'papers/' + p.id AS source, 'concepts/' + c.id AS target,
	CASE WHEN EXISTS { (p)-[:INTRODUCES]->(c) } THEN 'INTRODUCES' ELSE 'MENTIONS' END AS type,
	toFloat(r.weight) AS weight, 1 AS papers`,
	coOccurs: `MATCH (a:Concept)-[r:CO_OCCURS]->(b:Concept) WHERE a.id IN $first AND b.id IN $concepts
RETURN 'concepts/' + a.id AS source, 'concepts/' + b.id AS target, type(r) AS type,
	toFloat(r.npmi) AS weight, r.papers AS papers
UNION
MATCH (a:Concept)<-[r:CO_OCCURS]-(b:Concept) WHERE a.id IN $first AND b.id IN $concepts
RETURN 'concepts/' + b.id AS source, 'concepts/' + a.id AS target, type(r) AS type,
	toFloat(r.npmi) AS weight, r.papers AS papers`,
	broader: `MATCH (a:Concept)-[r:BROADER]->(b:Concept) WHERE a.id IN $concepts AND b.id IN $concepts
RETURN 'concepts/' + a.id AS source, 'concepts/' + b.id AS target, type(r) AS type, 1.0 AS weight, 1 AS papers`,
	cites: `MATCH (a:Paper)-[r:CITES]->(b:Paper) WHERE a.id IN $papers AND b.id IN $papers
WITH a, b, r, a.id IN $first OR b.id IN $first AS near ORDER BY near DESC, a.id, b.id LIMIT ${mostCitations}
RETURN 'papers/' + a.id AS source, 'papers/' + b.id AS target, type(r) AS type, 0.5 AS weight, 1 AS papers`,
	related: `MATCH (a:Paper)-[r:RELATED]->(b:Paper) WHERE a.id IN $first AND b.id IN $papers
RETURN 'papers/' + a.id AS source, 'papers/' + b.id AS target, type(r) AS type,
	toFloat(r.score) AS weight, 1 AS papers`
};

async function ask(store: Store, text: string, parameters: object): Promise<MapEdge[]> {
	const rows = await store.read({ text, row: edgeRow }, { ...parameters });
	return rows.map((row) => ({ ...row, id: `${row.source} ${row.type} ${row.target}` }));
}

/**
 * Every edge that could be drawn between `refs`: mentions, introductions and citations among all of them; co-occurrence,
 * broader and related ones only where they touch one of `focus` (all of them for a picture without papers).
 * A pair has one edge: the introduction before the mention, the mention before any other, the citation before what is
 * only related; of two papers that cite each other the first one's.
 */
export async function edgesAmong(store: Store, refs: NodeRef[], focus: NodeRef[]): Promise<MapEdge[]> {
	const { concepts, papers } = idsOf(refs);
	const first = idsOf(focus);
	const asked = await Promise.all([
		papers.length > 0 ? ask(store, questions.mentions, { papers, concepts }) : [],
		first.concepts.length > 0 ? ask(store, questions.broader, { concepts }) : [],
		first.concepts.length > 0 ? ask(store, questions.coOccurs, { first: first.concepts, concepts }) : [],
		papers.length > 1 ? ask(store, questions.cites, { first: first.papers, papers }) : [],
		first.papers.length > 0 ? ask(store, questions.related, { first: first.papers, papers }) : []
	]);
	const inFocus = new Set<NodeRef>(focus);
	const byPair = new Map<string, MapEdge>();
	for (const edge of asked.flat()) {
		if (edge.type === 'BROADER' && !inFocus.has(edge.source) && !inFocus.has(edge.target)) continue;
		const pair = [edge.source, edge.target].sort().join(' ');
		if (!byPair.has(pair)) byPair.set(pair, edge);
	}
	return [...byPair.values()];
}

import { z } from 'zod';
import { NotFoundError } from '#lib/domain/errors.ts';
import { nodeRefSchema, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import { assemblePicture } from '#lib/server/answers/assemble-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { generation, perGeneration } from './generation.ts';
import { edgesAmong } from './map-edges.ts';
import { placedNodes } from './map-nodes.ts';
import { mostPapers } from './most-papers.ts';

interface Near {
	/** Nearest first, without the node itself. */
	refs: NodeRef[];
	/** How many concepts and papers there are around it. */
	concepts: number;
	papers: number;
	by: string;
}

const nearRow = z.object({
	refs: z.array(nodeRefSchema),
	concepts: z.int(),
	papers: z.int()
});

/** Papers that introduce it first, then those that speak most of it; concepts by shared papers. */
const ofConcept = {
	text: `MATCH (c:Concept {id: $id})
CALL (c) { MATCH (c)<-[m:MENTIONS]-(p:Paper)
	WITH p, m.weight + CASE WHEN EXISTS { (p)-[:INTRODUCES]->(c) } THEN 1 ELSE 0 END AS rank
	ORDER BY rank DESC, p.id LIMIT toInteger($papers) RETURN collect('papers/' + p.id) AS papers }
CALL (c) { MATCH (c)-[r:CO_OCCURS]-(n:Concept) WITH n, r ORDER BY r.papers DESC, r.npmi DESC, n.id
	LIMIT toInteger($concepts) RETURN collect('concepts/' + n.id) AS near }
RETURN near + papers AS refs, COUNT { (c)-[:CO_OCCURS]-() } AS concepts, c.papers AS papers`,
	row: nearRow
};
const ofPaper = {
	text: `MATCH (p:Paper {id: $id})
CALL (p) { MATCH (p)-[m:MENTIONS]->(c:Concept) WITH c, m ORDER BY m.weight DESC, c.id LIMIT toInteger($concepts)
	RETURN collect('concepts/' + c.id) AS mentioned }
CALL (p) { MATCH (p)-[r:RELATED]->(o:Paper) WITH o, r ORDER BY r.score DESC, o.id LIMIT toInteger($papers)
	RETURN collect('papers/' + o.id) AS related }
RETURN mentioned + related AS refs, COUNT { (p)-[:MENTIONS]->() } AS concepts, COUNT { (p)-[:RELATED]->() } AS papers`,
	row: nearRow
};
const ofTopic = {
	text: `MATCH (t:Topic {id: $id})
CALL (t) { MATCH (t)<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(c:Concept) WITH c ORDER BY c.papers DESC, c.id
	LIMIT toInteger($concepts) RETURN collect('concepts/' + c.id) AS refs }
RETURN refs, t.concepts AS concepts, t.papers AS papers`,
	row: nearRow
};

/** The nearest concepts and papers of a node. Throws NotFoundError. */
export async function neighboursOf(
	store: Store,
	ref: NodeRef,
	most: { concepts: number; papers: number } = { concepts: 40, papers: 60 }
): Promise<Near> {
	const { collection, id } = splitRef(ref);
	const question = { concepts: ofConcept, papers: ofPaper, topics: ofTopic }[collection];
	const concepts = collection === 'concepts' ? Math.min(14, most.concepts) : most.concepts;
	const [near] = await store.read(question, { id, concepts, papers: most.papers });
	if (!near)
		throw new NotFoundError(`There is no ${ref}.`, 'It may have gone with an update: search for it.');
	return { ...near, by: collection === 'concepts' ? 'shared papers' : 'weight' };
}

/** A node and its `limit` nearest neighbours at most, with the edges among them. Throws NotFoundError. */
export async function neighbours(store: Store, ref: NodeRef, limit: number): Promise<MapPicture> {
	return perGeneration(store, `neighbours ${limit} ${ref}`, async () => {
		const near = await neighboursOf(store, ref, { concepts: Math.min(limit, 60), papers: limit });
		const refs: NodeRef[] = [ref, ...near.refs.slice(0, limit)];
		const [nodes, edges] = await Promise.all([placedNodes(store, refs), edgesAmong(store, refs, [ref])]);
		const picture = assemblePicture(nodes, edges, [ref]);
		const shown = {
			concepts: picture.nodes.filter(({ id, kind }) => kind !== 'paper' && id !== ref).length,
			papers: picture.nodes.filter(({ id, kind }) => kind === 'paper' && id !== ref).length
		};
		return {
			scope: ref,
			generation: await generation(store),
			...picture,
			stacks: [],
			shown: shown.concepts + shown.papers,
			total: near.concepts + near.papers,
			concepts: { shown: shown.concepts, total: near.concepts },
			papers: { shown: shown.papers, total: near.papers },
			by: near.by,
			most: await mostPapers(store)
		};
	});
}

import { z } from 'zod';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { mapNodeSchema, type MapNode } from '#lib/domain/map-picture.ts';
import type { Store } from '#lib/server/store.ts';

/** `degree`: papers that mention the concept, concepts that the paper mentions. */
const placedNodeSchema = mapNodeSchema.omit({ more: true }).extend({ degree: z.int() });
export type PlacedNode = z.infer<typeof placedNodeSchema>;

const conceptsQuestion = {
	text: `MATCH (c:Concept) WHERE c.id IN $ids
RETURN c {id: 'concepts/' + c.id, name: c.label, title: c.name, .kind, .papers, .x, .y, .step, date: c.firstDate,
	topic: head([(c)-[:IN_TOPIC]->(t) | t.id]), introduced: EXISTS { (c)<-[:INTRODUCES]-() }, degree: c.papers} AS node`,
	row: z.object({ node: placedNodeSchema })
};
const papersQuestion = {
	text: `MATCH (p:Paper) WHERE p.id IN $ids
RETURN p {id: 'papers/' + p.id, name: trim(split(p.title, ':')[0]), .title, kind: 'paper', papers: 1, .x, .y, .step,
	.date, topic: head([(p)-[:IN_TOPIC]->(t) | t.id]), introduced: false, degree: COUNT { (p)-[:MENTIONS]->() }} AS node`,
	row: z.object({ node: placedNodeSchema })
};

/** The papers and concepts of `refs` with what the map draws of them, in that order; others are left out. */
export async function placedNodes(store: Store, refs: NodeRef[]): Promise<PlacedNode[]> {
	const { concepts, papers } = idsOf(refs);
	const [placedConcepts, placedPapers] = await Promise.all([
		concepts.length > 0 ? store.read(conceptsQuestion, { ids: concepts }) : [],
		papers.length > 0 ? store.read(papersQuestion, { ids: papers }) : []
	]);
	const byRef = new Map([...placedConcepts, ...placedPapers].map(({ node }) => [node.id, node]));
	return refs.flatMap((ref) => byRef.get(ref) ?? []);
}

/** References by collection, as plain ids. */
export function idsOf(refs: Iterable<NodeRef>): { concepts: string[]; papers: string[]; topics: string[] } {
	const ids = { concepts: [] as string[], papers: [] as string[], topics: [] as string[] };
	for (const ref of refs) {
		const { collection, id } = splitRef(ref);
		ids[collection].push(id);
	}
	return ids;
}

/** A node as the map draws it; `adjacent` counts its neighbours in the picture. */
export function mapNode({ degree, ...node }: PlacedNode, adjacent: number): MapNode {
	return { ...node, more: Math.max(0, degree - adjacent) };
}

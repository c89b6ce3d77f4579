import { z } from 'zod';
import { nodeRefSchema, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { kinds } from '#lib/domain/kind.ts';
import type { NeighbourSort } from '#lib/domain/view.ts';
import type { Store } from '#lib/server/store.ts';

const mostGrown = 30;

/** How the neighbours of each sort are reached from `n`, the node, and which of them come first. */
interface Sort {
	pattern: string;
	ref: string;
	order: string;
}

const byShared = 'r.papers DESC, r.npmi DESC, o.id';
/** Those first that most of the corpus builds on. */
const mostCited = 'COUNT { (o)<-[:CITES]-() } DESC, o.id';
const concept = "'concepts/' + o.id";
const paper = "'papers/' + o.id";

function sortsOf(collection: string): Partial<Record<NeighbourSort, Sort>> {
	if (collection === 'papers') {
		const mentioned = (kind: string): Sort => ({
			pattern: `(n)-[r:MENTIONS]->(o:Concept {kind: '${kind}'})`,
			ref: concept,
			order: 'r.weight DESC, o.id'
		});
		return {
			related: { pattern: '(n)-[r:RELATED]->(o:Paper)', ref: paper, order: 'r.score DESC, o.id' },
			cites: { pattern: '(n)-[:CITES]->(o:Paper)', ref: paper, order: mostCited },
			citedBy: { pattern: '(n)<-[:CITES]-(o:Paper)', ref: paper, order: mostCited },
			...Object.fromEntries(kinds.map((kind) => [kind, mentioned(kind)]))
		};
	}
	if (collection !== 'concepts') return {};
	const together = (kind: string): Sort => ({
		pattern: `(n)-[r:CO_OCCURS]-(o:Concept {kind: '${kind}'})`,
		ref: concept,
		order: byShared
	});
	return {
		paper: { pattern: '(n)<-[r:MENTIONS]-(o:Paper)', ref: paper, order: 'r.weight DESC, o.id' },
		broader: { pattern: '(n)-[r:BROADER]->(o:Concept)', ref: concept, order: 'o.papers DESC, o.id' },
		narrower: { pattern: '(n)<-[r:BROADER]-(o:Concept)', ref: concept, order: 'o.papers DESC, o.id' },
		...Object.fromEntries(kinds.map((kind) => [kind, together(kind)]))
	};
}

const labelled = (collection: string) => (collection === 'papers' ? 'n:Paper' : 'n:Concept');

/** How many neighbours of each sort a concept or paper has; those without any are left out. */
export async function countNeighbours(
	store: Store,
	node: NodeRef
): Promise<{ sort: NeighbourSort; count: number }[]> {
	const { collection, id } = splitRef(node);
	const sorts = Object.entries(sortsOf(collection)) as [NeighbourSort, Sort][];
	if (sorts.length === 0) return [];
	const counts = sorts.map(([sort, { pattern }]) => `${sort}: COUNT { ${pattern} }`);
	const [row] = await store.read(
		{
			text: `MATCH (${labelled(collection)} {id: $id}) RETURN {${counts.join(', ')}} AS counts`,
			row: z.object({ counts: z.record(z.string(), z.int()) })
		},
		{ id }
	);
	return sorts.flatMap(([sort]) => {
		const count = row?.counts[sort] ?? 0;
		return count > 0 ? [{ sort, count }] : [];
	});
}

/** The first neighbours of one sort, thirty at most; none of a node that is gone, or that has no such sort. */
export async function neighboursOfSort(store: Store, node: NodeRef, sort: NeighbourSort): Promise<NodeRef[]> {
	const { collection, id } = splitRef(node);
	const way = sortsOf(collection)[sort];
	if (!way) return [];
	const rows = await store.read(
		{
			text: `MATCH (${labelled(collection)} {id: $id}) MATCH ${way.pattern}
RETURN ${way.ref} AS ref ORDER BY ${way.order} LIMIT ${mostGrown}`,
			row: z.object({ ref: nodeRefSchema })
		},
		{ id }
	);
	return rows.map(({ ref }) => ref);
}

import { z } from 'zod';
import { nodeRefSchema, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { View } from '#lib/domain/view.ts';
import { idsOf } from '#lib/server/questions/map-nodes.ts';
import { movedNode } from '#lib/server/questions/moved-node.ts';
import type { Store } from '#lib/server/store.ts';

/** So many missing nodes of an address are looked for under another name; a longer list is hostile or of another graph. */
const mostMoved = 50;

const there = {
	text: `MATCH (c:Concept) WHERE c.id IN $concepts RETURN 'concepts/' + c.id AS ref
UNION MATCH (p:Paper) WHERE p.id IN $papers RETURN 'papers/' + p.id AS ref
UNION MATCH (t:Topic) WHERE t.id IN $topics RETURN 'topics/' + t.id AS ref`,
	row: z.object({ ref: nodeRefSchema })
};

function refsOf({ only, open, hidden, pinned, moved, grown }: View): NodeRef[] {
	return [
		...only,
		...open,
		...hidden,
		...pinned,
		...moved.map(({ node }) => node),
		...grown.map(({ node }) => node)
	];
}

/**
 * The view of an address as this graph knows it: nodes of its lists that were merged since are those that took them in,
 * those that are gone are left out and named. What is selected and the scope are answered by their own pages.
 */
export async function presentView(store: Store, view: View): Promise<{ view: View; gone: NodeRef[] }> {
	const refs = [...new Set(refsOf(view))];
	if (refs.length === 0) return { view, gone: [] };
	const known = new Set((await store.read(there, idsOf(refs))).map(({ ref }) => ref));
	const missing = refs.filter((ref) => !known.has(ref));
	const leads = new Map<NodeRef, NodeRef>();
	for (const ref of missing.slice(0, mostMoved)) {
		const now = splitRef(ref).collection === 'topics' ? null : await movedNode(store, ref);
		if (now) leads.set(ref, now);
	}
	const now = (ref: NodeRef) => (known.has(ref) ? ref : leads.get(ref));
	const list = (given: NodeRef[]) => [...new Set(given.flatMap((ref) => now(ref) ?? []))];
	const each = <Item extends { node: NodeRef }>(given: Item[]) =>
		given.flatMap((item) => {
			const node = now(item.node);
			return node ? [{ ...item, node }] : [];
		});
	return {
		view: {
			...view,
			only: list(view.only),
			open: list(view.open),
			hidden: list(view.hidden),
			pinned: list(view.pinned),
			moved: each(view.moved),
			grown: each(view.grown)
		},
		gone: missing.filter((ref) => !leads.has(ref))
	};
}

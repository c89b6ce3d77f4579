import { z } from 'zod';
import { NotFoundError } from '#lib/domain/errors.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { nodeRef, nodeRefSchema, splitRef, type Collection } from '#lib/domain/ids.ts';
import type { Store } from '#lib/server/store.ts';
import { movedNode } from './moved-node.ts';
import type { NamedNode } from './named-node.ts';
import { search } from './search.ts';

const nameRow = z.object({ name: z.string() });
const words: Record<Collection, string> = { papers: 'paper', concepts: 'concept', topics: 'topic' };
/** Candidates that are told where a name is not enough: more nobody reads in a sentence. */
const mostTold = 5;

const folded = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/**
 * The one node that was picked: by its reference (`concepts/ID`), by its id, or by exactly what it is called where
 * nothing else is called so. A name is never taken for another. Throws NotFoundError, which tells what may be meant.
 */
export async function exactNode(store: Store, text: string, collection: Collection): Promise<NamedNode> {
	const wanted = text.trim();
	const given = nodeRefSchema.safeParse(wanted);
	const ref =
		given.success && splitRef(given.data).collection === collection
			? given.data
			: nodeRef(collection, wanted);
	const now = (await movedNode(store, ref)) ?? ref;
	const [row] = await store.read(
		{
			text: `MATCH (n:${labelOf[collection]} {id: $id}) RETURN coalesce(n.label, n.title, n.name) AS name`,
			row: nameRow
		},
		{ id: splitRef(now).id }
	);
	if (row) return { ref: now, name: row.name };
	const { hits, near } = await search(store, wanted, 20);
	const found = hits.filter((hit) => splitRef(hit.ref).collection === collection);
	const called = found.filter(
		({ name, matched }) => folded(name) === folded(wanted) || folded(matched ?? '') === folded(wanted)
	);
	const [only] = called;
	if (only && called.length === 1) return { ref: only.ref, name: only.name };
	const word = words[collection];
	const meant = (called.length > 1 ? called : [...found, ...near])
		.filter((hit) => splitRef(hit.ref).collection === collection)
		.slice(0, mostTold)
		.map((hit) => `${hit.name} (${hit.ref})`)
		.join('; ');
	throw new NotFoundError(
		called.length > 1
			? `More than one ${word} is called "${wanted}".`
			: `No ${word} is called exactly "${wanted}".`,
		meant === '' ? 'Choose one of those that are suggested as you type.' : `Choose one: ${meant}.`
	);
}

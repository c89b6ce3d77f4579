import { z } from 'zod';
import { NotFoundError } from '#lib/domain/errors.ts';
import { labelOf } from '#lib/domain/graph-model.ts';
import { nodeRef, nodeRefSchema, splitRef, type Collection, type NodeRef } from '#lib/domain/ids.ts';
import type { Store } from '#lib/server/store.ts';
import { movedNode } from './moved-node.ts';
import { search } from './search.ts';

/** A node as its page is named, and as a person reads it. */
export interface NamedNode {
	ref: NodeRef;
	name: string;
}

const nameRow = z.object({ name: z.string() });

/** The name of a node: a concept's label, a paper's title, a topic's name. Null for a node that is not there. */
async function nameOf(store: Store, ref: NodeRef): Promise<string | null> {
	const { collection, id } = splitRef(ref);
	const text = `MATCH (n:${labelOf[collection]} {id: $id}) RETURN coalesce(n.label, n.title, n.name) AS name`;
	const [row] = await store.read({ text, row: nameRow }, { id });
	return row?.name ?? null;
}

const words: Record<Collection, string> = { papers: 'paper', concepts: 'concept', topics: 'topic' };

/**
 * The node that a person named: by its reference (`concepts/ID`), by its id, or by what it is called, in which case
 * the best hit of the search counts. Throws NotFoundError.
 */
export async function namedNode(store: Store, text: string, collections: Collection[]): Promise<NamedNode> {
	const wanted = text.trim();
	const given = nodeRefSchema.safeParse(wanted);
	const refs = given.success ? [given.data] : collections.map((each) => nodeRef(each, wanted));
	for (const ref of refs) {
		if (!collections.includes(splitRef(ref).collection)) continue;
		const now = (await movedNode(store, ref)) ?? ref;
		const name = await nameOf(store, now);
		if (name !== null) return { ref: now, name };
	}
	const { hits } = await search(store, wanted, 8);
	const [best] = hits
		.filter(({ ref }) => collections.includes(splitRef(ref).collection))
		.sort((a, b) => b.score - a.score);
	if (best) return { ref: best.ref, name: best.name };
	throw new NotFoundError(
		`There is no ${collections.map((each) => words[each]).join(' or ')} called "${wanted}".`,
		'Choose one of those that are suggested as you type.'
	);
}

/** The nodes that texts name, each once; a text that names none is in `unknown`, cut to what can be shown. */
export async function namedNodes(
	store: Store,
	texts: readonly string[],
	collections: Collection[]
): Promise<{ nodes: NamedNode[]; unknown: string[] }> {
	const nodes = new Map<NodeRef, NamedNode>();
	const unknown: string[] = [];
	for (const text of texts.filter((each) => each.trim() !== '')) {
		try {
			const node = await namedNode(store, text, collections);
			nodes.set(node.ref, node);
		} catch (failure) {
			if (!(failure instanceof NotFoundError)) throw failure;
			unknown.push(text.length > 100 ? `${text.slice(0, 100)} …` : text);
		}
	}
	return { nodes: [...nodes.values()], unknown };
}

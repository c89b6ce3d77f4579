import { z } from 'zod';
import { labelOf } from '#lib/domain/graph-model.ts';
import { nodeRef, nodeRefSchema, pagePath, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { Store } from '#lib/server/store.ts';

const idRow = z.object({ id: z.string() });

/** The node that took in the one which had this name, or null: for none, and for one that is there. */
export async function movedNode(store: Store, ref: NodeRef): Promise<NodeRef | null> {
	const { collection, id } = splitRef(ref);
	const label = labelOf[collection];
	const [row] = await store.read(
		{
			text: `MATCH (n:${label}) WHERE $id IN n.formerIds AND NOT EXISTS { (:${label} {id: $id}) }
RETURN n.id AS id ORDER BY id LIMIT 1`,
			row: idRow
		},
		{ id }
	);
	return row ? nodeRef(collection, row.id) : null;
}

/** A parameter that may name a node, with whatever follows the name: `concepts/grpo~12~40`. */
function splitValue(value: string): { ref: NodeRef; rest: string } | null {
	const [name = '', ...rest] = value.split('~');
	const ref = nodeRefSchema.safeParse(name);
	return ref.success ? { ref: ref.data, rest: rest.map((part) => `~${part}`).join('') } : null;
}

/** The node whose page or answer a path is, with what stands before it: `/api`, or nothing. */
function splitPath(path: string): { before: string; ref: NodeRef } | null {
	const [, before = '', name = ''] = /^(\/api)?\/(.+)$/.exec(path) ?? [];
	try {
		const ref = nodeRefSchema.safeParse(decodeURIComponent(name));
		return ref.success ? { before, ref: ref.data } : null;
	} catch {
		return null;
	}
}

/**
 * Where an address leads that names nodes which others took in, in its path or in its parameters: the same address with
 * the names of today. Null where it names none.
 */
export async function movedAddress(store: Store, url: URL): Promise<string | null> {
	const moved = new URL(url);
	const at = splitPath(url.pathname);
	const to = at && (await movedNode(store, at.ref));
	if (at && to) moved.pathname = at.before + pagePath(to);
	const parameters = new URLSearchParams();
	let isChanged = to !== null;
	for (const [name, value] of url.searchParams) {
		const given = splitValue(value);
		const now = given && (await movedNode(store, given.ref));
		isChanged ||= now !== null;
		parameters.append(name, given && now ? now + given.rest : value);
	}
	moved.search = parameters.toString();
	return isChanged ? moved.pathname + moved.search : null;
}

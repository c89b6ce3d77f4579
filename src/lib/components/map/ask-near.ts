import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';

/** A node with its neighbours and the lines among them, nearest first. */
export type Near = Pick<MapPicture, 'nodes' | 'edges'>;

const most = 60;

/** Asks the server what is near a node, each node once; nothing where it does not answer. */
export function askNear(): (node: NodeRef) => Promise<Near> {
	const known = new Map<NodeRef, Promise<Near>>();
	const nothing: Near = { nodes: [], edges: [] };
	async function ask(node: NodeRef): Promise<Near> {
		const response = await fetch(`/api/neighbors?of=${encodeURIComponent(node)}&limit=${most}`);
		return response.ok ? ((await response.json()) as MapPicture) : nothing;
	}
	return (node) => {
		const asked = known.get(node) ?? ask(node).catch(() => nothing);
		known.set(node, asked);
		return asked;
	};
}

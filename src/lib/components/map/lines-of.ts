import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapEdge, MapPicture } from '#lib/domain/map-picture.ts';

const most = 60;

/** Asks the server for the lines of a node, each node once; none where it does not answer. */
export function askLines(): (node: NodeRef) => Promise<MapEdge[]> {
	const known = new Map<NodeRef, Promise<MapEdge[]>>();
	async function ask(node: NodeRef): Promise<MapEdge[]> {
		const response = await fetch(`/api/neighbors?of=${encodeURIComponent(node)}&limit=${most}`);
		return response.ok ? ((await response.json()) as MapPicture).edges : [];
	}
	return (node) => {
		const asked = known.get(node) ?? ask(node).catch(() => []);
		known.set(node, asked);
		return asked;
	};
}

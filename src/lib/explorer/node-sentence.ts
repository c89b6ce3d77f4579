import { counted } from '#lib/domain/counted.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapNode, MapPicture } from '#lib/domain/map-picture.ts';
import { compare } from '#lib/domain/order.ts';

const named = 3;

/** The neighbours of a node in a picture, those of the strongest line first. */
export function neighboursIn(picture: Pick<MapPicture, 'nodes' | 'edges'>, node: NodeRef): MapNode[] {
	const byId = new Map(picture.nodes.map((other) => [other.id, other]));
	const strongest = new Map<NodeRef, number>();
	for (const { source, target, weight } of picture.edges) {
		if (source !== node && target !== node) continue;
		const other = source === node ? target : source;
		strongest.set(other, Math.max(strongest.get(other) ?? 0, weight));
	}
	return [...strongest]
		.sort(([a, x], [b, y]) => y - x || compare(a, b))
		.flatMap(([id]) => byId.get(id) ?? []);
}

/** What a screen reader says of a node: `GRPO, method, 9 papers, nearest: reinforcement learning`. */
export function nodeSentence(picture: Pick<MapPicture, 'nodes' | 'edges'>, ref: NodeRef): string {
	const node = picture.nodes.find(({ id }) => id === ref);
	if (!node) return '';
	const near = neighboursIn(picture, ref)
		.slice(0, named)
		.map(({ name }) => name);
	const isPaper = splitRef(ref).collection === 'papers';
	const parts = isPaper
		? [node.title, 'paper', ...(node.date ? [node.date] : [])]
		: [node.name, node.kind, counted(node.papers, 'paper')];
	if (near.length > 0) parts.push(`nearest: ${near.join(', ')}`);
	return parts.join(', ');
}

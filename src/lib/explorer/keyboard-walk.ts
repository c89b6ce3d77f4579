import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapEdge, MapNode } from '#lib/domain/map-picture.ts';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const headings: Record<Direction, [number, number]> = {
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0]
};

/** Wider than this off the arrow's direction is another direction. */
const widestAngle = Math.PI / 3;

/**
 * The node that an arrow key leads to: the neighbour whose line points nearest to that direction; where no line
 * does, the closest node there. Null at the rim of the map.
 */
export function walk(
	from: NodeRef,
	direction: Direction,
	picture: { nodes: MapNode[]; edges: MapEdge[] }
): NodeRef | null {
	const start = picture.nodes.find(({ id }) => id === from);
	if (!start) return picture.nodes[0]?.id ?? null;
	const [dx, dy] = headings[direction];
	const joined = new Set(
		picture.edges.flatMap(({ source, target }) =>
			source === from ? [target] : target === from ? [source] : []
		)
	);
	const ahead = picture.nodes.flatMap((node) => {
		const [x, y] = [node.x - start.x, node.y - start.y];
		const distance = Math.hypot(x, y);
		if (node.id === from || distance === 0) return [];
		const angle = Math.acos(Math.max(-1, Math.min(1, (x * dx + y * dy) / distance)));
		return angle < widestAngle ? [{ id: node.id, angle, distance }] : [];
	});
	const byLine = ahead
		.filter(({ id }) => joined.has(id))
		.sort((a, b) => a.angle - b.angle || a.distance - b.distance);
	const byNearness = ahead.sort(
		(a, b) => a.distance * (1 + a.angle) - b.distance * (1 + b.angle) || (a.id < b.id ? -1 : 1)
	);
	return byLine[0]?.id ?? byNearness[0]?.id ?? null;
}

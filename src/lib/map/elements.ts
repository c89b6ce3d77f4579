import type { ElementDefinition } from 'cytoscape';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import type { View } from '#lib/domain/view.ts';
import { placeOfStack } from './place.ts';

/** How many nodes and edges an element list holds may never pass `maximumElements`: the picture sees to it. */
export function elementsOf(
	picture: Pick<MapPicture, 'nodes' | 'edges' | 'stacks'>,
	view: Pick<View, 'moved' | 'hidden' | 'pinned'>
): ElementDefinition[] {
	const moved = new Map(view.moved.map(({ node, x, y }) => [node, { x, y }]));
	const hidden = new Set(view.hidden);
	const pinned = new Set(view.pinned);
	const nodes = picture.nodes.filter(({ id }) => !hidden.has(id));
	const drawn = new Set(nodes.map(({ id }) => id));
	const stacks = picture.stacks.filter(({ of }) => drawn.has(of));
	const largest = Math.max(1, ...stacks.map(({ papers }) => papers));
	return [
		...nodes.map((node, rank): ElementDefinition => ({
			group: 'nodes',
			data: { ...node, rank, pinned: pinned.has(node.id) },
			position: moved.get(node.id) ?? { x: node.x, y: node.y }
		})),
		...picture.edges
			.filter(({ source, target }) => drawn.has(source) && drawn.has(target))
			.map((edge): ElementDefinition => ({ group: 'edges', data: { ...edge } })),
		...stacks.map((stack): ElementDefinition => ({
			group: 'nodes',
			data: { ...placeOfStack(stack), rank: Infinity },
			position: { x: stack.x, y: stack.y }
		})),
		...stacks.map(({ id, of, papers }): ElementDefinition => ({
			group: 'edges',
			data: { id: `ray ${id}`, source: of, target: id, type: 'RAY', weight: papers / largest, papers }
		}))
	];
}

import type { Core, NodeCollection, NodeSingular } from 'cytoscape';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import { boxAround, type WorldBox } from './camera.ts';
import type { Land } from './land.ts';

function boxOfTopic({ box: [left = 0, top = 0, right = 0, bottom = 0] }: MapTopic): WorldBox {
	return [left, top, right, bottom];
}

function boxOfNodes(nodes: NodeCollection, x: number, y: number): WorldBox | null {
	return boxAround(
		nodes.toArray().map((node): WorldBox => {
			const at = node.position();
			return [at.x - x, at.y - y, at.x + x, at.y + y];
		})
	);
}

/** Where a scope lies: a topic's islands or land, the land of all topics, or the places around a concept or paper. */
export function scopeBox(cy: Core, lands: Land[], scope: MapScope): WorldBox | null {
	const isPlace = scope !== 'corpus' && splitRef(scope).collection !== 'topics';
	if (isPlace || lands.length === 0) return boxOfNodes(cy.nodes(), 30, 30);
	const parts = lands.filter(({ topic }) => topic.parent === scope);
	const entered = parts.length > 0 ? parts : lands.filter(({ topic }) => topic.id === scope);
	return boxAround((entered.length > 0 ? entered : lands).map(({ topic }) => boxOfTopic(topic)));
}

/** Where these nodes lie, with room for their labels; null when none is drawn. */
export function markedBox(cy: Core, nodes: NodeRef[]): WorldBox | null {
	const wanted = new Set<string>(nodes);
	return boxOfNodes(
		cy
			.nodes()
			.filter((node) => wanted.has(node.id()))
			.nodes(),
		60,
		40
	);
}

/** The share of a node's neighbours that its frame holds: the furthest ones would make it a frame of sea. */
const framed = 0.8;
/** They are left out only where that makes the frame so many times smaller. */
const sparse = 1.7;
/** So many neighbours are never left out. */
const fewNeighbours = 6;

/**
 * Where a node and its neighbours lie, with room for their labels; without the few that lie far out, and without
 * the stacks of a hub, which stand all over the map. Null when it is not drawn.
 */
export function selectionBox(cy: Core, selected: NodeRef | null): WorldBox | null {
	const centre = cy.getElementById(selected ?? '');
	if (centre.empty() || !centre.isNode()) return null;
	const at = centre.position();
	const away = (node: NodeSingular) => Math.hypot(node.position().x - at.x, node.position().y - at.y);
	const near = centre
		.openNeighborhood('node[kind != "stack"]')
		.nodes()
		.sort((a, b) => away(a) - away(b));
	const boxOf = (nodes: typeof near) => boxOfNodes(nodes.nodes().union(centre).nodes(), 60, 30);
	const all = boxOf(near);
	const most = boxOf(near.slice(0, Math.max(fewNeighbours, Math.ceil(near.length * framed))));
	return all && most && sideOf(all) > sparse * sideOf(most) ? most : all;
}

function sideOf([left, top, right, bottom]: WorldBox): number {
	return Math.max(right - left, bottom - top);
}

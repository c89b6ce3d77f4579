import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapEdge, MapNode, MapTopic } from '#lib/domain/map-picture.ts';

/** A node of a map at the origin, named by its id; `given` is what a test asks about. */
export function mapNode(id: NodeRef, given: Partial<MapNode> = {}): MapNode {
	const { collection, id: name } = splitRef(id);
	return {
		...{ id, name, title: name, kind: collection === 'papers' ? 'paper' : 'method', papers: 1, x: 0, y: 0 },
		...{ step: 0, topic: null, introduced: false, date: null, more: 0 },
		...given
	};
}

export function mapEdge(source: NodeRef, target: NodeRef, given: Partial<MapEdge> = {}): MapEdge {
	const type = given.type ?? 'MENTIONS';
	return { id: `${source} ${type} ${target}`, source, target, type, weight: 0.5, papers: 1, ...given };
}

/** A topic in a box, with its middle there and no land; one with a parent is small. */
export function mapTopic(
	name: string,
	box: [left: number, top: number, right: number, bottom: number],
	given: Partial<MapTopic> = {}
): MapTopic {
	const [left, top, right, bottom] = box;
	return {
		...{ id: `topics/${name}`, name, terms: [], level: given.parent ? 2 : 1, parent: null, box },
		...{ papers: 10, concepts: 5, x: (left + right) / 2, y: (top + bottom) / 2 },
		...{ coast: [], farCoast: [], anchors: [] },
		...given
	};
}

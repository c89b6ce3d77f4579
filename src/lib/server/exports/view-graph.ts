import { z } from 'zod';
import { labelOf, type RelationshipType } from '#lib/domain/graph-model.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapEdge, MapPicture } from '#lib/domain/map-picture.ts';
import { compare } from '#lib/domain/order.ts';
import type { View } from '#lib/domain/view.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import { consistently } from '#lib/server/questions/generation.ts';
import { idsOf } from '#lib/server/questions/map-nodes.ts';
import type { Store } from '#lib/server/store.ts';
import {
	homeQuestion,
	nodeKey,
	relationshipKey,
	sortedProperties,
	type ExportedGraph,
	type ExportedNode,
	type ExportedRelationship,
	type Home
} from './exported-graph.ts';

const nodeRow = z.object({ id: z.string(), properties: z.record(z.string(), z.unknown()) });
const tieRow = z.object({
	start: z.string(),
	end: z.string(),
	properties: z.record(z.string(), z.unknown())
});

/** Nodes by id: `MATCH (n:Paper) WHERE n.id IN $ids RETURN …`. */
async function readNodes(store: Store, label: string, ids: string[]): Promise<ExportedNode[]> {
	if (ids.length === 0) return [];
	const text = `MATCH (n:${label}) WHERE n.id IN $ids RETURN n.id AS id, properties(n) AS properties ORDER BY id`;
	const rows = await store.read({ text, row: nodeRow }, { ids });
	return rows.map(({ id, properties }) => ({ label, id, properties: sortedProperties(properties) }));
}

function keyOfRef(ref: NodeRef): string {
	const { collection, id } = splitRef(ref);
	return nodeKey({ label: labelOf[collection], id });
}

/** The relationships that edges of one type stand for; all of them tie nodes of the same two labels. */
async function readTies(
	store: Store,
	type: RelationshipType,
	edges: MapEdge[]
): Promise<ExportedRelationship[]> {
	const [first] = edges;
	if (!first) return [];
	const labelAt = (ref: NodeRef) => labelOf[splitRef(ref).collection];
	const [from, to] = [labelAt(first.source), labelAt(first.target)];
	const text = `UNWIND $pairs AS pair MATCH (a:${from} {id: pair[0]})-[r:${type}]->(b:${to} {id: pair[1]})
RETURN a.id AS start, b.id AS end, properties(r) AS properties`;
	const pairs = edges.map(({ source, target }) => [splitRef(source).id, splitRef(target).id]);
	const rows = await store.read({ text, row: tieRow }, { pairs });
	return rows.map(({ start, end, properties }) => ({
		type,
		start: nodeKey({ label: from, id: start }),
		end: nodeKey({ label: to, id: end }),
		properties: sortedProperties(properties)
	}));
}

/** A node that a person dragged lies in the file where it lies in the view. */
function movedIn({ moved }: View, nodes: ExportedNode[]): ExportedNode[] {
	const places = new Map(moved.map(({ node, x, y }) => [keyOfRef(node), { x, y }]));
	return nodes.map((node) => ({ ...node, properties: { ...node.properties, ...places.get(nodeKey(node)) } }));
}

/** What a view draws, with all that the store knows of it. */
export interface ViewGraph extends ExportedGraph {
	view: View;
	picture: MapPicture;
	nodeList: ExportedNode[];
	relationshipList: ExportedRelationship[];
}

async function readView(store: Store, view: View): Promise<ViewGraph> {
	const picture = await viewPicture(store, view);
	const { concepts, papers } = idsOf(picture.nodes.map(({ id }) => id));
	const types = [...new Set(picture.edges.map(({ type }) => type))].sort();
	const [conceptNodes, paperNodes, homes, ...ties] = await Promise.all([
		readNodes(store, 'Concept', concepts),
		readNodes(store, 'Paper', papers),
		store.read(homeQuestion('c.id IN $ids'), { ids: concepts, limit: concepts.length }),
		...types.map((type) =>
			readTies(
				store,
				type,
				picture.edges.filter((edge) => edge.type === type)
			)
		)
	]);
	return listedGraph(view, picture, movedIn(view, [...conceptNodes, ...paperNodes]), ties.flat(), homes);
}

function listedGraph(
	view: View,
	picture: MapPicture,
	nodeList: ExportedNode[],
	ties: ExportedRelationship[],
	homes: Home[]
): ViewGraph {
	const relationshipList = ties.sort(
		(a, b) => compare(a.type, b.type) || compare(relationshipKey(a), relationshipKey(b))
	);
	return {
		view,
		picture,
		nodeList,
		relationshipList,
		nodes: (label) => each(nodeList.filter((node) => label === undefined || node.label === label)),
		relationships: (type) =>
			each(relationshipList.filter((relationship) => type === undefined || relationship.type === type)),
		homes: () => each(homes)
	};
}

async function* each<Item>(items: Item[]): AsyncGenerator<Item> {
	await Promise.resolve();
	yield* items;
}

/**
 * What a view draws, 300 elements at most, read from one generation. `more` is asked of the same generation. Throws
 * NotFoundError when the scope is gone, StoreUnavailableError where the graph is replaced again and again.
 */
export async function viewGraph<More>(
	store: Store,
	view: View,
	more: (graph: ViewGraph) => Promise<More>
): Promise<{ graph: ViewGraph; more: More }> {
	const { answer } = await consistently(store, async () => {
		const graph = await readView(store, view);
		return { graph, more: await more(graph) };
	});
	return answer;
}

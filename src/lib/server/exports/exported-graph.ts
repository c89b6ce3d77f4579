import { z } from 'zod';
import type { RelationshipType } from '#lib/domain/graph-model.ts';

export interface ExportedNode {
	label: string;
	id: string;
	/** Sorted by name, without what is unknown. */
	properties: Record<string, unknown>;
}

export interface ExportedRelationship {
	type: RelationshipType;
	/** The nodes it ties, as `Label/id`. */
	start: string;
	end: string;
	properties: Record<string, unknown>;
}

/** The large topic that a concept belongs to; null for one without a topic. */
export const homeRow = z.object({
	concept: z.string(),
	topic: z.object({ id: z.string(), name: z.string() }).nullable()
});
export type Home = z.infer<typeof homeRow>;

/**
 * What an export writes, as it is asked for: the whole graph, or what a view draws. All of it is of one generation, in
 * the same order every time: nodes by label and id, relationships by type, start and end, homes by concept.
 */
export interface ExportedGraph {
	/** All nodes, or those of one label. */
	nodes(label?: string): AsyncIterable<ExportedNode>;
	/** All relationships, or those of one type. */
	relationships(type?: RelationshipType): AsyncIterable<ExportedRelationship>;
	homes(): AsyncIterable<Home>;
}

/** The name of a node in a file: `Label/id`. */
export function nodeKey({ label, id }: Pick<ExportedNode, 'label' | 'id'>): string {
	return `${label}/${id}`;
}

/** The name of a relationship in a file: `Label/id TYPE Label/id`. */
export function relationshipKey({ type, start, end }: ExportedRelationship): string {
	return `${start} ${type} ${end}`;
}

/** What people call a node: a concept's label, a paper's title, a name. */
export function shownName({ id, properties }: ExportedNode): string {
	const { label, title, name } = properties;
	return [label, title, name].find((text) => typeof text === 'string') ?? id;
}

/** Properties by name; the content hash belongs to publishing and not to the graph. */
export function sortedProperties(properties: Record<string, unknown>): Record<string, unknown> {
	const names = Object.keys(properties).filter((name) => name !== 'hash');
	return Object.fromEntries(names.sort().map((name) => [name, properties[name]]));
}

/** The question for the large topics of the concepts that `where` chooses, `$limit` at most. */
export function homeQuestion(where: string): { text: string; row: typeof homeRow } {
	return {
		text: `MATCH (c:Concept) WHERE ${where} WITH c ORDER BY c.id LIMIT toInteger($limit)
OPTIONAL MATCH (c)-[:IN_TOPIC]->(small:Topic)
WITH c, head(collect(coalesce(head([(small)-[:PART_OF]->(large:Topic) | large]), small))) AS topic
RETURN c.id AS concept, topic {.id, .name} AS topic ORDER BY concept`,
		row: homeRow
	};
}

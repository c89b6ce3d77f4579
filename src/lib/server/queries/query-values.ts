import neo4j, { type Node, type Path, type Point, type Relationship } from 'neo4j-driver';
import type { QueryNode, QueryRelationship, QueryValue } from '#lib/domain/answers.ts';
import { nodeRef, type Collection, type NodeRef } from '#lib/domain/ids.ts';

const collectionOf: Record<string, Collection> = { Paper: 'papers', Concept: 'concepts', Topic: 'topics' };
/** Too long for a table, and of no use to a reader. */
const machinery = new Set(['hash', 'search', 'spelling', 'coast', 'farCoast', 'anchors', 'box']);

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function refOf({ labels, properties }: Node): NodeRef | null {
	const collection = labels.map((label) => collectionOf[label]).find((found) => found !== undefined);
	const id = text((properties as Record<string, unknown>)['id']);
	return collection && id !== null ? nodeRef(collection, id) : null;
}

function propertiesOf(properties: object): Record<string, never> {
	return Object.fromEntries(
		Object.entries(properties)
			.filter(([name]) => !machinery.has(name))
			.map(([name, value]) => [name, queryValue(value)])
	) as Record<string, never>;
}

function nodeValue(node: Node): QueryNode {
	const properties = node.properties as Record<string, unknown>;
	const called = text(properties['label']) ?? text(properties['title']) ?? text(properties['name']);
	return {
		node: refOf(node),
		labels: [...node.labels],
		name: called ?? text(properties['id']) ?? node.labels.join(':'),
		kind: text(properties['kind']),
		properties: propertiesOf(properties)
	};
}

function relationshipValue(relationship: Relationship, ends?: [Node, Node]): QueryRelationship {
	return {
		relationship: relationship.type,
		start: ends ? refOf(ends[0]) : null,
		end: ends ? refOf(ends[1]) : null,
		properties: propertiesOf(relationship.properties)
	};
}

function pathValue({ start, segments }: Path): QueryValue {
	return {
		path: [
			nodeValue(start),
			...segments.flatMap((segment) => [
				relationshipValue(segment.relationship, [segment.start, segment.end]),
				nodeValue(segment.end)
			])
		]
	};
}

function pointValue({ srid, x, y, z }: Point<bigint>): QueryValue {
	return {
		srid: queryValue(srid),
		x: queryValue(x),
		y: queryValue(y),
		...(z === undefined ? {} : { z: queryValue(z) })
	};
}

/** Values of the driver that are objects of its own: told by their class, which no map of a query can fake. */
function ownValue(value: object): QueryValue | undefined {
	if (value instanceof neo4j.types.Node) return nodeValue(value as Node);
	if (value instanceof neo4j.types.Relationship) return relationshipValue(value as Relationship);
	if (value instanceof neo4j.types.Path) return pathValue(value as Path);
	if (value instanceof neo4j.types.Point) return pointValue(value as Point<bigint>);
	if (value instanceof neo4j.types.Vector)
		return Array.from(value.asTypedArray() as Iterable<unknown>, queryValue);
	// The driver ends a duration of whole days in a T that nothing follows.
	if (value instanceof neo4j.types.Duration) return value.toString().replace(/T$/, '');
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null
		? undefined
		: (value as { toString(): string }).toString();
}

/**
 * A value of the driver (whole numbers as bigint) as JSON: nodes and relationships with the page they have, points and
 * vectors as what they hold, dates and durations as ISO text, numbers that JSON cannot hold exactly as text.
 */
export function queryValue(value: unknown): QueryValue {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
	if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
	if (Array.isArray(value)) return value.map(queryValue);
	if (typeof value !== 'object') return null;
	return (
		ownValue(value) ??
		Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, queryValue(entry)]))
	);
}

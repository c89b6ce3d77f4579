import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver';
import type { QueryNode, QueryRelationship, QueryValue } from '#lib/domain/answers.ts';
import { nodeRef, type Collection, type NodeRef } from '#lib/domain/ids.ts';

const collectionOf: Record<string, Collection> = { Paper: 'papers', Concept: 'concepts', Topic: 'topics' };
/** Too long for a table, and of no use to a reader. */
const machinery = new Set(['hash', 'search', 'coast', 'farCoast', 'anchors', 'box']);

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

/** A value of the driver as JSON: nodes and relationships with the page they have, dates and points as text. */
export function queryValue(value: unknown): QueryValue {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
	if (typeof value === 'bigint' || neo4j.isInt(value)) return String(value);
	if (Array.isArray(value)) return value.map(queryValue);
	if (neo4j.isNode(value)) return nodeValue(value);
	if (neo4j.isRelationship(value)) return relationshipValue(value);
	if (neo4j.isPath(value)) return pathValue(value);
	const prototype: unknown = Object.getPrototypeOf(value);
	if (typeof value !== 'object') return null;
	if (prototype !== Object.prototype && prototype !== null)
		return (value as { toString(): string }).toString();
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, queryValue(entry)]));
}

/** A JSON value as a parameter: whole numbers are integers there, so that `LIMIT $n` works. */
export function queryParameter(value: unknown): unknown {
	if (typeof value === 'number' && Number.isSafeInteger(value)) return neo4j.int(value);
	if (Array.isArray(value)) return value.map(queryParameter);
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, queryParameter(entry)]));
	return value;
}

import { createHash } from 'node:crypto';
import type { Graph } from '#lib/domain/graph.ts';
import { labelOf, type Label, type RelationshipType } from '#lib/domain/graph-model.ts';
import { nodeRef, splitRef, type Collection, type NodeRef } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

type Scalar = string | number | boolean;
type Properties = Record<string, Scalar | Scalar[]>;

interface RelationshipRecord {
	type: RelationshipType;
	to: { label: Label; id: string };
	properties: Properties;
}

/** A node with the relationships that leave it: what is compared, and replaced, as one. */
export interface NodeRecord {
	label: Label;
	id: string;
	properties: Properties;
	outgoing: RelationshipRecord[];
	/** SHA-256 over the properties, a dot, and over the outgoing relationships: first 12 hex digits of each. */
	hash: string;
	/** How long all of it is as JSON: by that its place on a disk is guessed. */
	length: number;
}

/** Neo4j holds no null: what is unknown is absent. */
function known(values: Record<string, Scalar | Scalar[] | null | undefined>): Properties {
	return Object.fromEntries(
		Object.entries(values).filter(
			(entry): entry is [string, Scalar | Scalar[]] => entry[1] !== null && entry[1] !== undefined
		)
	);
}

type Unhashed = Omit<NodeRecord, 'hash' | 'length'>;

function hashed(record: Unhashed): NodeRecord {
	const parts = [record.properties, record.outgoing].map((part) => JSON.stringify(part));
	const hash = parts.map((json) => createHash('sha256').update(json).digest('hex').slice(0, 12)).join('.');
	return { ...record, hash, length: parts.reduce((sum, json) => sum + json.length, 0) };
}

/** The ids that lead to each node. */
function formerIdsOf({ formerIds }: Graph): Map<NodeRef, string[]> {
	const former = new Map<NodeRef, string[]>();
	for (const { former: old, now } of formerIds)
		former.set(now, [...(former.get(now) ?? []), splitRef(old).id]);
	return former;
}

/** How many concepts each paper mentions, and the score of the paper nearest to it. */
function countsOf({ mentions, related }: Graph): (paper: Paper) => Properties {
	const concepts = new Map<string, number>();
	for (const { paper } of mentions) concepts.set(paper, (concepts.get(paper) ?? 0) + 1);
	const nearest = new Map<string, number>();
	for (const { paper, score } of related) nearest.set(paper, Math.max(nearest.get(paper) ?? 0, score));
	return ({ id, abstract }) => ({
		characters: abstract.length,
		concepts: concepts.get(id) ?? 0,
		nearest: nearest.get(id) ?? 0
	});
}

/** Every node of a graph with its outgoing relationships, sorted by label and id. */
export function recordsOf(graph: Graph): NodeRecord[] {
	const records = new Map<string, Unhashed>();
	const add = (label: Label, id: string, properties: Properties) => {
		if (!records.has(`${label} ${id}`))
			records.set(`${label} ${id}`, { label, id, properties, outgoing: [] });
	};
	const leave = (
		from: [Label, string],
		type: RelationshipType,
		to: [Label, string],
		properties: Properties = {}
	) => {
		const record = records.get(`${from[0]} ${from[1]}`);
		if (!record) throw new Error(`${type} leaves ${from[0]} ${from[1]}, which is not in the graph`);
		record.outgoing.push({ type, to: { label: to[0], id: to[1] }, properties });
	};
	const former = formerIdsOf(graph);
	const addNode = (
		collection: Collection,
		node: { id: string },
		properties: Record<string, Scalar | Scalar[] | null | undefined>
	) => {
		add(
			labelOf[collection],
			node.id,
			known({ ...properties, formerIds: former.get(nodeRef(collection, node.id)) ?? null })
		);
	};
	const counts = countsOf(graph);
	for (const paper of graph.papers) addNode('papers', paper, { ...paper, ...counts(paper) });
	for (const concept of graph.concepts)
		addNode('concepts', concept, { ...concept, search: concept.label.toLowerCase() });
	for (const topic of graph.topics) addNode('topics', topic, topic);
	for (const paper of graph.papers) {
		for (const name of paper.authors) {
			add('Author', name, { id: name, name });
			leave(['Author', name], 'WROTE', ['Paper', paper.id]);
		}
		if (paper.organization !== null) {
			add('Organization', paper.organization, { id: paper.organization, name: paper.organization });
			leave(['Organization', paper.organization], 'PUBLISHED', ['Paper', paper.id]);
		}
	}
	for (const { paper, concept, ...rest } of graph.mentions)
		leave(['Paper', paper], 'MENTIONS', ['Concept', concept], rest);
	for (const { paper, concept, ...rest } of graph.introduces)
		leave(['Paper', paper], 'INTRODUCES', ['Concept', concept], rest);
	for (const { paper, related, ...rest } of graph.related)
		leave(['Paper', paper], 'RELATED', ['Paper', related], rest);
	for (const { paper, cited } of graph.cites) leave(['Paper', paper], 'CITES', ['Paper', cited]);
	for (const { first, second, ...rest } of graph.coOccurs)
		leave(['Concept', first], 'CO_OCCURS', ['Concept', second], rest);
	for (const { narrower, broader, ...rest } of graph.broader)
		leave(['Concept', narrower], 'BROADER', ['Concept', broader], rest);
	for (const { member, topic, weight } of graph.memberships) {
		const { collection, id } = splitRef(member);
		leave([labelOf[collection], id], 'IN_TOPIC', ['Topic', topic], { weight });
	}
	for (const { topic, parent } of graph.partOf) leave(['Topic', topic], 'PART_OF', ['Topic', parent]);
	return [...records.values()]
		.sort((a, b) => (a.label === b.label ? (a.id < b.id ? -1 : 1) : a.label < b.label ? -1 : 1))
		.map(hashed);
}

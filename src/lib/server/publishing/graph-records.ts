import { createHash } from 'node:crypto';
import type { Graph } from '#lib/domain/graph.ts';
import { labelOf, labels, type Label, type RelationshipType } from '#lib/domain/graph-model.ts';
import { nodeRef, splitRef, type Collection, type NodeRef } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { spellingOf } from '#lib/domain/written-forms.ts';
import { Grouped } from './grouped.ts';

type Scalar = string | number | boolean;
type Properties = Record<string, Scalar | Scalar[]>;

interface RelationshipRecord {
	type: RelationshipType;
	to: { label: Label; id: string };
	properties: Properties;
}

/** What a node holds, and the relationships that leave it: what is compared, and replaced, as one. */
interface NodeContent {
	properties: Properties;
	outgoing: RelationshipRecord[];
}

/** A node of a graph. What it holds is made when it is asked for, and is nowhere kept: all of it would be a graph twice. */
export interface NodeRecord {
	label: Label;
	id: string;
	content: () => NodeContent;
}

/** What contents are compared by. */
export interface Fingerprint {
	/** SHA-256 over the properties, a dot, and over the outgoing relationships: first 12 hex digits of each. */
	hash: string;
	/** How long all of it is as JSON: by that its place on a disk is guessed. */
	length: number;
}

export function fingerprintOf({ properties, outgoing }: NodeContent): Fingerprint {
	const parts = [properties, outgoing].map((part) => JSON.stringify(part));
	const hash = parts.map((json) => createHash('sha256').update(json).digest('hex').slice(0, 12)).join('.');
	return { hash, length: parts.reduce((sum, json) => sum + json.length, 0) };
}

/** Neo4j holds no null: what is unknown is absent. */
function known(values: Record<string, Scalar | Scalar[] | null | undefined>): Properties {
	return Object.fromEntries(
		Object.entries(values).filter(
			(entry): entry is [string, Scalar | Scalar[]] => entry[1] !== null && entry[1] !== undefined
		)
	);
}

/** The ids that lead to each node. */
function formerIdsOf({ formerIds }: Graph): Map<NodeRef, string[]> {
	const former = new Map<NodeRef, string[]>();
	for (const { former: old, now } of formerIds) {
		const known = former.get(now);
		if (known) known.push(splitRef(old).id);
		else former.set(now, [splitRef(old).id]);
	}
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

/** One type of relationship: its items by the number of the node that they leave, and how an item becomes a record. */
interface Leaving {
	from: Label;
	of: (node: number) => Uint32Array;
	record: (item: number) => RelationshipRecord;
}

/** The number of each node of a label, by its id. */
type Numbers = Record<Label, Map<string, number>>;

/** A relationship by its ends; null for an item that leaves a node of another label. */
type Ends = { from: string; to: string; properties?: Properties } | null;

/** All types of relationships, in the order in which they leave a node. */
function leavings(graph: Graph, numbers: Numbers): Leaving[] {
	const leaving = <Item>(
		[from, type, to]: readonly [Label, RelationshipType, Label],
		items: readonly Item[],
		endsOf: (item: Item) => Ends
	): Leaving => {
		const grouped = new Grouped(items.length, numbers[from].size, (at) => {
			const ends = endsOf(items[at] as Item);
			if (!ends) return -1;
			const number = numbers[from].get(ends.from);
			if (number === undefined)
				throw new Error(`${type} leaves ${from} ${ends.from}, which is not in the graph`);
			return number;
		});
		return {
			from,
			of: (node) => grouped.of(node),
			record: (at) => {
				const ends = endsOf(items[at] as Item);
				return { type, to: { label: to, id: ends?.to ?? '' }, properties: ends?.properties ?? {} };
			}
		};
	};
	const inTopic = (collection: Collection): Leaving =>
		leaving([labelOf[collection], 'IN_TOPIC', 'Topic'], graph.memberships, ({ member, topic, weight }) => {
			const { collection: own, id } = splitRef(member);
			return own === collection ? { from: id, to: topic, properties: { weight } } : null;
		});
	const written = graph.papers.flatMap(({ id, authors }) => authors.map((author) => ({ author, id })));
	return [
		leaving(['Author', 'WROTE', 'Paper'], written, ({ author, id }) => ({ from: author, to: id })),
		leaving(['Organization', 'PUBLISHED', 'Paper'], graph.papers, ({ organization, id }) =>
			organization === null ? null : { from: organization, to: id }
		),
		leaving(['Paper', 'MENTIONS', 'Concept'], graph.mentions, ({ paper, concept, ...properties }) => ({
			...{ from: paper, to: concept, properties }
		})),
		leaving(['Paper', 'INTRODUCES', 'Concept'], graph.introduces, ({ paper, concept, ...properties }) => ({
			...{ from: paper, to: concept, properties }
		})),
		leaving(['Paper', 'RELATED', 'Paper'], graph.related, ({ paper, related, ...properties }) => ({
			...{ from: paper, to: related, properties }
		})),
		leaving(['Paper', 'CITES', 'Paper'], graph.cites, ({ paper, cited }) => ({ from: paper, to: cited })),
		leaving(['Concept', 'CO_OCCURS', 'Concept'], graph.coOccurs, ({ first, second, ...properties }) => ({
			...{ from: first, to: second, properties }
		})),
		leaving(['Concept', 'BROADER', 'Concept'], graph.broader, ({ narrower, broader, ...properties }) => ({
			...{ from: narrower, to: broader, properties }
		})),
		inTopic('concepts'),
		inTopic('papers'),
		leaving(['Topic', 'PART_OF', 'Topic'], graph.partOf, ({ topic, parent }) => ({ from: topic, to: parent }))
	];
}

/** Every node of a graph with its outgoing relationships, sorted by label and id. */
export function recordsOf(graph: Graph): NodeRecord[] {
	const former = formerIdsOf(graph);
	const own = (
		collection: Collection,
		id: string,
		properties: Record<string, Scalar | Scalar[] | null | undefined>
	): Properties => known({ ...properties, formerIds: former.get(nodeRef(collection, id)) ?? null });
	const named = (names: Iterable<string>) =>
		new Map(
			[...new Set(names)].map((name): [string, () => Properties] => [name, () => ({ id: name, name })])
		);
	const counts = countsOf(graph);
	const nodes: Record<Label, Map<string, () => Properties>> = {
		Author: named(graph.papers.flatMap(({ authors }) => authors)),
		Organization: named(graph.papers.flatMap(({ organization }) => organization ?? [])),
		Paper: new Map(
			graph.papers.map((paper) => [paper.id, () => own('papers', paper.id, { ...paper, ...counts(paper) })])
		),
		Concept: new Map(
			graph.concepts.map((concept) => [
				concept.id,
				() =>
					own('concepts', concept.id, {
						...concept,
						search: concept.label.toLowerCase(),
						spelling: spellingOf(concept.name)
					})
			])
		),
		Topic: new Map(graph.topics.map((topic) => [topic.id, () => own('topics', topic.id, { ...topic })]))
	};
	const numbered = labels.map((label): [Label, Map<string, number>] => [
		label,
		new Map([...nodes[label].keys()].map((id, number) => [id, number]))
	]);
	const ties = leavings(graph, Object.fromEntries(numbered) as Numbers);
	return [...labels].sort(compare).flatMap((label) => {
		const leaving = ties.filter(({ from }) => from === label);
		const records = [...nodes[label]].map(([id, properties], number): NodeRecord => ({
			label,
			id,
			content: () => ({
				properties: properties(),
				outgoing: leaving.flatMap(({ of, record }) => Array.from(of(number), record))
			})
		}));
		return records.sort((a, b) => compare(a.id, b.id));
	});
}

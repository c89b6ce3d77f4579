import { z } from 'zod';
import { ThroughlineError } from '#lib/domain/errors.ts';
import {
	labels,
	peoplesLabels,
	relationshipModel,
	relationshipTypes,
	type RelationshipType
} from '#lib/domain/graph-model.ts';
import { compare } from '#lib/domain/order.ts';
import { generation } from '#lib/server/questions/generation.ts';
import type { Store } from '#lib/server/store.ts';
import {
	homeQuestion,
	sortedProperties,
	type ExportedGraph,
	type ExportedNode,
	type ExportedRelationship
} from './exported-graph.ts';

/** Nodes that are read at once, with what leaves them. */
const atOnce = 2000;

const nodeRow = z.object({ id: z.string(), properties: z.record(z.string(), z.unknown()) });
const leavingRow = z.object({
	start: z.string(),
	ends: z.array(z.object({ to: z.string(), end: z.string(), properties: z.record(z.string(), z.unknown()) }))
});

/** Throws where another generation is there than the one that an export began with. */
async function checkGeneration(store: Store, began: string): Promise<void> {
	if ((await generation(store)) === began) return;
	throw new ThroughlineError(
		'A new graph was published while this one was exported.',
		'Export again: what came before is of the old one.'
	);
}

/** Rows of a question that goes on behind the key of the last one: `$after`, at most `$limit`. */
async function* byKeys<Row>(
	store: Store,
	began: string,
	question: { text: string; row: z.ZodType<Row> },
	keyOf: (row: Row) => string
): AsyncGenerator<Row> {
	for (let after = '', isMore = true; isMore;) {
		const rows = await store.read(question, { after, limit: atOnce }, { seconds: 120 });
		await checkGeneration(store, began);
		yield* rows;
		const last = rows.at(-1);
		isMore = rows.length === atOnce && last !== undefined;
		if (last !== undefined) after = keyOf(last);
	}
}

async function* nodesOf(store: Store, began: string, label: string): AsyncGenerator<ExportedNode> {
	const question = {
		text: `MATCH (n:${label}) WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties ORDER BY id LIMIT toInteger($limit)`,
		row: nodeRow
	};
	for await (const { id, properties } of byKeys(store, began, question, (row) => row.id))
		yield { label, id, properties: sortedProperties(properties) };
}

async function* relationshipsOf(
	store: Store,
	began: string,
	type: RelationshipType
): AsyncGenerator<ExportedRelationship> {
	for (const label of relationshipModel[type].from) {
		const question = {
			text: `MATCH (a:${label}) WHERE a.id > $after WITH a ORDER BY a.id LIMIT toInteger($limit)
RETURN a.id AS start,
	[(a)-[r:${type}]->(b) | {to: labels(b)[0], end: b.id, properties: properties(r)}] AS ends ORDER BY start`,
			row: leavingRow
		};
		for await (const { start, ends } of byKeys(store, began, question, (row) => row.start))
			for (const { to, end, properties } of ends.sort((x, y) => compare(x.to, y.to) || compare(x.end, y.end)))
				yield {
					type,
					start: `${label}/${start}`,
					end: `${to}/${end}`,
					properties: sortedProperties(properties)
				};
	}
}

/**
 * The whole graph, without ingests, and without what people made unless asked. It is read a page at a time, as its reader
 * goes on; reading throws ThroughlineError when a new generation was published meanwhile.
 */
export async function wholeGraph(store: Store, withPeople: boolean): Promise<ExportedGraph> {
	const began = await generation(store);
	const all = [...labels, ...(withPeople ? peoplesLabels : [])].sort();
	return {
		async *nodes(label) {
			for (const each of label === undefined ? all : [label]) yield* nodesOf(store, began, each);
		},
		async *relationships(type) {
			for (const each of type === undefined ? [...relationshipTypes].sort() : [type])
				yield* relationshipsOf(store, began, each);
		},
		homes: () => byKeys(store, began, homeQuestion('c.id > $after'), ({ concept }) => concept)
	};
}

import { z } from 'zod';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { labels, peoplesLabels, relationshipModel, relationshipTypes } from '#lib/domain/graph-model.ts';
import { compare } from '#lib/domain/order.ts';
import { generation } from '#lib/server/cypher/generation.ts';
import type { Store } from '#lib/server/store.ts';

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

/** Properties by name; the content hash belongs to publishing and not to the graph. */
function sorted(properties: Record<string, unknown>): Record<string, unknown> {
	const names = Object.keys(properties).filter((name) => name !== 'hash');
	return Object.fromEntries(names.sort().map((name) => [name, properties[name]]));
}

/**
 * The graph in Neo4j's own line format: nodes by label and id, then relationships by type, start and end. The same
 * graph gives the same bytes. A node's id is `Label/id`. Without ingests, and without what people made unless asked.
 */
export async function* exportJsonLines(store: Store, withPeople: boolean): AsyncGenerator<string> {
	const began = await generation(store);
	for (const label of [...labels, ...(withPeople ? peoplesLabels : [])].sort()) {
		const nodes = {
			text: `MATCH (n:${label}) WHERE n.id > $after
RETURN n.id AS id, properties(n) AS properties ORDER BY id LIMIT toInteger($limit)`,
			row: nodeRow
		};
		for await (const { id, properties } of byKeys(store, began, nodes, (row) => row.id))
			yield JSON.stringify({
				type: 'node',
				id: `${label}/${id}`,
				labels: [label],
				properties: sorted(properties)
			});
	}
	for (const type of [...relationshipTypes].sort())
		for (const label of relationshipModel[type].from) {
			const relationships = {
				text: `MATCH (a:${label}) WHERE a.id > $after WITH a ORDER BY a.id LIMIT toInteger($limit)
RETURN a.id AS start,
	[(a)-[r:${type}]->(b) | {to: labels(b)[0], end: b.id, properties: properties(r)}] AS ends ORDER BY start`,
				row: leavingRow
			};
			for await (const { start, ends } of byKeys(store, began, relationships, (row) => row.start))
				for (const { to, end, properties } of ends.sort(
					(x, y) => compare(x.to, y.to) || compare(x.end, y.end)
				)) {
					const [source, target] = [`${label}/${start}`, `${to}/${end}`];
					yield JSON.stringify({
						type: 'relationship',
						id: `${source} ${type} ${target}`,
						label: type,
						start: source,
						end: target,
						properties: sorted(properties)
					});
				}
		}
}

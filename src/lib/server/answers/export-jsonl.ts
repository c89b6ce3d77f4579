import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';

const made = ['SavedQuery', 'SavedView', 'Decision'];
const ingested = ['Author', 'Concept', 'Organization', 'Paper', 'Topic'];
const types = [
	...['BROADER', 'CO_OCCURS', 'INTRODUCES', 'IN_TOPIC', 'MENTIONS'],
	...['PART_OF', 'PUBLISHED', 'RELATED', 'WROTE']
];
const atOnce = 5000;

const nodeRow = z.object({ id: z.string(), properties: z.record(z.string(), z.unknown()) });
const relationshipRow = z.object({
	from: z.string(),
	start: z.string(),
	to: z.string(),
	end: z.string(),
	properties: z.record(z.string(), z.unknown())
});

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
	for (const label of withPeople ? [...ingested, ...made].sort() : ingested) {
		for (let skip = 0; ; skip += atOnce) {
			const rows = await store.read(
				{
					text: `MATCH (n:${label}) RETURN n.id AS id, properties(n) AS properties
ORDER BY id SKIP toInteger($skip) LIMIT toInteger($limit)`,
					row: nodeRow
				},
				{ skip, limit: atOnce },
				{ seconds: 120 }
			);
			for (const { id, properties } of rows)
				yield JSON.stringify({
					type: 'node',
					id: `${label}/${id}`,
					labels: [label],
					properties: sorted(properties)
				});
			if (rows.length < atOnce) break;
		}
	}
	for (const type of types) {
		for (let skip = 0; ; skip += atOnce) {
			const rows = await store.read(
				{
					text: `MATCH (a)-[r:${type}]->(b)
RETURN labels(a)[0] AS from, a.id AS start, labels(b)[0] AS to, b.id AS end, properties(r) AS properties
ORDER BY from, start, to, end SKIP toInteger($skip) LIMIT toInteger($limit)`,
					row: relationshipRow
				},
				{ skip, limit: atOnce },
				{ seconds: 120 }
			);
			for (const { from, start, to, end, properties } of rows) {
				const [source, target] = [`${from}/${start}`, `${to}/${end}`];
				yield JSON.stringify({
					type: 'relationship',
					id: `${source} ${type} ${target}`,
					label: type,
					start: source,
					end: target,
					properties: sorted(properties)
				});
			}
			if (rows.length < atOnce) break;
		}
	}
}

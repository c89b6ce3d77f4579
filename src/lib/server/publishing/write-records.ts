import type { ManagedTransaction } from 'neo4j-driver';
import type { Difference, Row, WantedNode } from './difference.ts';
import { labels, type Label } from '#lib/domain/graph-model.ts';

/** Runs one piece of writing: in the one transaction that holds all of it, or in a transaction of its own. */
export type Write = (work: (transaction: ManagedTransaction) => Promise<unknown>) => Promise<unknown>;

const nodesAtOnce = 2000;
const relationshipsAtOnce = 10_000;

function* batches<Item>(items: readonly Item[], size: number): Generator<Item[]> {
	for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Nodes label by label, as many at once as are written together. */
function* nodeBatches(nodes: readonly WantedNode[]): Generator<[label: Label, batch: WantedNode[]]> {
	for (const label of labels)
		for (const batch of batches(
			nodes.filter((node) => node.label === label),
			nodesAtOnce
		))
			yield [label, batch];
}

/** What is done to the relationships of a pattern. */
const statements = {
	gone: (from: string, type: string, to: string) =>
		`UNWIND $rows AS row MATCH (:${from} {id: row.from})-[r:${type}]->(:${to} {id: row.to}) DELETE r`,
	changed: (from: string, type: string, to: string) =>
		`UNWIND $rows AS row MATCH (:${from} {id: row.from})-[r:${type}]->(:${to} {id: row.to}) SET r = row.properties`,
	created: (from: string, type: string, to: string) =>
		`UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})
		CREATE (a)-[r:${type}]->(b) SET r = row.properties`
} satisfies Record<string, (from: string, type: string, to: string) => string>;

/** The relationships of one pattern (`From TYPE To`) that leave new nodes, as many at once as are written together. */
function* createdBatches(fresh: readonly WantedNode[]): Generator<[pattern: string, rows: Row[]]> {
	const waiting = new Map<string, Row[]>();
	for (const { label, id, content } of fresh)
		for (const { type, to, properties } of content().outgoing) {
			const pattern = `${label} ${type} ${to.label}`;
			let rows = waiting.get(pattern);
			if (!rows) waiting.set(pattern, (rows = []));
			rows.push({ from: id, to: to.id, properties });
			if (rows.length < relationshipsAtOnce) continue;
			yield [pattern, rows];
			waiting.delete(pattern);
		}
	yield* waiting;
}

/**
 * Writes what differs: all nodes, then their relationships, then the hash of each node. One whose writing was
 * interrupted has none, and counts as different the next time. `onWritten`: nodes and relationships so far.
 */
export async function writeDifference(
	write: Write,
	{ fresh, changed, tied, relationships }: Difference,
	onWritten: (written: number) => void = () => undefined
): Promise<void> {
	let written = 0;
	const tell = (more: number) => {
		onWritten((written += more));
	};
	for (const [label, batch] of nodeBatches([...fresh, ...changed])) {
		const rows = batch.map(({ id, content }) => ({ id, properties: content().properties }));
		await write((transaction) =>
			transaction.run(
				`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties, n.id = row.id`,
				{ rows }
			)
		);
		tell(batch.length);
	}
	for (const [label, batch] of nodeBatches(tied))
		await write((transaction) =>
			transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) REMOVE n.hash`, {
				ids: batch.map(({ id }) => id)
			})
		);
	const writeRows = async (pattern: string, what: keyof typeof statements, rows: Row[]) => {
		const [from = '', type = '', to = ''] = pattern.split(' ');
		await write((transaction) => transaction.run(statements[what](from, type, to), { rows }));
		tell(rows.length);
	};
	for (const [pattern, changes] of relationships)
		for (const what of ['gone', 'changed', 'created'] as const)
			for (const rows of batches<Row>(changes[what], relationshipsAtOnce))
				await writeRows(pattern, what, rows);
	for (const [pattern, rows] of createdBatches(fresh)) await writeRows(pattern, 'created', rows);
	for (const [label, batch] of nodeBatches([...fresh, ...changed, ...tied])) {
		const rows = batch.map(({ id, hash }) => ({ id, hash }));
		await write((transaction) =>
			transaction.run(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n.hash = row.hash`, { rows })
		);
	}
}

/** Removes nodes, given as `Label id`, with everything that touches them. */
export async function removeNodes(write: Write, keys: readonly string[]): Promise<void> {
	for (const label of labels) {
		const ids = keys.filter((key) => key.startsWith(`${label} `)).map((key) => key.slice(label.length + 1));
		for (const batch of batches(ids, nodesAtOnce))
			await write((transaction) =>
				transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, { ids: batch })
			);
	}
}

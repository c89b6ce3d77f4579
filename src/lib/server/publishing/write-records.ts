import type { ManagedTransaction } from 'neo4j-driver';
import type { Difference, Row } from './difference.ts';
import { labels } from '#lib/domain/graph-model.ts';

/** Runs one piece of writing: in the one transaction that holds all of it, or in a transaction of its own. */
export type Write = (work: (transaction: ManagedTransaction) => Promise<unknown>) => Promise<unknown>;

const nodesAtOnce = 2000;
const relationshipsAtOnce = 10_000;

function* batches<Item>(items: readonly Item[], size: number): Generator<Item[]> {
	for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
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

/**
 * Writes what differs: all nodes, then their relationships, then the hash of each node. One whose writing was
 * interrupted has none, and counts as different the next time. `onWritten`: nodes and relationships so far.
 */
export async function writeDifference(
	write: Write,
	{ nodes, tied, relationships }: Difference,
	onWritten: (written: number) => void = () => undefined
): Promise<void> {
	let written = 0;
	for (const label of labels)
		for (const batch of batches(
			nodes.filter((record) => record.label === label),
			nodesAtOnce
		)) {
			const rows = batch.map(({ id, properties }) => ({ id, properties }));
			await write((transaction) =>
				transaction.run(
					`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties, n.id = row.id`,
					{ rows }
				)
			);
			onWritten((written += batch.length));
		}
	for (const label of labels)
		for (const batch of batches(
			tied.filter((record) => record.label === label),
			nodesAtOnce
		))
			await write((transaction) =>
				transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) REMOVE n.hash`, {
					ids: batch.map(({ id }) => id)
				})
			);
	for (const [pattern, changes] of relationships) {
		const [from = '', type = '', to = ''] = pattern.split(' ');
		for (const what of ['gone', 'changed', 'created'] as const)
			for (const rows of batches<Row>(changes[what], relationshipsAtOnce)) {
				await write((transaction) => transaction.run(statements[what](from, type, to), { rows }));
				onWritten((written += rows.length));
			}
	}
	for (const label of labels)
		for (const batch of batches(
			[...nodes, ...tied].filter((record) => record.label === label),
			nodesAtOnce
		)) {
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

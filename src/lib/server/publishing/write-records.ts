import type { ManagedTransaction } from 'neo4j-driver';
import { labels, type NodeRecord } from './graph-records.ts';

/** Runs one piece of writing: in the one transaction that holds all of it, or in a transaction of its own. */
export type Write = (work: (transaction: ManagedTransaction) => Promise<unknown>) => Promise<unknown>;

/** Called with the nodes and relationships written so far. */
type OnWritten = (written: number) => void;

const nodesAtOnce = 2000;
const relationshipsAtOnce = 10_000;

function* batches<Item>(items: Item[], size = nodesAtOnce): Generator<Item[]> {
	for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Batches of records that together have about `relationshipsAtOnce` relationships. */
function* batchesByRelationships(records: NodeRecord[]): Generator<NodeRecord[]> {
	let batch: NodeRecord[] = [];
	let size = 0;
	for (const record of records) {
		batch.push(record);
		size += 1 + record.outgoing.length;
		if (size >= relationshipsAtOnce) {
			yield batch;
			[batch, size] = [[], 0];
		}
	}
	if (batch.length > 0) yield batch;
}

/** How many nodes and relationships the records are. */
export function sizeOf(records: NodeRecord[]): number {
	return records.reduce((sum, { outgoing }) => sum + 1 + outgoing.length, 0);
}

async function replaceRelationships(transaction: ManagedTransaction, records: NodeRecord[], fresh: boolean) {
	for (const label of labels) {
		const ids = records.filter((record) => record.label === label).map(({ id }) => id);
		if (ids.length === 0 || fresh) continue;
		await transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->() DELETE r`, { ids });
	}
	const byPattern = new Map<string, { from: string; to: string; properties: object }[]>();
	for (const { label, id, outgoing } of records) {
		for (const { type, to, properties } of outgoing) {
			const pattern = `${label} ${type} ${to.label}`;
			const rows = byPattern.get(pattern) ?? [];
			rows.push({ from: id, to: to.id, properties });
			byPattern.set(pattern, rows);
		}
	}
	for (const [pattern, rows] of byPattern) {
		const [from = '', type = '', to = ''] = pattern.split(' ');
		await transaction.run(
			`UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})
			CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
			{ rows }
		);
	}
}

/**
 * Writes the records: all nodes, then their outgoing relationships. A node gets its `hash` last, together with its
 * relationships, so that one whose writing was interrupted counts as different the next time.
 */
export async function writeRecords(
	write: Write,
	records: NodeRecord[],
	fresh: boolean,
	onWritten: OnWritten = () => undefined
): Promise<void> {
	let written = 0;
	for (const label of labels) {
		for (const batch of batches(records.filter((record) => record.label === label))) {
			await write((transaction) =>
				transaction.run(
					`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties, n.id = row.id`,
					{ rows: batch.map(({ id, properties }) => ({ id, properties })) }
				)
			);
			onWritten((written += batch.length));
		}
	}
	for (const batch of batchesByRelationships(records)) {
		await write(async (transaction) => {
			await replaceRelationships(transaction, batch, fresh);
			for (const label of labels) {
				const rows = batch.filter((record) => record.label === label).map(({ id, hash }) => ({ id, hash }));
				await transaction.run(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n.hash = row.hash`, {
					rows
				});
			}
		});
		onWritten((written += sizeOf(batch) - batch.length));
	}
}

/** Removes nodes, given as `Label id`, with everything that touches them. */
export async function removeNodes(write: Write, keys: string[]): Promise<void> {
	for (const label of labels) {
		const ids = keys.filter((key) => key.startsWith(`${label} `)).map((key) => key.slice(label.length + 1));
		for (const batch of batches(ids)) {
			await write((transaction) =>
				transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, { ids: batch })
			);
		}
	}
}

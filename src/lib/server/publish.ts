import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { PublishConflictError } from '#lib/domain/errors.ts';
import type { Graph } from '#lib/domain/graph.ts';
import { labels, recordsOf, type NodeRecord } from './graph-records.ts';
import { ensureSchema } from './schema.ts';
import type { Store } from './store.ts';

export interface IngestRecord {
	startedAt: string;
	finishedAt: string;
	papers: number;
	rejected: number;
	sources: string[];
	version: string;
}

export interface Published {
	created: number;
	changed: number;
	removed: number;
}

const hashRow = z.object({ id: z.string(), hash: z.string().nullable() });
const batchSize = 5000;

function* batches<Item>(items: Item[]): Generator<Item[]> {
	for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize);
}

async function storedHashes(store: Store): Promise<Map<string, string | null>> {
	const stored = new Map<string, string | null>();
	for (const label of labels) {
		const rows = await store.read({
			text: `MATCH (n:${label}) RETURN n.id AS id, n.hash AS hash`,
			row: hashRow
		});
		for (const { id, hash } of rows) stored.set(`${label} ${id}`, hash);
	}
	return stored;
}

/** Sets the nodes' properties; what was there before of them is replaced. */
async function writeNodes(transaction: ManagedTransaction, records: NodeRecord[]): Promise<void> {
	for (const label of labels) {
		for (const rows of batches(records.filter((record) => record.label === label))) {
			await transaction.run(
				`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties, n.id = row.id, n.hash = row.hash`,
				{ rows: rows.map(({ id, properties, hash }) => ({ id, properties, hash })) }
			);
		}
	}
}

async function writeRelationships(
	transaction: ManagedTransaction,
	records: NodeRecord[],
	fresh: boolean
): Promise<void> {
	const byPattern = new Map<string, { from: string; to: string; properties: object }[]>();
	for (const { label, id, outgoing } of records) {
		for (const { type, to, properties } of outgoing) {
			const pattern = `${label} ${type} ${to.label}`;
			const rows = byPattern.get(pattern) ?? [];
			rows.push({ from: id, to: to.id, properties });
			byPattern.set(pattern, rows);
		}
	}
	if (!fresh) {
		for (const label of labels) {
			for (const rows of batches(records.filter((record) => record.label === label))) {
				await transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->() DELETE r`, {
					ids: rows.map(({ id }) => id)
				});
			}
		}
	}
	for (const [pattern, all] of byPattern) {
		const [from, type, to] = pattern.split(' ');
		for (const rows of batches(all)) {
			await transaction.run(
				`UNWIND $rows AS row MATCH (a:${from ?? ''} {id: row.from}) MATCH (b:${to ?? ''} {id: row.to})
				CREATE (a)-[r:${type ?? ''}]->(b) SET r = row.properties`,
				{ rows }
			);
		}
	}
}

/** Takes the one place that a publisher can hold, by a lock on a node; a second one is refused at once. */
async function claim(transaction: ManagedTransaction): Promise<void> {
	try {
		await transaction.run("MERGE (lock:Ingest {id: 'lock'}) SET lock.taken = true");
	} catch (cause) {
		throw new PublishConflictError(
			'Another ingest is publishing to this graph.',
			'Wait for its end, then try again.',
			{
				cause
			}
		);
	}
}

/**
 * Brings the store from the generation it holds to `graph`, in one transaction: readers see the one or the
 * other. Only nodes whose content hash differs are written, with the relationships that leave them.
 * What people made is never touched.
 */
export async function publish(store: Store, graph: Graph, ingest: IngestRecord): Promise<Published> {
	await ensureSchema(store);
	const records = recordsOf(graph);
	const stored = await storedHashes(store);
	const wanted = new Set(records.map(({ label, id }) => `${label} ${id}`));
	const written = records.filter(({ label, id, hash }) => stored.get(`${label} ${id}`) !== hash);
	const created = written.filter(({ label, id }) => !stored.has(`${label} ${id}`)).length;
	const gone = [...stored.keys()].filter((key) => !wanted.has(key));
	await store.write(async (transaction) => {
		await claim(transaction);
		for (const label of labels) {
			const ids = gone.filter((key) => key.startsWith(`${label} `)).map((key) => key.slice(label.length + 1));
			for (const batch of batches(ids)) {
				await transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, {
					ids: batch
				});
			}
		}
		await writeNodes(transaction, written);
		await writeRelationships(transaction, written, stored.size === 0);
		await transaction.run("CREATE (i:Ingest {id: $startedAt, status: 'done'}) SET i += $ingest", {
			startedAt: ingest.startedAt,
			ingest
		});
	});
	return { created, changed: written.length - created, removed: gone.length };
}

import type { ManagedTransaction } from 'neo4j-driver';
import type { Difference, Row, WantedNode } from './difference.ts';
import { labels, type Label } from '#lib/domain/graph-model.ts';

/** Runs one piece of writing: in the one transaction that holds all of it, or in a transaction of its own. */
export type Write = (work: (transaction: ManagedTransaction) => Promise<unknown>) => Promise<unknown>;

/** How pieces are written, and how many of them may be under way together: one where all is one transaction. */
export interface Writing {
	write: Write;
	atOnce: number;
}

/** Does some work for each item, so many at once; after a failure no more is begun, and what runs is waited for. */
async function each<Item>(
	items: Iterable<Item>,
	atOnce: number,
	work: (item: Item) => Promise<unknown>
): Promise<void> {
	const next = items[Symbol.iterator]();
	let hasFailed = false;
	const run = async () => {
		for (let item = next.next(); !item.done && !hasFailed; item = next.next())
			try {
				await work(item.value);
			} catch (failure) {
				hasFailed = true;
				throw failure;
			}
	};
	const runs = await Promise.allSettled(Array.from({ length: atOnce }, run));
	for (const ended of runs) if (ended.status === 'rejected') throw ended.reason;
}

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
	// Row by row the server would look for every node as often as something leaves it: that takes it a sixth more time.
	created: (from: string, type: string, to: string) =>
		`UNWIND $rows AS row MATCH (a:${from} {id: row.from}) UNWIND row.ties AS tie MATCH (b:${to} {id: tie.to})
		CREATE (a)-[r:${type}]->(b) SET r = tie.properties`
} satisfies Record<string, (from: string, type: string, to: string) => string>;

/** Rows by the node that they leave. */
function byStart(rows: readonly Row[]): { from: string; ties: Omit<Row, 'from'>[] }[] {
	const starts = new Map<string, Omit<Row, 'from'>[]>();
	for (const { from, to, properties } of rows) {
		const ties = starts.get(from);
		if (ties) ties.push({ to, properties });
		else starts.set(from, [{ to, properties }]);
	}
	return [...starts].map(([from, ties]) => ({ from, ties }));
}

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
	{ write, atOnce }: Writing,
	{ fresh, changed, tied, relationships }: Difference,
	onWritten: (written: number) => void = () => undefined
): Promise<void> {
	let written = 0;
	const tell = (more: number) => {
		onWritten((written += more));
	};
	// Nodes keep out of each other's way; relationships lock the nodes at their ends, and go one batch after the other.
	await each(nodeBatches([...fresh, ...changed]), atOnce, async ([label, batch]) => {
		const rows = batch.map(({ id, content }) => ({ id, properties: content().properties }));
		await write((transaction) =>
			transaction.run(
				`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row.properties, n.id = row.id`,
				{ rows }
			)
		);
		tell(batch.length);
	});
	for (const [label, batch] of nodeBatches(tied))
		await write((transaction) =>
			transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) REMOVE n.hash`, {
				ids: batch.map(({ id }) => id)
			})
		);
	const writeRows = async (pattern: string, what: keyof typeof statements, rows: Row[]) => {
		const [from = '', type = '', to = ''] = pattern.split(' ');
		const given = what === 'created' ? byStart(rows) : rows;
		await write((transaction) => transaction.run(statements[what](from, type, to), { rows: given }));
		tell(rows.length);
	};
	for (const [pattern, changes] of relationships)
		for (const what of ['gone', 'changed', 'created'] as const)
			for (const rows of batches<Row>(changes[what], relationshipsAtOnce))
				await writeRows(pattern, what, rows);
	for (const [pattern, rows] of createdBatches(fresh)) await writeRows(pattern, 'created', rows);
	await each(nodeBatches([...fresh, ...changed, ...tied]), atOnce, async ([label, batch]) => {
		const rows = batch.map(({ id, hash }) => ({ id, hash }));
		await write((transaction) =>
			transaction.run(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n.hash = row.hash`, { rows })
		);
	});
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

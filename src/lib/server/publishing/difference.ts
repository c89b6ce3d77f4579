import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';
import { labels, type Label } from '#lib/domain/graph-model.ts';
import type { NodeRecord } from './graph-records.ts';

/** A relationship with the ids of its ends. */
export interface Row {
	from: string;
	to: string;
	properties: object;
}

/** What has to be done to the relationships of one type from one label to another. */
export interface Changes {
	created: Row[];
	changed: Row[];
	gone: Row[];
}

/** What has to be done to a store, so that it holds the wanted records. */
export interface Difference {
	/** Nodes that are new or whose properties differ. */
	nodes: NodeRecord[];
	/** Nodes of which only what leaves them differs: their relationships are written, and their hash. */
	tied: NodeRecord[];
	/** How many of them are new. */
	created: number;
	/** Whether the store holds nothing of a graph yet. */
	isFirst: boolean;
	/** Nodes that are not wanted any more, as `Label id`. */
	gone: string[];
	/** Relationships that leave these nodes, by `From TYPE To`. */
	relationships: Map<string, Changes>;
	/** Nodes and relationships to be written. */
	size: number;
	/** How long what is written is as JSON, about. */
	length: number;
}

const hashRow = z.object({ id: z.string(), hash: z.string().nullable() });

/** The content hashes of what is stored, by `Label id`; null for a node whose writing was interrupted. */
export async function storedHashes(store: Store): Promise<Map<string, string | null>> {
	const stored = new Map<string, string | null>();
	for (const label of labels) {
		const rows = await store.read(
			{ text: `MATCH (n:${label}) RETURN n.id AS id, n.hash AS hash`, row: hashRow },
			{},
			{ seconds: 300 }
		);
		for (const { id, hash } of rows) stored.set(`${label} ${id}`, hash);
	}
	return stored;
}

const outgoingRow = z.object({
	id: z.string(),
	type: z.string(),
	label: z.string(),
	to: z.string(),
	properties: z.record(z.string(), z.unknown())
});

/** Nodes whose relationships are read at once. */
const nodesAtOnce = 2000;

/** What leaves some stored nodes, by `from TYPE Label to`. */
async function storedOutgoing(
	store: Store,
	label: Label,
	ids: string[]
): Promise<Map<string, z.infer<typeof outgoingRow>>> {
	const rows = await store.read(
		{
			text: `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->(m)
RETURN id, type(r) AS type, labels(m)[0] AS label, m.id AS to, properties(r) AS properties`,
			row: outgoingRow
		},
		{ ids },
		{ seconds: 300 }
	);
	return new Map(rows.map((row) => [`${row.id} ${row.type} ${row.label} ${row.to}`, row]));
}

/** Properties as text, whatever the order in which they come. */
function contentOf(properties: object): string {
	return JSON.stringify(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The part of a hash that is over the properties of a node alone; null for one that was interrupted, or is of an older form. */
function ownHash(hash: string | null | undefined): string | null {
	const [own, outgoing] = (hash ?? '').split('.');
	return own !== undefined && outgoing !== undefined ? own : null;
}

/** Compares what is wanted with what is stored, down to single relationships. */
export async function differenceOf(store: Store, records: NodeRecord[]): Promise<Difference> {
	const stored = await storedHashes(store);
	const wanted = new Set(records.map(({ label, id }) => `${label} ${id}`));
	const gone = [...stored.keys()].filter((key) => !wanted.has(key));
	const isGone = new Set(gone);
	const differing = records.filter(({ label, id, hash }) => stored.get(`${label} ${id}`) !== hash);
	const isTied = ({ label, id, hash }: NodeRecord) => ownHash(stored.get(`${label} ${id}`)) === ownHash(hash);
	const [nodes, tied] = [differing.filter((record) => !isTied(record)), differing.filter(isTied)];
	const relationships = new Map<string, Changes>();
	const changesOf = (from: string, type: string, to: string): Changes => {
		const pattern = `${from} ${type} ${to}`;
		let changes = relationships.get(pattern);
		if (!changes) relationships.set(pattern, (changes = { created: [], changed: [], gone: [] }));
		return changes;
	};
	const isNew = ({ label, id }: NodeRecord) => !stored.has(`${label} ${id}`);
	const fresh = nodes.filter(isNew);
	for (const { label, id, outgoing } of fresh)
		for (const { type, to, properties } of outgoing)
			changesOf(label, type, to.label).created.push({ from: id, to: to.id, properties });
	for (const label of labels) {
		const changed = differing.filter((record) => record.label === label && !isNew(record));
		for (let at = 0; at < changed.length; at += nodesAtOnce) {
			const batch = changed.slice(at, at + nodesAtOnce);
			const before = await storedOutgoing(
				store,
				label,
				batch.map(({ id }) => id)
			);
			for (const { id, outgoing } of batch)
				for (const { type, to, properties } of outgoing) {
					const key = `${id} ${type} ${to.label} ${to.id}`;
					const old = before.get(key);
					before.delete(key);
					const row = { from: id, to: to.id, properties };
					if (!old) changesOf(label, type, to.label).created.push(row);
					else if (contentOf(old.properties) !== contentOf(properties))
						changesOf(label, type, to.label).changed.push(row);
				}
			// What leads to a node that goes, goes with it.
			for (const { id, type, label: end, to } of before.values())
				if (!isGone.has(`${end} ${to}`))
					changesOf(label, type, end).gone.push({ from: id, to, properties: {} });
		}
	}
	const rows = [...relationships.values()];
	const size = rows.reduce(
		(sum, { created, changed, gone: left }) => sum + created.length + changed.length + left.length,
		nodes.length
	);
	const length = differing.reduce((sum, record) => sum + record.length, 0);
	return {
		...{ nodes, tied, created: fresh.length, isFirst: stored.size === 0, gone, relationships },
		...{ size, length }
	};
}

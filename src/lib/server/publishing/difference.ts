import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';
import { labels, type Label } from '#lib/domain/graph-model.ts';
import { fingerprintOf, type NodeRecord } from './graph-records.ts';

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

/** A node that is written, with the hash of what it holds. */
export interface WantedNode extends NodeRecord {
	hash: string;
}

/** What has to be done to a store, so that it holds the wanted records. */
export interface Difference {
	/** Nodes that are new: all that leaves them is to be created. */
	fresh: WantedNode[];
	/** Nodes whose properties differ. */
	changed: WantedNode[];
	/** Nodes of which only what leaves them differs: their relationships are written, and their hash. */
	tied: WantedNode[];
	/** Whether the store holds nothing of a graph yet. */
	isFirst: boolean;
	/** Nodes that are not wanted any more, as `Label id`. */
	gone: string[];
	/** What differs of the relationships that leave changed and tied nodes, by `From TYPE To`. */
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

/** Every record that is not stored as it is wanted, and how many relationships leave the new ones. */
function differing(records: readonly NodeRecord[], stored: ReadonlyMap<string, string | null>) {
	const found = { fresh: [] as WantedNode[], changed: [] as WantedNode[], tied: [] as WantedNode[] };
	let [created, length] = [0, 0];
	for (const record of records) {
		const content = record.content();
		const { hash, length: own } = fingerprintOf(content);
		const before = stored.get(`${record.label} ${record.id}`);
		if (before === hash) continue;
		const group = before === undefined ? 'fresh' : ownHash(before) === ownHash(hash) ? 'tied' : 'changed';
		found[group].push({ ...record, hash });
		if (group === 'fresh') created += content.outgoing.length;
		length += own;
	}
	return { ...found, created, length };
}

/** Compares what is wanted with what is stored, down to single relationships. */
export async function differenceOf(store: Store, records: readonly NodeRecord[]): Promise<Difference> {
	const stored = await storedHashes(store);
	const { fresh, changed, tied, created, length } = differing(records, stored);
	const wanted = new Set(records.map(({ label, id }) => `${label} ${id}`));
	const gone = [...stored.keys()].filter((key) => !wanted.has(key));
	const isGone = new Set(gone);
	const relationships = new Map<string, Changes>();
	const changesOf = (from: string, type: string, to: string): Changes => {
		const pattern = `${from} ${type} ${to}`;
		let changes = relationships.get(pattern);
		if (!changes) relationships.set(pattern, (changes = { created: [], changed: [], gone: [] }));
		return changes;
	};
	for (const label of labels) {
		const old = [...changed, ...tied].filter((record) => record.label === label);
		for (let at = 0; at < old.length; at += nodesAtOnce) {
			const batch = old.slice(at, at + nodesAtOnce);
			const before = await storedOutgoing(
				store,
				label,
				batch.map(({ id }) => id)
			);
			for (const { id, content } of batch)
				for (const { type, to, properties } of content().outgoing) {
					const key = `${id} ${type} ${to.label} ${to.id}`;
					const held = before.get(key);
					before.delete(key);
					const row = { from: id, to: to.id, properties };
					if (!held) changesOf(label, type, to.label).created.push(row);
					else if (contentOf(held.properties) !== contentOf(properties))
						changesOf(label, type, to.label).changed.push(row);
				}
			// What leads to a node that goes, goes with it.
			for (const { id, type, label: end, to } of before.values())
				if (!isGone.has(`${end} ${to}`))
					changesOf(label, type, end).gone.push({ from: id, to, properties: {} });
		}
	}
	const differences = [...relationships.values()].reduce(
		(sum, { created: more, changed: other, gone: left }) => sum + more.length + other.length + left.length,
		0
	);
	const size = fresh.length + changed.length + created + differences;
	return { fresh, changed, tied, isFirst: stored.size === 0, gone, relationships, size, length };
}

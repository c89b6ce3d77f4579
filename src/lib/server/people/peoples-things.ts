import type { ManagedTransaction } from 'neo4j-driver';
import { z } from 'zod';
import { EditConflictError, NotFoundError, ParameterError, TooLargeError } from '#lib/domain/errors.ts';
import type { peoplesLabels } from '#lib/domain/graph-model.ts';
import { slug } from '#lib/domain/ids.ts';
import { bytesOf } from '#lib/domain/limits.ts';
import type { Store } from '#lib/server/store.ts';
import { peopleLimits } from './constants/people-limits.ts';
import { readyForPeople } from './people-schema.ts';

/**
 * What people make and keep in the graph store: saved queries, saved views, decisions. Ingest and `--fresh` never touch
 * it; `export --with-people` takes it along.
 *
 * To keep another kind of thing (say, a view): its label stands in `peoplesLabels` of domain/graph-model.ts (a new one
 * also needs a step in people-schema.ts for its constraint), its fields are a zod schema in domain, and here it is one
 * object:
 *
 * ```ts
 * export const savedViews: PeoplesKind<SavedView> = {
 * 	label: 'SavedView', word: 'saved view', schema: savedViewSchema, nameOf: ({ name }) => name
 * };
 * const views = peoplesThings(store, savedViews);
 * const { id, revision } = await views.create({ name, note, address });
 * await views.change(id, revision, { name, note: 'better', address });
 * ```
 *
 * Fields are scalars and lists of texts; what is deeper is kept as JSON in one text by `asText`.
 */
export interface PeoplesKind<Value extends object> {
	label: (typeof peoplesLabels)[number];
	/** As sentences call one: `saved query`. */
	word: string;
	schema: z.ZodType<Value>;
	/** What its id is made of. */
	nameOf: (value: Value) => string;
	/** Fields that are kept as JSON, because Neo4j holds no maps. */
	asText?: readonly (keyof Value & string)[];
	/** Ids that others have already: shipped queries. */
	isTaken?: (id: string) => boolean;
	/** How many there may be, deleted ones counted. */
	most?: number;
}

/** A thing as it is kept. `revision` counts its changes from 1: whoever changes it names the one that they saw. */
export interface Kept<Value> {
	id: string;
	revision: number;
	/** ISO text; `deletedAt` is null for what is there. */
	createdAt: string;
	changedAt: string;
	deletedAt: string | null;
	value: Value;
}

/** Every call throws StoreUnavailableError or StoreRefusedError where the store is away or only reads. */
export interface PeoplesThings<Value> {
	/** Those that are there, by name as their ids have it; deleted ones only where they are asked for. */
	list(options?: { deleted?: boolean }): Promise<Kept<Value>[]>;
	/** Null for what is not there, or was deleted. */
	find(id: string): Promise<Kept<Value> | null>;
	/** With an id made of its name, and of a number where that is taken; or with `id`, which has to be free. Throws ParameterError, TooLargeError. */
	create(value: Value, id?: string): Promise<Kept<Value>>;
	/** Throws EditConflictError where `revision` is not the one that is there, NotFoundError, ParameterError. */
	change(id: string, revision: number, value: Value): Promise<Kept<Value>>;
	/**
	 * Makes and changes many, all or none: `next` gets what is there under an id, and gives what shall be, or null where
	 * that stays as it is. Resolves to those that were put. Throws ParameterError, TooLargeError.
	 */
	putEach(
		ids: readonly string[],
		next: (id: string, there: Value | null) => Value | null
	): Promise<Kept<Value>[]>;
	/** It can be taken back for 30 days, and keeps its id so long. Throws EditConflictError, NotFoundError. */
	remove(id: string, revision: number): Promise<Kept<Value>>;
	/** Takes a deletion back; what is there already stays as it is. Throws NotFoundError when it is gone for good. */
	restore(id: string): Promise<Kept<Value>>;
}

const metaSchema = z.object({
	id: z.string(),
	revision: z.int(),
	createdAt: z.string(),
	changedAt: z.string(),
	deletedAt: z.string().nullable().default(null)
});

const nodeRow = z.object({ node: z.record(z.string(), z.unknown()) });

/** Ids are read aloud and typed, so they are plain letters; a name without any is called by its kind. */
function idOf(name: string, word: string): string {
	const plain = slug(name).replace(/[^a-z0-9]+/g, '-');
	const cut = plain.slice(0, peopleLimits.idLength).replace(/^-+|-+$/g, '');
	return cut === '' ? slug(word) : cut;
}

/** Things of one kind in a store. `now` is the clock. */
export function peoplesThings<Value extends object>(
	store: Store,
	kind: PeoplesKind<Value>,
	now: () => Date = () => new Date()
): PeoplesThings<Value> {
	const { label, word, schema, nameOf, asText = [], isTaken = () => false, most = peopleLimits.most } = kind;

	function checked(value: Value): Value {
		const parsed = schema.safeParse(value);
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			const field = issue?.path.join('.') ?? '';
			throw new ParameterError(
				`${field === '' ? `The ${word}` : `"${field}" of the ${word}`} does not fit: ${issue?.message ?? 'unknown'}.`,
				'Correct it, then keep it again.'
			);
		}
		if (bytesOf(JSON.stringify(parsed.data)) > peopleLimits.bytes)
			throw new TooLargeError(
				`A ${word} has at most ${peopleLimits.bytes.toLocaleString('en')} bytes.`,
				'Make it shorter.'
			);
		return parsed.data;
	}

	function propertiesOf(value: Value): Record<string, unknown> {
		const fields = Object.entries(value).map(([name, field]): [string, unknown] => [
			name,
			asText.some((each) => each === name) ? JSON.stringify(field) : field
		]);
		return Object.fromEntries(fields);
	}

	function keptOf(node: Record<string, unknown>): Kept<Value> {
		const meta = metaSchema.parse(node);
		const fields = Object.entries(node)
			.filter(([name]) => !(name in metaSchema.shape))
			.map(([name, field]): [string, unknown] => [
				name,
				asText.some((each) => each === name) && typeof field === 'string' ? JSON.parse(field) : field
			]);
		return { ...meta, value: schema.parse(Object.fromEntries(fields)) };
	}

	/** One who writes after another: ids, numbers and revisions are looked at and written in one step. */
	async function alone<Result>(work: (transaction: ManagedTransaction) => Promise<Result>): Promise<Result> {
		await readyForPeople(store);
		return store.write(async (transaction) => {
			await transaction.run("MERGE (s:PeopleSchema {id: 'people'}) SET s.id = s.id");
			return work(transaction);
		});
	}

	async function held(transaction: ManagedTransaction, id: string): Promise<Kept<Value> | null> {
		const text = `MATCH (n:${label} {id: $id}) RETURN properties(n) AS node`;
		const { records } = await transaction.run(text, { id });
		const [row] = records.map((record) => nodeRow.parse(record.toObject()));
		return row ? keptOf(row.node) : null;
	}

	async function put(transaction: ManagedTransaction, kept: Kept<Value>): Promise<Kept<Value>> {
		const { value, ...meta } = kept;
		await transaction.run(`MERGE (n:${label} {id: $id}) SET n = $node`, {
			id: kept.id,
			node: { ...propertiesOf(value), ...meta }
		});
		return kept;
	}

	function missing(id: string): NotFoundError {
		return new NotFoundError(`There is no ${word} "${id}".`, 'It may have been deleted; look at the list.');
	}

	function tooMany(): ParameterError {
		return new ParameterError(
			`There may be ${most.toLocaleString('en')} of them at most, deleted ones counted.`,
			'Delete what nobody uses; its place is free after 30 days.'
		);
	}

	async function heldAt(transaction: ManagedTransaction, id: string, revision: number): Promise<Kept<Value>> {
		const there = await held(transaction, id);
		if (!there || there.deletedAt !== null) throw missing(id);
		if (there.revision !== revision)
			throw new EditConflictError(
				`Someone else changed the ${word} "${nameOf(there.value)}" meanwhile.`,
				'Nothing was lost: look at what is there now, then keep yours over it or as a copy.',
				there.revision
			);
		return there;
	}

	async function forgetOld(transaction: ManagedTransaction): Promise<void> {
		const before = new Date(now().getTime() - peopleLimits.daysKept * 86_400_000).toISOString();
		await transaction.run(`MATCH (n:${label}) WHERE n.deletedAt < $before DETACH DELETE n`, { before });
	}

	async function idsThere(transaction: ManagedTransaction): Promise<Set<string>> {
		const { records } = await transaction.run(`MATCH (n:${label}) RETURN n.id AS id`);
		return new Set(records.map((record) => z.object({ id: z.string() }).parse(record.toObject()).id));
	}

	async function rows(text: string, parameters: Record<string, unknown>): Promise<Kept<Value>[]> {
		await readyForPeople(store);
		return (await store.read({ text, row: nodeRow }, parameters)).map(({ node }) => keptOf(node));
	}

	return {
		list: ({ deleted = false } = {}) =>
			rows(
				`MATCH (n:${label}) WHERE (n.deletedAt IS NOT NULL) = $deleted RETURN properties(n) AS node ORDER BY n.id`,
				{ deleted }
			),
		async find(id) {
			const text = `MATCH (n:${label} {id: $id}) WHERE n.deletedAt IS NULL RETURN properties(n) AS node`;
			const [kept] = await rows(text, { id });
			return kept ?? null;
		},
		create: (given, wanted) => {
			const value = checked(given);
			return alone(async (transaction) => {
				await forgetOld(transaction);
				const there = await idsThere(transaction);
				if (there.size >= most) throw tooMany();
				const isFree = (id: string) => !there.has(id) && !isTaken(id);
				if (wanted !== undefined && there.has(wanted))
					throw new EditConflictError(
						`There is a ${word} "${wanted}" already.`,
						'Look at what is there now, then change that.',
						1
					);
				const base = idOf(nameOf(value), word);
				let id = wanted ?? base;
				for (let number = 2; wanted === undefined && !isFree(id); number += 1) id = `${base}-${number}`;
				const at = now().toISOString();
				return put(transaction, {
					...{ id, revision: 1, createdAt: at, changedAt: at, deletedAt: null, value }
				});
			});
		},
		change: (id, revision, given) => {
			const value = checked(given);
			return alone(async (transaction) => {
				const there = await heldAt(transaction, id, revision);
				const changedAt = now().toISOString();
				return put(transaction, { ...there, revision: revision + 1, changedAt, value });
			});
		},
		putEach: (ids, next) =>
			alone(async (transaction) => {
				const all = await idsThere(transaction);
				if (new Set([...all, ...ids]).size > most) throw tooMany();
				const text = `MATCH (n:${label}) WHERE n.id IN $ids RETURN properties(n) AS node`;
				const { records } = await transaction.run(text, { ids });
				const rows = records.map((record) => keptOf(nodeRow.parse(record.toObject()).node));
				const there = new Map(rows.map((kept) => [kept.id, kept]));
				const at = now().toISOString();
				const put = ids.flatMap((id): Kept<Value>[] => {
					const old = there.get(id);
					const value = next(id, old && old.deletedAt === null ? old.value : null);
					if (value === null) return [];
					const { revision, createdAt } = old ?? { revision: 0, createdAt: at };
					const meta = { id, revision: revision + 1, createdAt, changedAt: at, deletedAt: null };
					return [{ ...meta, value: checked(value) }];
				});
				const nodes = put.map(({ value, ...meta }) => ({ ...propertiesOf(value), ...meta }));
				await transaction.run(`UNWIND $nodes AS node MERGE (n:${label} {id: node.id}) SET n = node`, {
					nodes
				});
				return put;
			}),
		remove: (id, revision) =>
			alone(async (transaction) => {
				const there = await heldAt(transaction, id, revision);
				return put(transaction, { ...there, revision: revision + 1, deletedAt: now().toISOString() });
			}),
		restore: (id) =>
			alone(async (transaction) => {
				const there = await held(transaction, id);
				if (!there) throw missing(id);
				if (there.deletedAt === null) return there;
				return put(transaction, { ...there, revision: there.revision + 1, deletedAt: null });
			})
	};
}

import { z } from 'zod';
import { StoreRefusedError } from '#lib/domain/errors.ts';
import { uniqueId } from '#lib/server/publishing/schema.ts';
import type { Store } from '#lib/server/store.ts';

interface Step {
	/** What it brings, for whoever reads the table. */
	about: string;
	/** Each may be run again, also by two who open the store at once; one command per transaction. */
	statements: readonly string[];
}

/**
 * How what people keep is stored, one step a version: version 1 is the first row. A change of form gets a new row, and
 * never an old one another text. An ingest has no part in it.
 */
const steps: readonly Step[] = [
	{
		about: 'ids are unique',
		statements: ['SavedQuery', 'SavedView', 'Decision', 'QueryMark'].map((label) => uniqueId(label)[1])
	},
	{
		about: 'the library has an entry a paper',
		statements: [uniqueId('LibraryEntry')[1]]
	}
];

/** The version of this program's table. */
export const peopleVersion = steps.length;

const versionRow = z.object({ version: z.int() });

async function storedVersion(store: Store): Promise<number> {
	const text = "MATCH (s:PeopleSchema {id: 'people'}) RETURN coalesce(s.version, 0) AS version";
	const [row] = await store.read({ text, row: versionRow });
	return row?.version ?? 0;
}

async function bringUp(store: Store): Promise<void> {
	const version = await storedVersion(store);
	if (version === peopleVersion) return;
	if (version > peopleVersion)
		throw new StoreRefusedError(
			`What people keep in this graph store has form ${version}, and this Throughline knows form ${peopleVersion}.`,
			'Use a Throughline that is at least as new as the one that wrote it.'
		);
	for (const { statements } of steps.slice(version))
		for (const statement of statements) await store.write((transaction) => transaction.run(statement));
	await store.write(async (transaction) => {
		await transaction.run(uniqueId('PeopleSchema')[1]);
	});
	await store.write(async (transaction) => {
		// Two who open it at once both come to the same end.
		await transaction.run("MERGE (s:PeopleSchema {id: 'people'}) SET s.version = $version", {
			version: peopleVersion
		});
	});
}

const broughtUp = new WeakMap<Store, Promise<void>>();

/**
 * Brings what people keep to the form that this program knows, once for each store that is opened: when it is opened, or
 * by the first who asks. Throws StoreRefusedError where a newer program wrote it, or where nothing may be written.
 */
export async function readyForPeople(store: Store): Promise<void> {
	const running = broughtUp.get(store) ?? bringUp(store);
	broughtUp.set(store, running);
	try {
		await running;
	} catch (failure) {
		// The next one to ask tries again.
		broughtUp.delete(store);
		throw failure;
	}
}

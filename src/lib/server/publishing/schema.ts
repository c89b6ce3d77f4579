import { z } from 'zod';
import { labels, ownLabels } from '#lib/domain/graph-model.ts';
import type { Store } from '#lib/server/store.ts';

/** The constraint that makes the `id` of a label unique: its name, and the command that makes it where it is missing. */
export function uniqueId(label: string): [name: string, command: string] {
	const name = `${label.toLowerCase()}_id`;
	return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`];
}

/** Every constraint and index by its name. One command per transaction: Neo4j mixes neither two nor one with data. */
const schema: Record<string, string> = {
	// What people keep brings its own (people-schema.ts).
	...Object.fromEntries([...labels, ...ownLabels].map(uniqueId)),
	paper_text: 'CREATE FULLTEXT INDEX paper_text IF NOT EXISTS FOR (n:Paper) ON EACH [n.title, n.abstract]',
	concept_text:
		'CREATE FULLTEXT INDEX concept_text IF NOT EXISTS FOR (n:Concept) ON EACH [n.name, n.aliases]',
	concept_search: 'CREATE INDEX concept_search IF NOT EXISTS FOR (n:Concept) ON (n.search)',
	concept_spelling: 'CREATE INDEX concept_spelling IF NOT EXISTS FOR (n:Concept) ON (n.spelling)',
	concept_papers: 'CREATE INDEX concept_papers IF NOT EXISTS FOR (n:Concept) ON (n.papers)',
	paper_characters: 'CREATE INDEX paper_characters IF NOT EXISTS FOR (n:Paper) ON (n.characters)',
	paper_concepts: 'CREATE INDEX paper_concepts IF NOT EXISTS FOR (n:Paper) ON (n.concepts)',
	paper_nearest: 'CREATE INDEX paper_nearest IF NOT EXISTS FOR (n:Paper) ON (n.nearest)',
	paper_date: 'CREATE INDEX paper_date IF NOT EXISTS FOR (n:Paper) ON (n.date)'
};

const nameRow = z.object({ name: z.string() });

/**
 * Creates what is missing of the constraints and indexes, and waits until they answer. Safe to repeat, also while
 * another ingest holds the lock: creating one waits for every open transaction on its label, so nothing that is
 * there already is asked for again.
 */
export async function ensureSchema(store: Store): Promise<void> {
	const there = new Set(
		(await store.read({ text: 'SHOW INDEXES YIELD name', row: nameRow })).map(({ name }) => name)
	);
	const missing = Object.entries(schema).filter(([name]) => !there.has(name));
	for (const [, command] of missing) await store.write((transaction) => transaction.run(command));
	if (missing.length > 0) await store.read({ text: 'CALL db.awaitIndexes(120)', row: z.object({}) });
}

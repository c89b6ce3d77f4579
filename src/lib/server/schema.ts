import type { Store } from './store.ts';
import { z } from 'zod';

/** Every label whose `id` is unique. */
const identified = [
	'Paper',
	'Concept',
	'Topic',
	'Author',
	'Organization',
	'Ingest',
	'SavedQuery',
	'SavedView',
	'Decision'
];

/** One schema command per transaction: Neo4j mixes neither two of them nor one with data. */
const commands = [
	...identified.map(
		(label) =>
			`CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`
	),
	'CREATE FULLTEXT INDEX paper_text IF NOT EXISTS FOR (n:Paper) ON EACH [n.title, n.abstract]',
	'CREATE FULLTEXT INDEX concept_text IF NOT EXISTS FOR (n:Concept) ON EACH [n.name, n.aliases]',
	'CREATE INDEX concept_search IF NOT EXISTS FOR (n:Concept) ON (n.search)',
	'CREATE INDEX concept_papers IF NOT EXISTS FOR (n:Concept) ON (n.papers)',
	'CREATE INDEX paper_date IF NOT EXISTS FOR (n:Paper) ON (n.date)'
];

const anyRow = z.object({});

/** Creates what is missing of the constraints and indexes, and waits until they answer. Safe to repeat. */
export async function ensureSchema(store: Store): Promise<void> {
	for (const command of commands) await store.write((transaction) => transaction.run(command));
	await store.read({ text: 'CALL db.awaitIndexes(120)', row: anyRow });
}

import { createHash } from 'node:crypto';
import neo4j, { type Session } from 'neo4j-driver';
import { guardQuery } from '#lib/server/queries/query-guard.ts';
import { ensureSchema } from '#lib/server/publishing/schema.ts';
import type { Store } from '#lib/server/store.ts';
import { pondGraph } from '../../data/queries/pond-graph.ts';

/** What every statement may use. */
export const parameters = { n: neo4j.int(2), create: 'a text', 'load csv': neo4j.int(3), m: { x: 'y' } };

/** Fills an empty store with the graph that statements are tried on, its indexes ready. */
export async function fillPond(store: Store): Promise<void> {
	await ensureSchema(store);
	await store.write((transaction) => transaction.run(pondGraph));
	await store.write((transaction) => transaction.run('CALL db.awaitIndexes(60)'));
}

/** Everything a statement could have changed, as one hash: nodes, relationships, indexes, constraints, databases, users. */
export async function stateOf(store: Store): Promise<string> {
	const rows: string[] = [];
	const session = store.readingSession();
	try {
		for (const question of [
			'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id',
			'MATCH (a)-[r]->(b) RETURN elementId(r) AS id, type(r) AS type, elementId(a), elementId(b), properties(r) ORDER BY id',
			'SHOW INDEXES YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name',
			'SHOW CONSTRAINTS YIELD name, type RETURN * ORDER BY name',
			'SHOW DATABASES YIELD name, currentStatus RETURN * ORDER BY name',
			'SHOW USERS YIELD user RETURN user ORDER BY user'
		]) {
			const { records } = await session.run(question);
			rows.push(...records.map((record) => JSON.stringify(record.toObject())));
		}
	} finally {
		await session.close();
	}
	return createHash('sha256').update(rows.join('\n')).digest('hex');
}

function plain(value: unknown): unknown {
	if (neo4j.isInt(value)) return value.toNumber();
	return Array.isArray(value) ? value.map(plain) : value;
}

/** The rows of a statement that passes the guard, read as the app reads: in a reading transaction. */
export async function guardedRows(session: Session, cypher: string): Promise<unknown[][]> {
	await guardQuery(session, cypher, parameters);
	const { records } = await session.run(cypher, parameters, { timeout: 10_000 });
	return records.map((record) => record.keys.map((key) => plain(record.get(key))));
}

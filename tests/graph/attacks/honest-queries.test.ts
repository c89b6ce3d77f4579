import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardQuery } from '#lib/server/queries/query-guard.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { honestCypher25, honestShapes } from '../../data/queries/honest-shapes.ts';
import { honestTexts } from '../../data/queries/honest-texts.ts';
import { openedStore } from '../opened-store.ts';
import { fillPond, guardedRows } from './pond-store.ts';

const opened = openedStore(fillPond);
const session = () => opened.store.readingSession();

test.each([...honestTexts, ...honestShapes])('passes and answers %j', async (cypher, rows) => {
	await using reading = session();
	expect(await guardedRows(reading, cypher)).toEqual(rows);
});

/** What is no text. */
const valueOf: Partial<Record<string, unknown>> = { number: neo4j.int(3), switch: true };

test.each(shippedQueries)('passes the shipped query $id', async ({ cypher, parameters }) => {
	await using reading = session();
	const given = Object.fromEntries(
		parameters.map(({ name, type, several }) => {
			const value = valueOf[type] ?? 'reeds';
			return [name, several ? [value] : value];
		})
	);
	await expect(guardQuery(reading, cypher, given)).resolves.toHaveProperty('operatorType');
});

describe('with Cypher 25 as the language of the database', () => {
	const speak = async (language: number) => {
		const { bolt, username, password } = opened.store.access;
		await using driver = neo4j.driver(bolt, neo4j.auth.basic(username, password));
		const set = `ALTER DATABASE neo4j SET DEFAULT LANGUAGE CYPHER ${language}`;
		await driver.executeQuery(set, {}, { database: 'system' });
	};
	let isThere = false;
	beforeAll(async () => {
		isThere = !(await opened.store.verify()).server.startsWith('5.');
		if (isThere) await speak(25);
	});
	afterAll(async () => {
		if (isThere) await speak(5);
	});

	test.each(honestCypher25)('passes and answers %j', async (cypher, rows) => {
		await using reading = session();
		const answered = guardedRows(reading, cypher);
		if (isThere) expect(await answered).toEqual(rows);
		// Neo4j 5 has no Cypher 25: it answers alike, or says that the text does not parse; the guard refuses none.
		else
			await answered.then(
				(found) => {
					expect(found).toEqual(rows);
				},
				(error: unknown) => {
					expect(error).toMatchObject({ code: 'Neo.ClientError.Statement.SyntaxError' });
				}
			);
	});
});

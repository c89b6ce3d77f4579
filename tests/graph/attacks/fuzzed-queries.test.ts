import fc from 'fast-check';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QueryRefusedError, QuerySyntaxError } from '#lib/domain/errors.ts';
import { guardQuery } from '#lib/server/queries/query-guard.ts';
import { openedStore } from '../opened-store.ts';
import { fillPond, parameters, stateOf } from './pond-store.ts';
import { statement } from './statement-grammar.ts';

/** `FUZZ_SECONDS=600 FUZZ_SEED=7` looks longer, and elsewhere. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 8);
const seed = Number(process.env['FUZZ_SEED'] ?? 11);

const opened = openedStore(fillPond);
let driver: Driver;
beforeAll(() => {
	const { bolt, username, password } = opened.store.access;
	driver = neo4j.driver(bolt, neo4j.auth.basic(username, password));
});
afterAll(() => driver.close());

/** Whether the guard lets a statement through. Throws what is neither a refusal nor a fault of the statement. */
async function passes(cypher: string): Promise<boolean> {
	await using session = opened.store.readingSession();
	try {
		await guardQuery(session, cypher, parameters);
		return true;
	} catch (error) {
		const isFault = error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.');
		if (error instanceof QueryRefusedError || error instanceof QuerySyntaxError || isFault) return false;
		throw error;
	}
}

/** What a statement changes when it may write; all of it is taken back. Null when it ends in an error. */
async function changesOf(cypher: string): Promise<boolean | null> {
	await using session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.WRITE });
	const transaction = session.beginTransaction({ timeout: 5000 });
	try {
		const { counters } = (await transaction.run(cypher, parameters)).summary;
		return counters.containsUpdates() || counters.containsSystemUpdates();
	} catch (error) {
		if (error instanceof Neo4jError) return null;
		throw error;
	} finally {
		await transaction.rollback().catch(() => undefined);
	}
}

test(
	'what passes the guard changes nothing, in a transaction that may write',
	async () => {
		const before = await stateOf(opened.store);
		const seen = { passed: 0, refused: 0, wouldWrite: 0 };
		await fc.assert(
			fc.asyncProperty(statement, async (cypher) => {
				const isPassed = await passes(cypher);
				const changes = await changesOf(cypher);
				seen[isPassed ? 'passed' : 'refused'] += 1;
				if (!isPassed && changes) seen.wouldWrite += 1;
				if (isPassed) expect(changes).not.toBe(true);
			}),
			{
				seed,
				numRuns: 100 * Math.ceil(seconds),
				interruptAfterTimeLimit: seconds * 1000,
				markInterruptAsFailure: false
			}
		);
		expect(await stateOf(opened.store)).toBe(before);
		// The grammar would prove nothing if all of it were refused, or none of it could write.
		const all = seen.passed + seen.refused;
		expect(seen.passed / all).toBeGreaterThan(0.1);
		expect(seen.wouldWrite / all).toBeGreaterThan(0.02);
	},
	(seconds + 60) * 1000
);

import { createServer } from 'node:http';
import { Neo4jError } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QueryRefusedError, QuerySyntaxError } from '#lib/domain/errors.ts';
import { checkText } from '#lib/server/queries/check-text.ts';
import { guardQuery } from '#lib/server/queries/query-guard.ts';
import { hostileServer } from '../../data/queries/hostile-server.ts';
import { hostileSizes } from '../../data/queries/hostile-sizes.ts';
import { hostileTexts } from '../../data/queries/hostile-texts.ts';
import { hostileWrites } from '../../data/queries/hostile-writes.ts';
import { openedStore } from '../opened-store.ts';
import { portOf } from '../port-of.ts';
import { fillPond, parameters, stateOf } from './pond-store.ts';

const opened = openedStore(fillPond);
const hostile = Object.entries({ ...hostileWrites, ...hostileServer, ...hostileTexts });
const called: (string | undefined)[] = [];
const website = createServer((request, response) => {
	called.push(request.url);
	response.end('a,b\n1,2\n');
});
let address = '';
beforeAll(async () => {
	address = `http://127.0.0.1:${await portOf(website)}/table.csv`;
});
afterAll(() => website.close());

/** What the guard makes of a statement; what passes it is run as the app would run it. */
async function fateOf(cypher: string): Promise<string> {
	await using session = opened.store.readingSession();
	try {
		await guardQuery(session, cypher, parameters);
	} catch (error) {
		if (error instanceof QueryRefusedError) return 'refused';
		const isFault = error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.');
		return isFault || error instanceof QuerySyntaxError ? 'no statement' : String(error);
	}
	return await session.run(cypher, parameters).then(
		() => 'passed and ran',
		(error: unknown) => `passed and failed: ${String(error)}`
	);
}

test('there are at least 220 of them', () => {
	const all = [...hostile.flatMap(([, texts]) => texts), ...hostileSizes.map(([, text]) => text)];
	expect(new Set(all).size).toBeGreaterThanOrEqual(220);
});

test.each(hostile)('%s: refused, or no statement, and the graph is as it was', async (_, texts) => {
	const before = await stateOf(opened.store);
	const fates: [string, string][] = [];
	for (const text of texts) fates.push([text, await fateOf(text.replaceAll('{address}', address))]);
	expect(fates.filter(([, fate]) => fate !== 'refused' && fate !== 'no statement')).toEqual([]);
	expect(await stateOf(opened.store)).toBe(before);
	expect(called).toEqual([]);
});

test.each(hostileSizes)('%s: refused before the engine sees it', (_, text) => {
	expect(() => {
		checkText(text);
	}).toThrow(QueryRefusedError);
});

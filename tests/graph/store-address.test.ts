import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '#lib/server/store.ts';
import { openedStore } from './opened-store.ts';
import { portOf } from './port-of.ts';

const opened = openedStore();

async function signIn() {
	const schema = z.object({ port: z.int(), password: z.string() });
	return schema.parse(JSON.parse(await readFile(join(opened.folder, 'neo4j', 'running.json'), 'utf8')));
}

test.each(['bolt', 'neo4j'])('a store is opened by its %s address', async (scheme) => {
	const { port, password } = await signIn();
	const store = await openStore({ url: `${scheme}://127.0.0.1:${port}`, password });
	expect((await store.verify()).server).toMatch(/^(5\.26|20\d\d)\./);
	await store.close();
});

test.each([
	['bolt', { password: 'wrong' }, 'refused the user name or password', 'NEO4J_PASSWORD'],
	['bolt', { username: 'pond' }, 'refused the user name or password', 'NEO4J_USERNAME'],
	['neo4j', { database: 'pond' }, 'has no such database', 'NEO4J_DATABASE'],
	['bolt', { database: 'pond' }, 'has no such database', 'NEO4J_DATABASE']
])('%s with %j is refused in words', async (scheme, given, message, advice) => {
	const { port, password } = await signIn();
	const opening = openStore({ url: `${scheme}://127.0.0.1:${port}`, password, ...given });
	await expect(opening).rejects.toMatchObject({
		name: 'StoreRefusedError',
		message: expect.stringContaining(message) as string,
		advice: expect.stringContaining(advice) as string
	});
});

test.each([
	'bolt://127.0.0.1:9',
	'neo4j://127.0.0.1:9',
	'bolt+s://127.0.0.1:9',
	'bolt://no-such-host.invalid'
])('%s is said to be away', async (url) => {
	await expect(openStore({ url, password: 'x' })).rejects.toMatchObject({
		name: 'StoreUnavailableError',
		message: `The graph store at ${url} does not answer.`,
		advice: expect.stringContaining('GRAPH_URL') as string
	});
});

test('a port that speaks HTTP is said to', async () => {
	const http = createServer((_, response) => response.end('pond'));
	const port = await portOf(http);
	await expect(openStore({ url: `bolt://127.0.0.1:${port}`, password: 'x' })).rejects.toMatchObject({
		name: 'StoreRefusedError',
		message: `What listens at bolt://127.0.0.1:${port} speaks HTTP, not Bolt.`
	});
	http.close();
});

test.each([
	'somewhere',
	'http://127.0.0.1:7474',
	'local:',
	'bolt://',
	'bolt://a b',
	'bolt://127.0.0.1:99999'
])('%j is no address', async (url) => {
	await expect(openStore({ url })).rejects.toMatchObject({
		name: 'UsageError',
		message: `"${url}" is no graph store.`
	});
});

test.each(['neo4j+s://neo4j:secret@graph.invalid', 'bolt://neo4j:secret@graph.invalid:99999'])(
	'the password in %s is not repeated',
	async (url) => {
		await expect(openStore({ url })).rejects.toMatchObject({
			name: 'UsageError',
			message: expect.not.stringContaining('secret') as string
		});
	}
);

test('a question that takes too long is stopped, in words', async () => {
	const slow = {
		text: 'UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b RETURN sum(a % 7 + b % 3) AS sum',
		row: z.object({ sum: z.int() })
	};
	await expect(opened.store.read(slow, {}, { seconds: 1 })).rejects.toMatchObject({
		name: 'QueryStoppedError'
	});
});

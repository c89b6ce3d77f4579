import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '#lib/server/store.ts';
import { javaHome, openedStore } from './opened-store.ts';

const opened = openedStore();
const one = { text: 'RETURN 1 AS one', row: z.object({ one: z.int() }) };

function recordFile(): string {
	return join(opened.folder, 'neo4j', 'running.json');
}

async function readRecord() {
	const schema = z.object({ pid: z.int(), port: z.int() }).loose();
	return schema.parse(JSON.parse(await readFile(recordFile(), 'utf8')));
}

test('what runs is joined, and goes on when the one who joined leaves', async () => {
	const joined = await openStore({ url: `local:${opened.folder}`, javaHome });
	expect(await joined.read(one)).toEqual([{ one: 1 }]);
	await joined.close();
	expect(await opened.store.read(one)).toEqual([{ one: 1 }]);
});

test('password and record are for the owner only', async () => {
	for (const file of ['password', 'running.json'])
		expect((await stat(join(opened.folder, 'neo4j', file))).mode & 0o077).toBe(0);
});

test('a wrong password is said to be one', async () => {
	const { port } = await readRecord();
	await expect(openStore({ url: `bolt://127.0.0.1:${port}`, password: 'wrong' })).rejects.toThrow(
		'refused the user name or password'
	);
});

test('a store that is away is said to be away', async () => {
	await expect(openStore({ url: 'bolt://127.0.0.1:9', password: 'x' })).rejects.toThrow('does not answer');
});

test('an address that is none is refused', async () => {
	await expect(openStore({ url: 'somewhere' })).rejects.toThrow('is no graph store');
});

test('a server that was killed is said to be away, and its data is found again', async () => {
	await opened.store.write((transaction) => transaction.run("CREATE (:SavedQuery {id: 'mine'})"));
	const { pid } = await readRecord();
	process.kill(pid, 'SIGKILL');
	await expect(opened.store.read(one)).rejects.toThrow('does not answer');
	await expect(openStore({ url: `local:${opened.folder}`, joinOnly: true })).rejects.toThrow(
		'is not running'
	);
	// Its number may be another process's by now.
	await writeFile(recordFile(), JSON.stringify({ ...(await readRecord()), pid: process.pid }));
	const again = await openStore({ url: `local:${opened.folder}`, javaHome });
	const count = { text: 'MATCH (q:SavedQuery) RETURN count(q) AS one', row: one.row };
	expect(await again.read(count)).toEqual([{ one: 1 }]);
	await again.close();
});

test('a folder that another version wrote is refused, and so is one that cannot be written', async () => {
	await writeFile(join(opened.folder, 'neo4j', 'version'), '4.4.0');
	await expect(openStore({ url: `local:${opened.folder}`, javaHome })).rejects.toThrow(
		'was written by Neo4j 4.4.0'
	);
	await expect(openStore({ url: 'local:/dev/null/data', javaHome })).rejects.toThrow('cannot be written');
});

test('a Java that is none is named', async () => {
	await expect(openStore({ url: `local:${opened.folder}/other`, javaHome: '/dev/null' })).rejects.toThrow(
		'No Java'
	);
});

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lineForJava } from '#lib/server/local-server/neo4j-artifacts.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { javaHome, ownFolder } from '../opened-store.ts';
import { portOf } from '../port-of.ts';
import { processStandingStill } from '../processes/run-process.ts';

const own = ownFolder();
const one = { text: 'RETURN 1 AS one', row: z.object({ one: z.int() }) };

function fileOf(name: string): string {
	return join(own.folder, 'neo4j', name);
}

async function readRecord() {
	const schema = z.object({ pid: z.int(), port: z.int() }).loose();
	return schema.parse(JSON.parse(await readFile(fileOf('running.json'), 'utf8')));
}

function open(given: { joinOnly?: boolean } = {}): Promise<Store> {
	return openStore({ url: `local:${own.folder}`, javaHome, ...given });
}

/** The tests of this group follow each other: what one leaves running, the next one finds. */
describe('the local Neo4j of a folder', () => {
	let store: Store;
	let killed: Awaited<ReturnType<typeof readRecord>>;

	test('is the same for two that start it at once', async () => {
		const [mine, other] = await Promise.all([
			open(),
			processStandingStill(new URL('../processes/use-store.ts', import.meta.url), `local:${own.folder}`)
		]);
		expect(await mine.read(one)).toEqual([{ one: 1 }]);
		const before = await readRecord();
		await mine.close();
		// The other one still uses it; whoever leaves last stops it, and one that was killed has left.
		store = await open();
		expect(await readRecord()).toEqual(before);
		await other.kill();
		expect(await store.read(one)).toEqual([{ one: 1 }]);
	});

	test('keeps its password and record for the owner only', async () => {
		for (const name of ['password', 'running.json']) expect((await stat(fileOf(name))).mode & 0o077).toBe(0);
	});

	test('is found by one that only joins, which leaves it running', async () => {
		const joined = await open({ joinOnly: true });
		expect(await joined.read(one)).toEqual([{ one: 1 }]);
		await joined.close();
		expect(await store.read(one)).toEqual([{ one: 1 }]);
	});

	test('is said to be away when it was killed, to those who have it open and to those who come', async () => {
		await store.write((transaction) => transaction.run("CREATE (:SavedQuery {id: 'mine'})"));
		killed = await readRecord();
		process.kill(killed.pid, 'SIGKILL');
		await expect(store.read(one)).rejects.toMatchObject({
			name: 'StoreUnavailableError',
			message: `The graph store at local:${own.folder} does not answer.`,
			advice:
				'Wait a few seconds: what npm start or npm run neo4j started is started again. Else start it with one of them.'
		});
		await expect(open({ joinOnly: true })).rejects.toMatchObject({
			name: 'StoreUnavailableError',
			message: `The local Neo4j in ${own.folder} is not running.`
		});
		await store.close();
	});

	test('is started anew where another program has the port and the number of one that was killed', async () => {
		const other = createServer((socket) => socket.destroy());
		const port = await portOf(other);
		await writeFile(fileOf('running.json'), JSON.stringify({ ...killed, pid: process.pid, port }));
		await expect(open({ joinOnly: true })).rejects.toMatchObject({
			message: `The local Neo4j in ${own.folder} is not running.`
		});
		const anew = await open();
		expect(await anew.read(one)).toEqual([{ one: 1 }]);
		const started = await readRecord();
		expect(started.pid).not.toBe(process.pid);
		expect(started.port).not.toBe(port);
		await anew.close();
		other.close();
	});

	test('refuses a password that is not its own, and is not left running then', async () => {
		const password = await readFile(fileOf('password'), 'utf8');
		await writeFile(fileOf('password'), 'another');
		await expect(open()).rejects.toMatchObject({
			name: 'LocalServerError',
			message: `The local Neo4j in ${own.folder} refuses the password that is kept in ${fileOf('password')}.`
		});
		await writeFile(fileOf('password'), password);
	});

	test('is found again with all it held, whatever its record says', async () => {
		await writeFile(fileOf('running.json'), '{"pid": 1, "po');
		store = await open();
		const count = { text: 'MATCH (q:SavedQuery) RETURN count(q) AS one', row: one.row };
		expect(await store.read(count)).toEqual([{ one: 1 }]);
	});

	test('is stopped by the last one that leaves', async () => {
		const { pid } = await readRecord();
		await store.close();
		expect(existsSync(fileOf('running.json'))).toBe(false);
		expect(() => process.kill(pid, 0)).toThrow();
	});

	test.each(['4.4.0', '5.26.12', '2026.09.0'])(
		'of version %s is not opened by another line',
		async (written) => {
			const line = await readFile(fileOf('version'), 'utf8');
			await writeFile(fileOf('version'), written);
			if (written !== line)
				await expect(open()).rejects.toMatchObject({
					name: 'LocalServerError',
					message: `${own.folder} was written by Neo4j ${written}, and the Java here runs Neo4j ${line}.`
				});
			await writeFile(fileOf('version'), line);
		}
	);
});

test('a folder that cannot be written is named', async () => {
	await expect(openStore({ url: 'local:/dev/null/data', javaHome })).rejects.toThrow(
		/^The data folder \/dev\/null\/data cannot be written/
	);
});

describe('Java', () => {
	async function javaThatPrints(version: string): Promise<string> {
		const home = join(own.folder, 'java');
		await mkdir(join(home, 'bin'), { recursive: true });
		await writeFile(join(home, 'bin', 'java'), `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
		await chmod(join(home, 'bin', 'java'), 0o755);
		return home;
	}

	test.each([
		[17, null, '5.26.12'],
		[21, null, '5.26.12'],
		[21, '2026.09.0', '2026.09.0'],
		[25, '5.26.12', '2026.09.0']
	])('%d opens a folder that %s wrote by %s', (major, written, version) => {
		expect(lineForJava(major, written)?.version).toBe(version);
	});

	test.each([
		['none', 'No Java was found, which the local Neo4j needs.'],
		['11.0.2', 'Java 11 is too old for Neo4j, which needs 17 or newer.']
	])('%s is said with three ways out', async (version, message) => {
		const home = version === 'none' ? '/dev/null' : await javaThatPrints(version);
		await expect(openStore({ url: `local:${own.folder}/other`, javaHome: home })).rejects.toMatchObject({
			name: 'LocalServerError',
			message,
			advice: expect.stringMatching(/Install Java .* container, .* GRAPH_URL=bolt/) as string
		});
	});
});

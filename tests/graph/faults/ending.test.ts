import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { processesOf } from '../../../scripts/bench/kills.ts';
import { buildIfStale } from '../../../scripts/build-explorer.ts';
import { freePort, serversOf } from '#lib/server/local-server/server-process.ts';
import { openStore } from '#lib/server/store.ts';
import { javaHome, ownFolder } from '../opened-store.ts';
import { runningCommand, type RunningCommand } from '../processes/running-command.ts';
import { recordOf } from './server-record.ts';

const own = ownFolder();
/** Milliseconds for a start of Neo4j on a machine that does much else. */
const patience = 120_000;
const graph = () => ['--graph', `local:${own.folder}`];
const neo4j = () => runningCommand(['scripts/neo4j.ts', ...graph()]);

async function is(command: RunningCommand, text: string | RegExp): Promise<void> {
	await expect
		.poll(() => command.said.output + command.said.errors, { timeout: patience, interval: 20 })
		.toMatch(text);
}

async function javaIsThere(): Promise<number> {
	await expect.poll(() => serversOf(own.folder).length, { timeout: patience, interval: 5 }).toBe(1);
	return serversOf(own.folder)[0]?.pid ?? 0;
}

afterEach(() => {
	// Whatever a test found: nothing that it started may live on.
	for (const pid of processesOf(own.folder)) process.kill(pid, 'SIGKILL');
});

describe('a command that is told to end', { timeout: 2 * patience }, () => {
	test.each([
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129]
	] as const)('by %s while Neo4j starts for it takes it along, and ends with %d', async (signal, code) => {
		const command = runningCommand(['scripts/query.ts', 'RETURN 1', ...graph()]);
		await javaIsThere();
		command.signal(signal);
		expect(await command.end).toBe(code);
		expect(serversOf(own.folder)).toEqual([]);
		expect(command.said).toEqual({ output: '', errors: '' });
	});

	test('while it works, stops the Neo4j that only it uses', async () => {
		const command = neo4j();
		await is(command, 'Ctrl-C stops it.');
		command.signal('SIGHUP');
		expect(await command.end).toBe(129);
		expect(processesOf(own.folder)).toEqual([]);
		expect(recordOf(own.folder)).toBeNull();
	});

	test('twice, ends at once and still takes Neo4j along, also one that stands still', async () => {
		const command = neo4j();
		await is(command, 'Ctrl-C stops it.');
		process.kill(await javaIsThere(), 'SIGSTOP');
		command.signal('SIGINT');
		// What comes within a second is the same Ctrl-C, once more through npm.
		command.signal('SIGINT');
		await new Promise((wake) => setTimeout(wake, 2000));
		expect(serversOf(own.folder)).toHaveLength(1);
		const asked = performance.now();
		command.signal('SIGINT');
		expect(await command.end).toBe(130);
		expect(performance.now() - asked).toBeLessThan(3000);
		await expect.poll(() => serversOf(own.folder), { timeout: 5000 }).toEqual([]);
	});

	test('by whoever has read enough, ends without a failure and leaves nothing', async () => {
		const command = runningCommand([
			'scripts/query.ts',
			'UNWIND range(1, 4000) AS n RETURN n, "a long line in a pond" AS text',
			...graph()
		]);
		command.stopReading();
		expect(await command.end).toBe(0);
		expect(processesOf(own.folder)).toEqual([]);
	});
});

describe('npm run neo4j', { timeout: 3 * patience }, () => {
	test('starts a Neo4j again that died, says so, and is the owner of one that was left', async () => {
		const killed = runningCommand(['scripts/query.ts', 'RETURN 1', ...graph()]);
		const left = await javaIsThere();
		killed.signal('SIGKILL');
		await killed.end;
		const command = neo4j();
		await is(command, 'was left while it started: waiting for it');
		await is(command, 'Ctrl-C stops it.');
		expect(recordOf(own.folder)?.pid).toBe(left);
		process.kill(left, 'SIGKILL');
		await is(command, `The local Neo4j in ${own.folder} is gone. Starting it again.`);
		await is(command, 'It is there again');
		expect(await javaIsThere()).not.toBe(left);
		command.signal('SIGINT');
		expect(await command.end).toBe(130);
		expect(processesOf(own.folder)).toEqual([]);
	});
});

describe('a Neo4j that was left while it started', { timeout: 2 * patience }, () => {
	test.each(['running.json', 'lock'])('is taken over without its %s', async (lost) => {
		const killed = runningCommand(['scripts/query.ts', 'RETURN 1', ...graph()]);
		const left = await javaIsThere();
		killed.signal('SIGKILL');
		await killed.end;
		await rm(join(own.folder, 'neo4j', lost), { force: true });
		const store = await openStore({ url: `local:${own.folder}`, javaHome });
		expect(recordOf(own.folder)?.pid).toBe(left);
		await store.close();
		expect(serversOf(own.folder)).toEqual([]);
	});
});

describe('npm start', { timeout: 4 * patience }, () => {
	beforeAll(() => buildIfStale(() => undefined), 300_000);

	async function isUp(port: number): Promise<boolean> {
		return fetch(`http://127.0.0.1:${port}/api/health`).then(
			(response) => response.ok,
			() => false
		);
	}

	/** The processes whose environment names the port: the app has nothing on its command line. */
	async function processesAt(port: number): Promise<string[]> {
		const found: string[] = [];
		for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
			const given = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
			const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
			if (given.split('\0').includes(`PORT=${port}`) && command.includes('build/index.js')) found.push(pid);
		}
		return found;
	}

	test.runIf(existsSync('/proc/self/environ')).each([
		['SIGKILL', 'SIGKILL'],
		['SIGTERM', 143],
		['SIGHUP', 129]
	] as const)('ended by %s takes the app and Neo4j along', async (signal, code) => {
		const port = await freePort();
		const start = runningCommand(['scripts/start.ts', ...graph()], {
			PORT: String(port),
			HOST: '127.0.0.1'
		});
		await expect.poll(() => isUp(port), { timeout: 2 * patience, interval: 500 }).toBe(true);
		expect(await processesAt(port)).toHaveLength(1);
		// What was built already, by the command itself or by npm run build, is not built again.
		expect(start.said.errors).not.toContain('Building');
		start.signal(signal);
		expect(await start.end).toBe(code);
		await expect.poll(() => processesAt(port), { timeout: 60_000 }).toEqual([]);
		await expect.poll(() => processesOf(own.folder), { timeout: 60_000 }).toEqual([]);
	});

	test.runIf(existsSync('/proc/self/environ'))(
		'is started again when it alone dies, and not when it dies at once',
		async () => {
			const port = await freePort();
			const start = runningCommand(['scripts/start.ts', ...graph()], {
				PORT: String(port),
				HOST: '127.0.0.1'
			});
			await expect.poll(() => isUp(port), { timeout: 2 * patience, interval: 500 }).toBe(true);
			await new Promise((wake) => setTimeout(wake, 11_000));
			const [first] = await processesAt(port);
			process.kill(Number(first), 'SIGKILL');
			await is(start, 'Starting it again.');
			await expect.poll(() => isUp(port), { timeout: patience, interval: 500 }).toBe(true);
			const [second] = await processesAt(port);
			expect(second).not.toBe(first);
			process.kill(Number(second), 'SIGKILL');
			expect(await start.end).toBe(1);
			expect(start.said.errors).toContain('The server ended with code 137.');
		}
	);
});

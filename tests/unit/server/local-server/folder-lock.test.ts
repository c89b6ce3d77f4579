import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alone, lockHolder } from '#lib/server/local-server/folder-lock.ts';
import { ownIdentity } from '#lib/server/local-server/process-identity.ts';
import { enter, usersOf } from '#lib/server/local-server/server-users.ts';

let folder: string;
const said: string[] = [];
const log = (line: string) => said.push(line);

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-lock-'));
	await mkdir(join(folder, 'neo4j'));
	said.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

function writeLock(content: object | string): Promise<void> {
	const text = typeof content === 'string' ? content : JSON.stringify(content);
	return writeFile(join(folder, 'neo4j', 'lock'), text);
}

/** Sixteen, one right after the other, each of which notes when it is in. */
async function together(): Promise<{ most: number; came: number }> {
	let inside = 0;
	let most = 0;
	let came = 0;
	const work = async () => {
		inside += 1;
		came += 1;
		most = Math.max(most, inside);
		await new Promise((wake) => setTimeout(wake, 2));
		inside -= 1;
	};
	const all: Promise<void>[] = [];
	for (let number = 0; number < 16; number += 1) {
		all.push(alone(folder, { log }, work));
		await new Promise((wake) => setImmediate(wake));
	}
	await Promise.all(all);
	return { most, came };
}

describe('alone', { timeout: 60_000 }, () => {
	test('lets in one at a time, and leaves nothing behind', async () => {
		expect(await together()).toEqual({ most: 1, came: 16 });
		expect(await readdir(join(folder, 'neo4j'))).toEqual([]);
	});

	test.each([
		['of a process that is dead', { ...ownIdentity, pid: 2 ** 30, nonce: randomUUID() }],
		[
			'of one whose number another has',
			{ ...ownIdentity, started: `${ownIdentity.started}1`, nonce: randomUUID() }
		],
		['from before the machine was restarted', { ...ownIdentity, boot: 'another', nonce: randomUUID() }]
	])('takes a lock %s at once, and still lets in one at a time', async (_, lock) => {
		await writeLock(lock);
		expect(await lockHolder(folder)).toBeNull();
		const began = performance.now();
		await alone(folder, { log }, () => Promise.resolve());
		expect(performance.now() - began).toBeLessThan(1000);
		for (let round = 0; round < 3; round += 1) {
			await writeLock(lock);
			expect(await together()).toEqual({ most: 1, came: 16 });
		}
		expect(await readdir(join(folder, 'neo4j'))).toEqual([]);
	});

	test('takes a lock that says nothing, once it is old', async () => {
		await writeLock('');
		const waiting = new AbortController();
		const early = alone(folder, { log, signal: waiting.signal }, () => Promise.resolve('in'));
		setTimeout(() => {
			waiting.abort(new Error('too early'));
		}, 500);
		await expect(early).rejects.toThrow('too early');
		const old = new Date(Date.now() - 11_000);
		await utimes(join(folder, 'neo4j', 'lock'), old, old);
		expect(await alone(folder, { log }, () => Promise.resolve('in'))).toBe('in');
	});

	test('waits for a process that lives, says so, and can be called off', async () => {
		await writeLock({ ...ownIdentity, nonce: randomUUID() });
		expect(await lockHolder(folder)).toBe(process.pid);
		const waiting = new AbortController();
		const late = alone(folder, { log, signal: waiting.signal }, () => Promise.resolve('in'));
		setTimeout(() => {
			waiting.abort(new Error('called off'));
		}, 2600);
		await expect(late).rejects.toThrow('called off');
		expect(said).toEqual([
			`Waiting for another command that is starting or stopping the Neo4j in ${folder}.`
		]);
	});
});

describe('usersOf', () => {
	test('counts those that live, and forgets the others', async () => {
		const leave = await enter(folder);
		await enter(folder);
		const users = join(folder, 'neo4j', 'users');
		await writeFile(join(users, '7-1'), JSON.stringify({ ...ownIdentity, pid: 2 ** 30 }));
		await writeFile(
			join(users, `${process.pid}-99`),
			JSON.stringify({ ...ownIdentity, started: `${ownIdentity.started}1` })
		);
		await writeFile(join(users, '8-1'), '');
		expect(usersOf(folder)).toEqual([process.pid, process.pid]);
		expect(await readdir(users)).toHaveLength(2);
		await leave();
		expect(usersOf(folder)).toEqual([process.pid]);
	});
});

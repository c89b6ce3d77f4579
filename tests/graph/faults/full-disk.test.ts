import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { StoreUnavailableError } from '#lib/domain/errors.ts';
import type { Graph } from '#lib/domain/graph.ts';
import { watchLocalServer } from '#lib/server/local-server/watch-local-server.ts';
import { health } from '#lib/server/questions/health.ts';
import { publish, unfinishedIngest } from '#lib/server/publishing/publish.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { madeUpPaper } from '../made-up-papers.ts';
import { empty, exportedLines, graphOf, ingestAt, javaHome } from '../opened-store.ts';
import { runProcess } from '../processes/run-process.ts';

/** Two logs of Neo4j of 256 MB, made when it starts, and room for a small graph. */
const megabytes = 680;

/** Mounts a disk of its own that can be filled; null where that is not permitted. */
function mountedDisk(folder: string): string | null {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
		return folder;
	} catch {
		return null;
	}
}

const disk = mountedDisk(await mkdtemp(join(tmpdir(), 'throughline-disk-')));
if (disk === null) console.warn('No disk can be filled here: mounting one is not permitted.');

const filler = () => join(disk ?? '', 'filler');

function free(): number {
	const { bavail, bsize } = statfsSync(disk ?? '');
	return bavail * bsize;
}

/** Fills the disk until so many bytes are left; for 0 until the system refuses another one. */
function fill(left = 0): void {
	const file = openSync(filler(), 'a');
	try {
		while (free() > left) writeSync(file, Buffer.alloc(Math.min(2 ** 20, Math.max(1, free() - left))));
		if (left === 0) for (;;) writeSync(file, 'x');
	} catch (error) {
		expect(error).toMatchObject({ code: 'ENOSPC' });
	} finally {
		closeSync(file);
	}
}

/** In continuous integration mounting is permitted: there this test is never skipped. */
describe.skipIf(disk === null && !process.env['CI'])('on a full disk', () => {
	const folder = join(disk ?? '', 'data');
	let store: Store;
	let small: Graph;
	let large: Graph;
	let before: string[];

	beforeAll(async () => {
		expect(disk).not.toBeNull();
		small = await graphOf([1, 2, 3].map((n) => madeUpPaper(n)));
		large = await graphOf(Array.from({ length: 60 }, (_, n) => madeUpPaper(n)));
		store = await openStore({ url: `local:${folder}`, javaHome });
		await publish(store, small, ingestAt(1));
		before = await exportedLines(store);
	});

	afterEach(() => {
		rmSync(filler(), { force: true });
	});

	afterAll(async () => {
		await store.close();
		execFileSync('umount', [disk ?? '']);
		await rm(disk ?? '', { recursive: true });
	});

	async function expectOldGeneration() {
		expect(await health(store, '0.1.0')).toMatchObject({
			status: 'ready',
			generation: ingestAt(1).startedAt,
			papers: 3
		});
		expect(await exportedLines(store)).toEqual(before);
		expect(await unfinishedIngest(store)).toBeNull();
	}

	test('nothing is published, the old generation stays, and a sentence says so', async () => {
		fill();
		expect(free()).toBe(0);
		await expect(publish(store, large, ingestAt(2))).rejects.toMatchObject({
			name: 'DiskFullError',
			message: expect.stringMatching(
				/^There is too little room on the disk of .*data: 0 MB are free/
			) as string
		});
		await expectOldGeneration();
	});

	test('that fills while it is published, the old generation stays', async () => {
		let reports = 0;
		const filling = publish(store, large, ingestAt(2), {
			onProgress: () => {
				reports += 1;
				if (reports === 2) fill();
			}
		});
		await expect(filling).rejects.toMatchObject({
			name: 'DiskFullError',
			advice: 'Free some space and ingest again; the graph that was there is unchanged.'
		});
		expect(reports).toBe(2);
		await expectOldGeneration();
	});

	test('the command says so in two sentences, and publishes when there is room again', async () => {
		const file = join(folder, 'papers.jsonl');
		await writeFile(file, `${JSON.stringify(madeUpPaper(9))}\n`);
		fill(4 * 2 ** 20);
		const ingest = () => runProcess('scripts/ingest.ts', file, '--graph', `local:${folder}`);
		const failed = await ingest();
		expect(failed).toMatchObject({ code: 1, output: '' });
		expect(failed.errors).toMatch(
			/There is too little room on the disk of .*\nFree some space and ingest again\.\n$/
		);
		await expectOldGeneration();
		rmSync(filler());
		expect(await ingest()).toMatchObject({ code: 0 });
		expect(await health(store, '0.1.0')).toMatchObject({ status: 'ready', papers: 4 });
	});

	test.each([
		['with a little room left, nothing stays of it', 16 * 2 ** 20, 'nothing was published', 'empty'],
		['without, what stays is said to be unfinished', 0, 'the next ingest completes it', 'publishing']
	])('into an empty store: %s, and the next ingest is whole', async (_, left, advice, status) => {
		await empty(store);
		let isFilled = false;
		const filling = publish(store, large, ingestAt(3), {
			onProgress: () => {
				if (!isFilled) fill(left);
				isFilled = true;
			}
		});
		await expect(filling).rejects.toMatchObject({
			name: 'DiskFullError',
			advice: expect.stringContaining(advice) as string
		});
		// A disk without any room may have the database give up: whoever watches over it starts it again, where there is room.
		const now = await health(store, '0.1.0').catch((error: unknown) => error);
		if (now instanceof Error) expect(now).toBeInstanceOf(StoreUnavailableError);
		else expect(now).toMatchObject({ status, generation: null });
		rmSync(filler());
		const watching = watchLocalServer({ folder, log: () => undefined, javaHome });
		const state = () => health(store, '0.1.0').catch(() => ({ status: 'away', generation: null }));
		await expect.poll(state, { timeout: 90_000, interval: 500 }).toMatchObject({ status, generation: null });
		await watching.stop();
		if (status === 'empty') expect(await exportedLines(store, true)).toEqual([]);
		await publish(store, large, ingestAt(4));
		expect(await health(store, '0.1.0')).toMatchObject({ status: 'ready', papers: 60 });
		expect(await unfinishedIngest(store)).toBeNull();
	});

	test('the extraction goes on without its cache, and says so once', async () => {
		fill();
		const papers = Array.from({ length: 100 }, (_, n) => madeUpPaper(n));
		const cache = join(disk ?? '', 'cache');
		const said: string[] = [];
		const found = await extractCorpus(papers, { cache, tell: (sentence) => said.push(sentence) });
		expect(found).toEqual(await extractCorpus(papers));
		expect(said).toEqual([
			`What is found in the texts is not remembered: the cache in ${cache} cannot be written (the disk is full).`
		]);
	});
});

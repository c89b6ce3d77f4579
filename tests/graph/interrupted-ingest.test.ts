import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '#lib/domain/graph.ts';
import { health } from '#lib/server/questions/health.ts';
import { withIngestLock } from '#lib/server/publishing/ingest-lock.ts';
import { publish, unfinishedIngest } from '#lib/server/publishing/publish.ts';
import { exportedLines, ingestAt, openedStore, sampleGraph } from './opened-store.ts';
import { processStandingStill } from './processes/run-process.ts';

/** Larger than any difference here: it goes in one transaction. */
const inOne = '1000000';
const inBatches = '1';

const opened = openedStore();
let files: string;
let small: Graph;
let large: Graph;
/** What a graph looks like in a store that nothing ever went wrong in. */
const whole = new Map<Graph, string[]>();

beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-graphs-'));
	small = await sampleGraph(30);
	large = await sampleGraph();
	for (const [second, graph] of [small, large].entries()) {
		await empty();
		await publish(opened.store, graph, ingestAt(second));
		whole.set(graph, await exportedLines(opened.store));
	}
	await empty();
});

afterAll(async () => {
	await rm(files, { recursive: true });
});

async function empty(): Promise<void> {
	await opened.store.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
}

async function killedHalfway(graph: Graph, second: number, largestTransaction: string): Promise<void> {
	const file = join(files, 'graph.json');
	await writeFile(file, JSON.stringify(graph));
	const record = JSON.stringify(ingestAt(second));
	const url = `local:${opened.folder}`;
	const child = await processStandingStill(
		new URL('./processes/publish-halfway.ts', import.meta.url),
		url,
		file,
		record,
		largestTransaction
	);
	await child.kill();
}

describe('an ingest that is killed while it publishes', () => {
	test('into an empty store: leaves a part that is said to be one, and the next ingest completes it', async () => {
		await killedHalfway(small, 2, inOne);
		const half = await health(opened.store, '0.1.0');
		expect(half).toMatchObject({ status: 'publishing', generation: null });
		expect(half.papers).toBeGreaterThan(0);
		expect(await unfinishedIngest(opened.store)).toEqual(['test']);
		await publish(opened.store, small, ingestAt(3));
		expect(await exportedLines(opened.store)).toEqual(whole.get(small));
		expect(await unfinishedIngest(opened.store)).toBeNull();
		expect(await health(opened.store, '0.1.0')).toMatchObject({
			status: 'ready',
			generation: ingestAt(3).startedAt
		});
	});

	test('in its one transaction: leaves the old generation whole, and does not stand in the way of the next', async () => {
		await killedHalfway(large, 4, inOne);
		expect(await exportedLines(opened.store)).toEqual(whole.get(small));
		expect(await health(opened.store, '0.1.0')).toMatchObject({
			status: 'ready',
			generation: ingestAt(3).startedAt
		});
		expect(await unfinishedIngest(opened.store)).toBeNull();
		await publish(opened.store, large, ingestAt(5));
		expect(await exportedLines(opened.store)).toEqual(whole.get(large));
	});

	test('in batches over an old generation: is said to be unfinished, and the next ingest completes it', async () => {
		await killedHalfway(small, 6, inBatches);
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'publishing' });
		expect(await exportedLines(opened.store)).not.toEqual(whole.get(large));
		await publish(opened.store, small, ingestAt(7));
		expect(await exportedLines(opened.store)).toEqual(whole.get(small));
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'ready' });
		expect(await publish(opened.store, small, ingestAt(8))).toEqual({
			created: 0,
			changed: 0,
			removed: 0,
			written: 0
		});
	});
});

test('the lock of an ingest that was killed is free again', async () => {
	const child = await processStandingStill(
		new URL('./processes/hold-lock.ts', import.meta.url),
		`local:${opened.folder}`
	);
	const other = () => withIngestLock(opened.store, () => Promise.resolve('in'));
	await expect(other()).rejects.toMatchObject({
		name: 'PublishConflictError',
		message: expect.stringMatching(
			/^Another ingest is writing to this graph: process \d+ on \S+, since [\d-]+ [\d:]+, with papers\.$/
		) as unknown
	});
	await child.kill();
	await expect.poll(other, { timeout: 10_000 }).toBe('in');
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Graph } from '#lib/domain/graph.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import type { IngestRecord } from '#lib/server/publish.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

/** The Java that the suite runs its Neo4j on: the suite runs once for each line of Neo4j. */
export const javaHome = process.env['JAVA_HOME'];

export interface OpenedStore {
	/** The data folder of the local Neo4j. */
	folder: string;
	store: Store;
}

/** A local Neo4j of its own for the tests of a file, in a folder that goes with it. */
export function openedStore(prepare: (store: Store) => Promise<unknown> = () => Promise.resolve()) {
	const opened = {} as OpenedStore;
	beforeAll(async () => {
		opened.folder = await mkdtemp(join(tmpdir(), 'throughline-graph-'));
		opened.store = await openStore({ url: `local:${opened.folder}`, javaHome });
		await prepare(opened.store);
	});
	afterAll(async () => {
		await opened.store.close();
		await rm(opened.folder, { recursive: true, force: true });
	});
	return opened;
}

/** The graph of the bundled sample, built as an ingest builds it. */
export async function sampleGraph(): Promise<Graph> {
	const { papers } = await readPapers(['static/sample-papers.jsonl']);
	return buildGraph(papers, await extractCorpus(papers));
}

/** What an ingest that began in that second of one minute records of itself. */
export function ingestAt(second: number): IngestRecord {
	const startedAt = `2026-01-01T00:00:${String(second).padStart(2, '0')}Z`;
	return { startedAt, finishedAt: startedAt, papers: 2, rejected: 0, sources: ['test'], version: '0.1.0' };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Graph } from '#lib/domain/graph.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { exportLines } from '#lib/server/exports/write-export.ts';
import type { IngestRecord } from '#lib/server/publishing/publish.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

/** The Java that the suite runs its Neo4j on: the suite runs once for each line of Neo4j. */
export const javaHome = process.env['JAVA_HOME'];

export interface OpenedStore {
	/** The data folder of the local Neo4j. */
	folder: string;
	store: Store;
}

/** The Neo4j that the suite shares, emptied for the tests of a file. */
export function openedStore(prepare: (store: Store) => Promise<unknown> = () => Promise.resolve()) {
	const opened = { folder: inject('sharedFolder') } as OpenedStore;
	beforeAll(async () => {
		opened.store = await openStore({ url: `local:${opened.folder}`, joinOnly: true });
		await empty(opened.store);
		await prepare(opened.store);
	});
	afterAll(() => opened.store.close());
	return opened;
}

/** A new data folder, in which a test starts a Neo4j of its own. It goes at the end. */
export function ownFolder() {
	const own = { folder: '' };
	beforeAll(async () => {
		own.folder = await mkdtemp(join(tmpdir(), 'throughline-graph-'));
	});
	afterAll(() => rm(own.folder, { recursive: true, force: true }));
	return own;
}

export async function empty(store: Store): Promise<void> {
	await store.write((transaction) => transaction.run('MATCH (n) DETACH DELETE n'));
}

/** The graph of the bundled sample, or of its first papers, built as an ingest builds it. */
export async function sampleGraph(first = Infinity): Promise<Graph> {
	const { papers } = await readPapers(['static/sample-papers.jsonl']);
	return graphOf(papers.slice(0, first));
}

/** The graph of papers, built as an ingest builds it. */
export async function graphOf(papers: Paper[]): Promise<Graph> {
	return buildGraph(papers, await extractCorpus(papers));
}

/** The whole graph as JSON Lines. */
export function exportJsonLines(store: Store, withPeople: boolean): AsyncGenerator<string> {
	return exportLines(store, { format: 'jsonl', part: null, view: null, withPeople });
}

/** Every line of the export: the whole graph as it is stored. */
export async function exportedLines(store: Store, withPeople = false): Promise<string[]> {
	const lines: string[] = [];
	for await (const line of exportJsonLines(store, withPeople)) lines.push(line);
	return lines;
}

/** What an ingest that began in that second of one minute records of itself. */
export function ingestAt(second: number): IngestRecord {
	const startedAt = `2026-01-01T00:00:${String(second).padStart(2, '0')}Z`;
	return {
		startedAt,
		finishedAt: startedAt,
		papers: 2,
		rejected: 0,
		sources: ['test'],
		version: '0.1.0',
		drawn: 2,
		news: { papers: [], concepts: [], topics: [], merged: [], gone: [] }
	};
}

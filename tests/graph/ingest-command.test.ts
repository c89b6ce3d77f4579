import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { health } from '#lib/server/questions/health.ts';
import { ingests } from '#lib/server/questions/ingests.ts';
import { withIngestLock } from '#lib/server/publishing/ingest-lock.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
let files: string;

beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-papers-'));
});

afterAll(async () => {
	await rm(files, { recursive: true });
});

/** A file of JSON Lines with the made-up papers of these numbers. */
async function fileOf(...numbers: number[]): Promise<string> {
	const file = join(files, `${numbers.join('-')}.jsonl`);
	await writeFile(file, numbers.map((n) => `${JSON.stringify(madeUpPaper(n))}\n`).join(''));
	return file;
}

function ingest(...given: string[]) {
	return runProcess('scripts/ingest.ts', ...given, '--graph', `local:${opened.folder}`);
}

async function papers(): Promise<number> {
	return (await health(opened.store, '0.1.0')).papers;
}

test('ingest adds to what is there, and the same papers again change nothing', async () => {
	expect((await ingest(await fileOf(0, 1, 2, 3))).output).toMatch(/^The graph holds 4 papers, /);
	expect((await ingest(await fileOf(4, 5))).output).toMatch(/^The graph holds 6 papers, /);
	const before = await exportedLines(opened.store);
	const again = await ingest(await fileOf(4, 5), await fileOf(0, 1, 2, 3));
	expect(again).toMatchObject({ code: 0, errors: expect.stringContaining('reading') as string });
	expect(again.output).toContain('0 papers and 0 concepts new; 0 records written');
	expect(await exportedLines(opened.store)).toEqual(before);
	expect((await ingests(opened.store)).items.map(({ status, papers }) => [status, papers])).toEqual([
		['done', 6],
		['done', 6],
		['done', 4]
	]);
});

test('ingest --fresh forgets the papers and keeps what people made', async () => {
	await opened.store.write((transaction) =>
		transaction.run(`MATCH (c:Concept) WITH c ORDER BY c.id LIMIT 1
CREATE (:SavedQuery {id: 'mine', cypher: 'RETURN 1'}), (:SavedView {id: 'view'}), (:Decision {id: 'hide', concept: c.id})`)
	);
	const made = (lines: string[]) => lines.filter((line) => /"labels":\["(Saved|Decision)/.test(line));
	const before = made(await exportedLines(opened.store, true));
	expect(before).toHaveLength(3);
	expect(await ingest('--fresh', await fileOf(7, 8))).toMatchObject({ code: 0 });
	expect(await papers()).toBe(2);
	expect(made(await exportedLines(opened.store, true))).toEqual(before);
});

test('ingest --dry-run publishes nothing', async () => {
	const { output } = await ingest('--dry-run', await fileOf(9));
	expect(output).toMatch(/^The graph would hold 3 papers, .* nothing was published/);
	expect(await papers()).toBe(2);
});

test('an ingest beside another one is told so, and changes nothing', async () => {
	const second = await withIngestLock(opened.store, async () => ingest(await fileOf(10)), 'a pond of papers');
	expect(second).toMatchObject({ code: 1, output: '' });
	expect(second.errors).toMatch(
		new RegExp(
			`Another ingest is writing to this graph: process ${process.pid} on \\S+, since \\d{4}-\\d\\d-\\d\\d [\\d:]{8}, with a pond of papers\\.\nWait for its end, then try again\\.\n`
		)
	);
	expect(await papers()).toBe(2);
});

test('an ingest that was interrupted while it published is completed by the next, which says so', async () => {
	await opened.store.write((transaction) =>
		transaction.run(
			"CREATE (:Ingest {id: '2026-01-01T00:00:00Z', status: 'publishing', sources: ['ponds.jsonl']})"
		)
	);
	const next = await ingest(await fileOf(11));
	expect(next.code).toBe(0);
	expect(next.errors).toContain('The last ingest (ponds.jsonl) was interrupted while it published');
	expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'ready', papers: 3 });
});

test('an ingest that can read nothing publishes nothing', async () => {
	const file = join(files, 'none.jsonl');
	await writeFile(file, '{"title": 3}\n');
	const failed = await ingest('--fresh', file);
	expect(failed).toMatchObject({ code: 1, output: '' });
	expect(await papers()).toBe(3);
});

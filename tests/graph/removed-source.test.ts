import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
let files: string;
beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-remove-'));
});
afterAll(() => rm(files, { recursive: true }));

async function fileOf(name: string, numbers: number[]): Promise<string> {
	const file = join(files, name);
	await writeFile(file, numbers.map((n) => `${JSON.stringify(madeUpPaper(n))}\n`).join(''));
	return file;
}
const ingest = (...given: string[]) =>
	runProcess('scripts/ingest.ts', ...given, '--graph', `local:${opened.folder}`);
/** What the corpus says; topics and places are kept from before. */
const said = async () =>
	(await exportedLines(opened.store)).filter((line) =>
		/"label":"(MENTIONS|RELATED|CO_OCCURS|BROADER)"/.test(line)
	);

test('ingest --remove takes back what a source alone told, and the rest is what a rebuild is', async () => {
	const [one, other] = [await fileOf('one.jsonl', [0, 1, 2, 3]), await fileOf('other.jsonl', [3, 4, 5])];
	await ingest(one);
	const before = await said();
	await ingest(other);
	expect(await said()).not.toEqual(before);
	const unknown = await ingest('--remove', 'third.jsonl');
	expect(unknown.code).toBe(2);
	expect(unknown.errors).toContain(
		'No paper of the graph came from third.jsonl.\nIts sources are one.jsonl, other.jsonl.'
	);
	const removed = await ingest('--remove', 'other.jsonl');
	expect(removed.output).toMatch(/^The graph holds 4 papers, /);
	expect(await said()).toEqual(before);
	const all = await ingest('--remove', 'one.jsonl');
	expect(all.errors).toContain('nothing would be left');
	expect(await said()).toEqual(before);
});

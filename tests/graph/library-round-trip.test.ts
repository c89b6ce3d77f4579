import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { libraryFormats, type LibraryFormat } from '#lib/domain/library-entry.ts';
import { libraryEntries, markPaper, marksOf } from '#lib/server/people/library-entries.ts';
import { libraryLines } from '#lib/server/people/library-lines.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

/** Guards that a library which went out as a file comes in again: its marks as marks, the papers as they were. */

const opened = openedStore();
let files: string;
beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-library-'));
	const papers = [1, 2, 3, 4].map((n) => ({
		...madeUpPaper(n),
		doi: `10.5555/pond.${n}`,
		keywords: [['read', 'ponds, weirs'], ['to-read'], undefined, ['mills']][n - 1]
	}));
	// Of the fourth nothing is known but its title, so that a long note could be taken for its abstract.
	const lines = papers.map((paper, at) => JSON.stringify(at === 3 ? { ...paper, abstract: '' } : paper));
	await writeFile(join(files, 'papers.jsonl'), lines.join('\n'));
	await ingest(join(files, 'papers.jsonl'));
	for (const [id, marks] of Object.entries(marked)) await markPaper(opened.store, id, 0, marks);
	const entries = libraryEntries(opened.store);
	const [first] = await entries.list();
	if (first) await entries.change(first.id, first.revision, { ...first.value, libraries: ['Ponds; 100 %'] });
});
afterAll(() => rm(files, { recursive: true }));

const marked = {
	'10.5555/pond.1': { state: 'read', starred: true, note: 'Weak on {ducks} & 50 % of ponds_' },
	'10.5555/pond.2': { state: 'to-read', starred: false, note: '' },
	'10.5555/pond.3': { state: 'none', starred: false, note: 'Compare with arXiv:2402.03300 -- "why"?' },
	'10.5555/pond.4': { state: 'none', starred: true, note: `${'Long and mine. '.repeat(40)}End` }
} as const;

async function ingest(...given: string[]): Promise<string> {
	const { code, errors } = await runProcess(
		'scripts/ingest.ts',
		...given,
		'--graph',
		`local:${opened.folder}`
	);
	expect(code, errors).toBe(0);
	return errors;
}

const paperRow = z.object({ paper: z.record(z.string(), z.unknown()) });
const told = '.title, .abstract, .keywords, .doi, .arxiv, .date, .authors, .withdrawn';
const papersNow = () =>
	opened.store.read({
		text: `MATCH (p:Paper) RETURN p {.id, ${told}} AS paper ORDER BY p.id`,
		row: paperRow
	});

async function exported(format: LibraryFormat): Promise<string> {
	const lines: string[] = [];
	for await (const line of await libraryLines(opened.store, format, { state: '', q: '' })) lines.push(line);
	return `${lines.join('\n')}\n`;
}

describe.each(libraryFormats)('a library that went out as %s', (format) => {
	test('comes in with its marks; what authors gave as keywords is as it was', async () => {
		const { store } = opened;
		const file = join(files, `library.${format}`);
		await writeFile(file, await exported(format));
		const before = await papersNow();
		const entries = await libraryEntries(store).list();
		await store.write((transaction) => transaction.run('MATCH (n:LibraryEntry) DETACH DELETE n'));
		await ingest(file);
		expect(await papersNow()).toEqual(before);
		expect(await libraryEntries(store).list()).toEqual([]);
		await ingest(file, '--library', 'Back');
		expect(await papersNow()).toEqual(before);
		expect(await marksOf(store, Object.keys(marked))).toEqual(marked);
		const libraries = (list: typeof entries) =>
			Object.fromEntries(list.map(({ id, value }) => [id, value.libraries]));
		const now = libraries(await libraryEntries(store).list());
		for (const [id, names] of Object.entries(libraries(entries)))
			expect(now[id]).toEqual([...new Set([...names, 'Back'])].sort());
	});
});

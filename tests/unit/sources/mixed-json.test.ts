import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPapers } from '#lib/sources/read-papers.ts';

/** Guards that no record decides how the others of its file are read. */

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-mixed-'));
});
afterAll(() => rm(folder, { recursive: true }));

const own = (n: number, more: object = {}) => ({
	...{ id: `pond${n}`, title: `Herons at pond number ${n}`, abstract: `Herons hunt frogs at pond ${n}.` },
	...{ year: '2021', authors: 'Ann Lee and Bo Ek', url: `https://example.org/${n}` },
	...more
});

test.each<[string, object]>([
	['a count that Crossref has', { 'reference-count': 12 }],
	['a date of CSL', { date: { 'date-parts': [[2020, 1]] } }],
	['an address of OpenAlex', { related: 'https://openalex.org/W123' }],
	['ids of Semantic Scholar', { externalIds: { DOI: '10.5555/x' } }],
	['a type of CSL and the name of a field of it', { type: 'article', extra: { DOI: '' } }]
])('%s in one record leaves the others as they are, and it itself', async (_, more) => {
	const records = [own(0), own(1, more), own(2)];
	const [lines, list] = [join(folder, 'lines.jsonl'), join(folder, 'list.json')];
	await writeFile(lines, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
	await writeFile(list, JSON.stringify(records));
	for (const file of [lines, list]) {
		const { papers, rejected } = await readPapers([file]);
		expect(rejected).toEqual([]);
		expect(papers.map(({ id, authors, url }) => [id, authors, url])).toEqual(
			[0, 1, 2].map((n) => [`pond${n}`, ['Ann Lee', 'Bo Ek'], `https://example.org/${n}`])
		);
		expect([papers[0]?.date, papers[2]?.date]).toEqual([papers[2]?.date, papers[0]?.date]);
		expect(papers[0]?.date).toMatch(/^2021/);
	}
});

test('a file of several formats is read record by record', async () => {
	const file = join(folder, 'mixed.jsonl');
	const records = [
		own(0),
		{
			id: 'csl',
			type: 'article-journal',
			title: 'Frogs of ponds',
			author: [{ family: 'Reed', given: 'Cy' }],
			issued: { 'date-parts': [[2019, 5]] }
		},
		own(2)
	];
	await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
	const { papers } = await readPapers([file]);
	expect(papers.map(({ title, authors }) => [title, authors])).toEqual([
		['Frogs of ponds', ['Cy Reed']],
		['Herons at pond number 0', ['Ann Lee', 'Bo Ek']],
		['Herons at pond number 2', ['Ann Lee', 'Bo Ek']]
	]);
	expect(papers[0]?.date).toMatch(/^2019-05/);
});

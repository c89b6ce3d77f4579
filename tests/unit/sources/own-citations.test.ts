import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listedNames, readCites } from '#lib/sources/fields/cited-names.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

/** Guards citations by a file's own ids: keys of entries, numbers of rows, ids of records. */

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-own-cites-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(files: Record<string, string>) {
	const paths = await Promise.all(
		Object.entries(files).map(async ([name, text]) => {
			await writeFile(join(folder, name), text);
			return join(folder, name);
		})
	);
	const { papers, notes, rejected } = await readPapers(paths);
	expect(rejected).toEqual([]);
	return {
		cites: papers.map(({ id, cites }) => [id, cites ?? []]),
		notes: notes.map(({ note }) => note).filter((note) => note.includes('citation'))
	};
}

const bib = `@article{Reed2020, title = {Ponds of reeds}, doi = {10.5555/R.1}, cites = {mill1999, lost2001}}
@article{mill1999, title = {Mills at ponds}, references = {reed2020; 10.5555/elsewhere; mill1999}}`;

describe('readPapers takes what a file cites by its own ids for citations of its papers,', () => {
	test.each<[string, Record<string, string>, [string, string[]][], string[]]>([
		[
			'keys of entries, whatever their case; none of itself, and what leads nowhere is counted',
			{ 'a.bib': bib },
			[
				['10.5555/r.1', ['mills-at-ponds']],
				['mills-at-ponds', ['10.5555/elsewhere', '10.5555/r.1']]
			],
			["citations by the file's own ids: 3 to its records, 1 to none of them (lost2001)"]
		],
		[
			'numbers of records, also of those behind',
			{
				'a.jsonl':
					'{"id":1,"title":"First pond","references":[2,7]}\n{"id":2,"title":"Second pond","references":["1"]}'
			},
			[
				['first-pond', ['second-pond']],
				['second-pond', ['first-pond']]
			],
			["citations by the file's own ids: 2 to its records, 1 to none of them (7)"]
		],
		[
			'ids in a column, as a printed list too',
			{
				'a.csv': `id,title,cites\np-1,First pond,"p-2, p-3"\np-2,Second pond,"['p-1', 'p-3']"\np-3,Third pond,"Smith, J. (2020). On ponds."\n`
			},
			[
				['p-1', ['p-2', 'p-3']],
				['p-2', ['p-1', 'p-3']],
				['p-3', []]
			],
			["citations by the file's own ids: 4 to its records, 0 to none of them"]
		],
		[
			'ids of items in CSL',
			{
				'a.json': `[{"id":"x/1","type":"article-journal","title":"First pond","issued":{"raw":"2020"}},
					{"id":"x/2","type":"article-journal","title":"Second pond","DOI":"10.5555/s","references":["x/1"],"issued":{"raw":"2020"}}]`
			},
			[
				['10.5555/s', ['first-pond']],
				['first-pond', []]
			],
			["citations by the file's own ids: 1 to its records, 0 to none of them"]
		],
		[
			'each in its own file: one key is of two papers, and a duplicate elsewhere gives the name that lasts',
			{
				'a.bib':
					'@article{k1, title={First pond}, year=2020}\n@article{k2, title={Second pond}, year=2020, cites={k1}}',
				'b.bib':
					'@article{k1, title={Third pond}, year=2020}\n@article{k2, title={Fourth pond}, year=2020, cites={k1}}',
				'c.bib': '@article{other, title={First pond}, year=2020, doi={10.5555/f}}'
			},
			[
				['10.5555/f', []],
				['fourth-pond', ['third-pond']],
				['second-pond', ['10.5555/f']],
				['third-pond', []]
			],
			[
				"citations by the file's own ids: 1 to its records, 0 to none of them",
				"citations by the file's own ids: 1 to its records, 0 to none of them"
			]
		]
	])('%s', async (_, files, cites, notes) => {
		expect(await read(files)).toEqual({ cites, notes });
	});

	test('and nothing is said of a file that has none', async () => {
		const files = { 'a.bib': '@article{k1, title={First pond}, year=2020, note={see k2}}' };
		expect(await read(files)).toEqual({ cites: [['first-pond', []]], notes: [] });
	});
});

describe('readCites of listedNames', () => {
	test.each<[unknown, { names: string[]; own: string[] }]>([
		['Smith J. 2020. On ponds. Journal of Ponds', { names: [], own: [] }],
		['10.1000/a, 10.1000/b', { names: ['10.1000/a', '10.1000/b'], own: [] }],
		['arXiv:2402.03300; Key_1', { names: ['2402.03300'], own: ['key_1'] }],
		['old, lost', { names: [], own: ['old', 'lost'] }],
		['arXiv: 2402.03300', { names: ['2402.03300'], own: [] }],
		[[{ paperId: 'AB12' }, 7, null, ['x']], { names: [], own: ['ab12', '7'] }],
		[['x'.repeat(201), ' ', 'two words'], { names: [], own: [] }]
	])('%j', (value, expected) => {
		expect(readCites(listedNames(value))).toEqual(expected);
	});
});

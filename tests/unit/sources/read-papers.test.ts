import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPapers } from '#lib/sources/read-papers.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-sources-'));
});

afterAll(async () => {
	await rm(folder, { recursive: true });
});

async function file(name: string, content: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

describe('readPapers', () => {
	test('reads JSON Lines, reports every bad line with its number, and keeps the good ones', async () => {
		const lines = [
			'{"title": "Ponds", "abstract": "Ducks like ponds.", "date": "2024-02-29"}',
			'{"title": "Broken"',
			'{"title": "No abstract"}',
			'{"title": "Bad date", "abstract": "It is wrong.", "date": "2023-02-29"}',
			'{"id": "2401.00001v2", "title": "Lakes", "abstract": "Swans like lakes.", "year": 2023}'
		];
		const { papers, rejected } = await readPapers([await file('papers.jsonl', lines.join('\n'))]);
		expect(papers.map(({ id, date }) => [id, date])).toEqual([
			['2401.00001', '2023'],
			['ponds', '2024-02-29']
		]);
		expect(rejected.map(({ file: name, record }) => [name, record])).toEqual([
			['papers.jsonl', 2],
			['papers.jsonl', 3],
			['papers.jsonl', 4]
		]);
	});

	test('makes one paper of two records with the same title, keeping the fuller one', async () => {
		const short = await file('short.jsonl', '{"title": "On Ponds", "abstract": "Ducks."}');
		const full = await file(
			'full.jsonl',
			'{"title": "On ponds", "abstract": "Ducks.", "date": "2024", "url": "https://example.org/"}'
		);
		for (const order of [
			[short, full],
			[full, short]
		]) {
			const { papers, duplicates } = await readPapers(order);
			expect(papers.map(({ date }) => date)).toEqual(['2024']);
			expect(duplicates).toHaveLength(1);
		}
	});

	test.each([
		['empty.txt', '\n \n', 'the file is empty'],
		['letter.txt', 'Dear reader,\nthis is a letter.', 'no format that Throughline knows'],
		['none.jsonl', '{"title": "Only a title"}', 'no readable paper']
	])('refuses %s', async (name, content, reason) => {
		await expect(readPapers([await file(name, content)])).rejects.toThrow(reason);
	});

	test('names a missing file', async () => {
		await expect(readPapers([join(folder, 'gone.txt')])).rejects.toThrow('there is no such file');
	});
});

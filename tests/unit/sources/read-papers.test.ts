import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPapers } from '#lib/sources/read-papers.ts';
import { inPieces } from './found-in.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-sources-'));
});

afterAll(async () => {
	await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, content);
	return path;
}

describe('readPapers', () => {
	test('reads JSON Lines, reports every bad line with its number, and keeps the good ones', async () => {
		const lines = [
			'{"title": "Ponds", "abstract": "Ducks like ponds.", "date": "2024-02-29"}',
			'{"title": "Broken"',
			'{"abstract": "No title"}',
			'{"title": 7, "abstract": "It is wrong."}',
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
		['bom.txt', '\ufeff\n', 'the file is empty'],
		['letter.txt', 'Dear reader,\nthis is a letter.', 'no format that Throughline knows'],
		['none.jsonl', '{"abstract": "Only an abstract"}', 'no readable paper'],
		['numbers.json', '[1, 2, 3]', 'no object with a title'],
		['nothing.json', '[]', 'there is no record of a paper in it'],
		['text.json', '"a title"', 'no object with a title'],
		['settings.json', '{\n  "name": "ducks",\n  "size": [3]\n}\n', 'no title; no abstract']
	])('refuses %s', async (name, content, reason) => {
		await expect(readPapers([await file(name, content)])).rejects.toThrow(reason);
	});

	test('reads files that were put together with their byte order marks', async () => {
		const ris = (title: string) => `\ufeffTY  - JOUR\r\nTI  - ${title}\r\nER  - \r\n`;
		const lines = (title: string) => `\ufeff{"title": "${title}", "abstract": "Of ducks."}\n`;
		for (const [name, write] of [
			['both.ris', ris],
			['both.jsonl', lines]
		] as const) {
			const { papers, rejected } = await readPapers([await file(name, write('Ponds') + write('Lakes'))]);
			expect(papers.map(({ title }) => title).sort()).toEqual(['Lakes', 'Ponds']);
			expect(rejected).toEqual([]);
		}
	});

	test('keeps a record with bytes that are no text, and tells its fields', async () => {
		const spoilt = (text: string) => Buffer.from(text, 'latin1');
		const bytes = Buffer.concat([
			Buffer.from('{"title": "L’étang", "abstract": "Les canards.", "id": "a"}\n'),
			spoilt(
				'{"title": "Ponds", "abstract": "Ducks \xff and \xfe swans.", "authors": ["A. \xe9"], "id": "b"}\n'
			),
			Buffer.from('{"title": "Lakes", "abstract": "Les étés.", "id": "c"}\n')
		]);
		const { papers, omitted } = await readPapers([await file('spoilt.jsonl', bytes)]);
		expect(papers.map(({ abstract }) => abstract)).toEqual([
			'Les canards.',
			'Ducks \ufffd and \ufffd swans.',
			'Les étés.'
		]);
		expect(omitted.map(({ record, field, what }) => [record, field, what])).toEqual([
			[2, 'abstract', 'kept, with 2 characters of it that cannot be read'],
			[2, 'authors', 'kept, with 1 character of it that cannot be read']
		]);
	});

	test('says what JSON must hold', async () => {
		await expect(readPapers([await file('nothing.json', '[]')])).rejects.toMatchObject({
			advice: 'It reads objects with at least a title: one a line, or in one list.'
		});
	});

	test('names standard input where there is nothing in it', async () => {
		const standardInput = () => inPieces(Buffer.from(''));
		await expect(readPapers(['-'], { standardInput })).rejects.toThrow('standard input: the file is empty');
	});

	test('names a missing file, and an empty folder', async () => {
		await expect(readPapers([join(folder, 'gone.txt')])).rejects.toThrow('there is no such file');
		await mkdir(join(folder, 'ponds'));
		await expect(readPapers([join(folder, 'ponds')])).rejects.toThrow('there is no file in it');
	});
});

const lines = ['Ponds', 'Lakes', 'Rivers \u{1f986}']
	.map((title) => JSON.stringify({ title, abstract: `Ducks like ${title}.` }))
	.join('\n');

function utf16(text: string, isBigEndian: boolean): Buffer {
	const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
	return isBigEndian ? bytes.swap16() : bytes;
}

describe('readPapers reads', () => {
	test.each([
		['UTF-8', Buffer.from(lines)],
		['UTF-8 with a byte order mark', Buffer.from(`\ufeff${lines}`)],
		['UTF-16, little end first', utf16(lines, false)],
		['UTF-16, big end first', utf16(lines, true)],
		['gzip', gzipSync(lines)],
		['UTF-16 in gzip', gzipSync(utf16(lines, true))],
		['two gzip files in one', Buffer.concat([gzipSync(`${lines}\n`), gzipSync('\n')])]
	])('%s, from a file and from standard input in small pieces', async (name, bytes) => {
		const expected = ['Lakes', 'Ponds', 'Rivers \u{1f986}'];
		const fromFile = await readPapers([await file('papers', bytes)]);
		expect(fromFile.papers.map(({ title }) => title)).toEqual(expected);
		const standardInput = () => inPieces(bytes, 3);
		const { papers, rejected } = await readPapers(['-'], { standardInput });
		expect(papers.map(({ title, source }) => [title, source])).toEqual(
			expected.map((title) => [title, 'standard input'])
		);
		expect(rejected).toEqual([]);
		expect(name).not.toBe('');
	});

	test('what comes before the end of a gzip file that is cut short, and says so', async () => {
		const many = Array.from({ length: 2000 }, (_, n) =>
			JSON.stringify({ title: `Pond ${n} ${Math.sin(n)}`, abstract: `Ducks like pond ${Math.cos(n)}.` })
		).join('\n');
		const whole = gzipSync(many);
		const path = await file('short.gz', whole.subarray(0, whole.length / 2));
		const { papers, rejected, rejectedCount } = await readPapers([path]);
		expect(papers.length).toBeGreaterThan(800);
		expect(papers.length).toBeLessThan(1200);
		expect(rejectedCount).toBe(1);
		expect(rejected).toEqual([
			{
				file: 'short.gz',
				record: null,
				reason: 'the gzip file is cut short or damaged: only what comes before was read'
			}
		]);
	});

	test.each([
		['a wrong checksum', (whole: Buffer) => whole.fill(7, whole.length - 8)],
		['something appended', (whole: Buffer) => Buffer.concat([whole, Buffer.from('JUNK')])]
	])('everything of a gzip file with %s, and says so', async (_, spoilt) => {
		const { papers, rejected } = await readPapers([await file('spoilt.gz', spoilt(gzipSync(`${lines}\n`)))]);
		expect(papers).toHaveLength(3);
		expect(rejected).toEqual([
			{
				file: 'spoilt.gz',
				record: null,
				reason: 'the gzip file is cut short or damaged: only what comes before was read'
			}
		]);
	});

	test('what comes before a disk fails, and says so', async () => {
		async function* failing() {
			yield await Promise.resolve(Buffer.from(`${lines}\n`));
			yield Buffer.alloc(200_000, ' ');
			throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
		}
		const { papers, rejected } = await readPapers(['-'], { standardInput: failing });
		expect(papers).toHaveLength(3);
		expect(rejected).toEqual([
			{ file: 'standard input', record: null, reason: 'its end cannot be read (EIO)' }
		]);
	});

	test('nothing of a gzip file that is damaged from its beginning, and says so', async () => {
		const path = await file('damaged.gz', gzipSync(lines).subarray(0, 5));
		await expect(readPapers([path])).rejects.toThrow('damaged.gz: the gzip file is cut short or damaged');
	});

	test('no more of a gzip file than is likely to be in it', async () => {
		const bomb = gzipSync(Buffer.concat([Buffer.from(`${lines}\n`), Buffer.alloc(270 * 2 ** 20, ' ')]));
		const { papers, rejected } = await readPapers([await file('bomb.gz', bomb)]);
		expect(papers).toHaveLength(3);
		expect(rejected.map(({ record, reason }) => [record, reason])).toEqual([
			[null, 'it unpacks to more than 200 times its size: what comes after 256 MB was not read']
		]);
	}, 30_000);

	test('a line of 64 MB as one record that is rejected', async () => {
		const long = JSON.stringify({ title: 'Seas', abstract: 'sea '.repeat(2 ** 24) });
		const { papers, rejected } = await readPapers([await file('long.jsonl', `${lines}\n${long}\n${lines}`)]);
		expect(papers).toHaveLength(3);
		expect(rejected).toEqual([{ file: 'long.jsonl', record: 4, reason: 'it is longer than 8 MB' }]);
	});
});

test('readPapers counts all that it cannot read, and keeps the first 10,000', async () => {
	const many = `${lines}\n${'{"text": "no title"}\n'.repeat(10_500)}`;
	const { rejected, rejectedCount, omitted, omittedCount } = await readPapers([await file('many', many)]);
	expect([rejected.length, rejectedCount, omitted.length, omittedCount]).toEqual([10_000, 10_500, 0, 0]);
});

test('readPapers takes dates until the year after the one it is', async () => {
	const dated = ['2027', '2028']
		.map((year) => JSON.stringify({ title: `In ${year}`, abstract: 'Ducks.', date: year }))
		.join('\n');
	const { papers, omitted, omittedCount } = await readPapers([await file('dated.jsonl', dated)], {
		now: new Date('2026-12-31')
	});
	expect(papers.map(({ date }) => date)).toEqual(['2027', null]);
	expect(omittedCount).toBe(1);
	expect(omitted).toEqual([
		{ file: 'dated.jsonl', record: 2, field: 'date', what: 'left out (2028 lies outside of 1500 to 2027)' }
	]);
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPapers } from '#lib/sources/read-papers.ts';
import { inPieces } from '../found-in.ts';

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-inputs-'));
});

afterAll(async () => {
	await rm(folder, { recursive: true });
});

const bib = (title: string) => `@article{a, title = {${title}}, year = 2020}\n`;
const ris = (title: string) => `TY  - JOUR\nTI  - ${title}\nPY  - 2020\nER  - \n`;
const line = (title: string) => `${JSON.stringify({ title })}\n`;

const files: Zippable = {
	'ducks.bib': strToU8(bib('Ducks')),
	'in/geese.ris': strToU8(ris('Geese')),
	'in/deeper/swans.jsonl.gz': gzipSync(line('Swans')),
	'in/readme.md': strToU8('# What this is'),
	'.hidden': strToU8(line('Hidden')),
	'__MACOSX/ducks.bib': strToU8('x'),
	'empty.txt': new Uint8Array()
};
const passedOver = [
	['empty.txt', 'the file is empty'],
	['readme.md', 'this is no format that Throughline knows']
];

async function read(path: string, bytes?: Uint8Array, pieces?: number) {
	const standardInput = () => inPieces(bytes ?? new Uint8Array(), pieces);
	const { papers, rejected } = await readPapers([path], { standardInput });
	return {
		papers: papers.map(({ title, source }) => [title, source]),
		rejected: rejected.map(({ file, reason }) => [file, reason]).sort()
	};
}

test('readPapers reads every file of a folder, and says what it passed over', async () => {
	const place = join(folder, 'library');
	for (const [name, bytes] of Object.entries(files)) {
		await mkdir(join(place, name, '..'), { recursive: true });
		await writeFile(join(place, name), bytes as Uint8Array);
	}
	await writeFile(join(place, 'damaged.gz'), gzipSync(line('Lost')).subarray(0, 5));
	expect(await read(place)).toEqual({
		papers: [
			['Ducks', 'ducks.bib'],
			['Geese', 'geese.ris'],
			['Swans', 'swans.jsonl.gz']
		],
		rejected: [
			['damaged.gz', 'the gzip file is cut short or damaged: only what comes before was read'],
			['ducks.bib', 'this is no format that Throughline knows'],
			...passedOver
		]
	});
});

describe('readPapers reads a zip archive', () => {
	const archive = zipSync(files);
	const expected = {
		papers: [
			['Ducks', 'library.zip/ducks.bib'],
			['Geese', 'library.zip/geese.ris'],
			['Swans', 'library.zip/swans.jsonl.gz']
		],
		rejected: passedOver.map(([file = '', reason]) => [`library.zip/${file}`, reason])
	};

	test.each([0, 9] as const)('packed at level %i', async (level) => {
		await writeFile(join(folder, 'library.zip'), zipSync(files, { level }));
		expect(await read(join(folder, 'library.zip'))).toEqual(expected);
	});

	test.each([1, 7, 100_000])('from standard input, in pieces of %i', async (pieces) => {
		const { papers } = await read('-', archive, pieces);
		expect(papers.map(([title]) => title)).toEqual(['Ducks', 'Geese', 'Swans']);
	});

	test('until its end is missing, and says so', async () => {
		const many = Object.fromEntries(
			Array.from({ length: 20 }, (_, n) => [`${n}.bib`, strToU8(bib(`Duck ${n} ${Math.sin(n)}`))])
		);
		const whole = zipSync(many, { level: 0 });
		const { papers, rejected } = await read('-', whole.subarray(0, 1000));
		expect(papers.length).toBeGreaterThan(5);
		expect(rejected).toEqual([
			[
				expect.stringMatching(/^standard input/),
				'the zip archive is cut short: only what comes before was read'
			]
		]);
	});

	test('and no archive within it', async () => {
		const nested = zipSync({ 'inner.zip': zipSync(files), 'ducks.bib': strToU8(bib('Ducks')) });
		expect(await read('-', nested)).toEqual({
			papers: [['Ducks', 'standard input/ducks.bib']],
			rejected: [['standard input/inner.zip', 'this is no format that Throughline knows']]
		});
	});

	test('whose names would lead elsewhere', async () => {
		const sly = zipSync({ '../../../etc/ducks.bib': strToU8(bib('Ducks')) });
		expect((await read('-', sly)).papers).toEqual([['Ducks', 'standard input/ducks.bib']]);
	});

	test('and no more of it than is likely to be in it', async () => {
		const zeros = new Uint8Array(70 * 2 ** 20).fill(32);
		const bomb = zipSync({
			'ducks.bib': strToU8(bib('Ducks')),
			'long.bib': zeros,
			'geese.bib': strToU8(bib('Geese'))
		});
		const { papers, rejected } = await read('-', bomb);
		expect(papers).toEqual([['Ducks', 'standard input/ducks.bib']]);
		expect(rejected.map(([, reason]) => reason)).toContainEqual(
			expect.stringMatching(/^the archive unpacks to more than 200 times its size/)
		);
	}, 30_000);
});

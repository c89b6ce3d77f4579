import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPapers } from '#lib/sources/read-papers.ts';

const ponds = '{"title": "Ponds", "abstract": "Ducks like ponds."}\n{"abstract": "No title"}\n';
const lakes =
	'{"title": "Lakes", "abstract": "Swans like lakes."}\n{"title": "Lakes", "abstract": "Swans."}\n';
const sum = (text: string) => createHash('sha256').update(text).digest('hex');

describe('readPapers tells of every source', () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'throughline-sources-'));
		await mkdir(join(folder, 'inside'));
		await writeFile(join(folder, 'inside/ponds.jsonl'), ponds);
		await writeFile(join(folder, 'inside/lakes.jsonl.gz'), gzipSync(lakes));
		await writeFile(join(folder, 'inside/notes.txt'), 'Buy bread.');
		await writeFile(join(folder, 'cut.jsonl.gz'), gzipSync(ponds.repeat(1000)).subarray(0, 60));
	});
	afterAll(() => rm(folder, { recursive: true }));

	test('its bytes and their hash, unpacked, and how many records were read and rejected', async () => {
		const { sources } = await readPapers([
			join(folder, 'inside/ponds.jsonl'),
			join(folder, 'inside/lakes.jsonl.gz')
		]);
		expect(sources).toEqual([
			{
				...{ name: 'ponds.jsonl', format: 'JSON and JSON Lines', bytes: ponds.length, sha256: sum(ponds) },
				...{ papers: 1, rejected: 1 }
			},
			{
				...{ name: 'lakes.jsonl.gz', format: 'JSON and JSON Lines', bytes: lakes.length, sha256: sum(lakes) },
				...{ papers: 2, rejected: 0 }
			}
		]);
	});

	test('of a folder every file that was read, by name', async () => {
		const { sources } = await readPapers([join(folder, 'inside')]);
		expect(sources.map(({ name, papers }) => [name, papers])).toEqual([
			['lakes.jsonl.gz', 2],
			['ponds.jsonl', 1]
		]);
	});

	test('no hash of one that is cut short', async () => {
		const { sources } = await readPapers([join(folder, 'inside/ponds.jsonl'), join(folder, 'cut.jsonl.gz')]);
		expect(sources.map(({ sha256 }) => sha256)).toEqual([sum(ponds), null]);
	});
});

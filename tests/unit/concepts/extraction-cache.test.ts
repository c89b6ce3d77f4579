import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { openExtractionCache, type ExtractionCache } from '#lib/concepts/text/extraction-cache.ts';

const texts = ['ducks', 'geese', 'swans', 'herons'].map((birds) => ({
	title: `On ${birds}`,
	abstract: `Of ${birds} we know \u{1f986} little.`
}));
const packed = texts.map(({ title }) => JSON.stringify({ title, forms: ['é', 'duck ranking'] }));

let folder: string;
let file: string;
let cache: ExtractionCache;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-cache-'));
	cache = await openExtractionCache(folder);
	await cache.keep(texts.slice(0, 2), packed.slice(0, 2));
	await cache.keep(texts.slice(2), packed.slice(2));
	file = join(folder, (await readdir(folder))[0] ?? '');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const all = new Map(packed.entries());

describe('an extraction cache', () => {
	test('knows what it kept, in whatever order it is asked', async () => {
		expect(await cache.known(texts)).toEqual(all);
		const [first, ...others] = texts;
		if (!first) throw new Error('no texts');
		const asked = [...others, { title: 'unheard of', abstract: 'x' }, first, first];
		const found = await cache.known(asked);
		expect([...found.keys()].sort()).toEqual([0, 1, 2, 4, 5]);
		expect(found.get(4)).toBe(packed[0]);
	});

	test('loses one text to any byte that is not as it was written', async () => {
		const bytes = await readFile(file);
		for (let at = 0; at < bytes.length; at += 1) {
			for (const flip of [1, 0x20, 0x80]) {
				const damaged = Buffer.from(bytes);
				damaged[at] = (damaged[at] ?? 0) ^ flip;
				await writeFile(file, damaged);
				const found = await cache.known(texts);
				for (const [index, extraction] of found) expect(extraction).toBe(packed[index]);
				// A line feed that became a letter joins two lines.
				expect(found.size).toBeGreaterThanOrEqual(bytes[at] === 10 ? 2 : 3);
			}
		}
	}, 60_000);

	test('keeps what comes before the place where it was cut short, and goes on behind it', async () => {
		const bytes = await readFile(file);
		for (let length = 0; length < bytes.length; length += 7) {
			await writeFile(file, bytes.subarray(0, length));
			const found = await cache.known(texts);
			for (const [index, extraction] of found) expect(extraction).toBe(packed[index]);
			await cache.keep(
				texts,
				packed.map((extraction, index) => (found.has(index) ? null : extraction))
			);
			expect(await cache.known(texts)).toEqual(all);
		}
	});

	test.each([
		['zeros', Buffer.alloc(9_000_000)],
		['an endless line', Buffer.alloc(9_000_000, 'a')],
		['what is no text', Buffer.from(Array.from({ length: 10_000 }, (_, n) => (n * 7919) % 256))],
		['nothing but line feeds', Buffer.alloc(10_000, '\n')]
	])('is not disturbed by %s in the middle of it', async (_, garbage) => {
		const lines = (await readFile(file, 'utf8')).split('\n');
		const middle = lines.length / 2;
		const parts = [lines.slice(0, middle).join('\n'), lines.slice(middle).join('\n')];
		await writeFile(
			file,
			Buffer.concat([Buffer.from(`${parts[0]}\n`), garbage, Buffer.from(`\n${parts[1]}`)])
		);
		expect(await cache.known(texts)).toEqual(all);
	});

	test('says once that its folder cannot be written, and knows nothing', async () => {
		const said: string[] = [];
		const broken = await openExtractionCache(join(file, 'within-a-file'), (sentence) => said.push(sentence));
		await Promise.all([broken.keep(texts, packed), broken.keep(texts, packed)]);
		expect(await broken.known(texts)).toEqual(new Map());
		expect(said).toEqual([
			`What is found in the texts is not remembered: the cache in ${join(file, 'within-a-file')} cannot be written (ENOTDIR).`
		]);
	});
});

test('a damaged line costs its paper a second reading, and changes nothing of what is found', async () => {
	const own = await mkdtemp(join(tmpdir(), 'throughline-cache-'));
	try {
		const papers = texts.map((text, n) => ({
			...{ id: `p${n}` as never, date: null, url: null, organization: null, source: 'test' },
			...{ authors: [], authorCount: null, comments: null },
			...text
		}));
		const first = await extractCorpus(papers, { cache: own });
		const path = join(own, (await readdir(own))[0] ?? '');
		const written = await readFile(path, 'utf8');
		await writeFile(path, written.replace('"length":', '"lenght":'));
		expect(await extractCorpus(papers, { cache: own })).toEqual(first);
		const again = await readFile(path, 'utf8');
		expect(again.match(/"length":/g)).toHaveLength(texts.length);
		expect(await extractCorpus(papers, { cache: own })).toEqual(first);
		expect(await readFile(path, 'utf8')).toBe(again);
	} finally {
		await rm(own, { recursive: true });
	}
});

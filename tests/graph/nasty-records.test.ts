import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { health } from '#lib/server/questions/health.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-nasty-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Texts that no source should hold, and every source may: each of some letters, so that some are within all limits. */
const signs = [
	'a',
	'Z',
	'Ab',
	'7',
	'語',
	'é',
	'e\u0301',
	'\u{1f986}',
	'\ufdfa',
	'ß',
	'İ',
	'م',
	'א',
	'-',
	'_',
	'.',
	"'",
	'/'
];
const odd = [
	'\u0000',
	'\u0001',
	'\u001b[31m',
	'\ud800',
	'\udfff',
	'\u202e',
	'\u200b',
	'\ufffe',
	'\u2028',
	'\u0085',
	' ',
	'\t',
	'"'
];
const repeated = fc
	.tuple(fc.constantFrom(...signs, ...odd), fc.constantFrom(1, 3, 99, 101, 399, 401, 8164, 10_240, 30_000))
	.map(([sign, times]) => sign.repeat(times));
const words = fc.constantFrom(
	...[
		'we propose',
		'PondNet',
		'duck ranking',
		'(DR)',
		'GRPO',
		'a novel',
		'method',
		'of',
		'for',
		'.',
		':',
		',',
		'__proto__'
	]
);
const nasty = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: words },
			{ weight: 2, arbitrary: repeated },
			fc.string({ unit: 'binary' })
		),
		{
			maxLength: 12
		}
	)
	.map((parts) => parts.join(' '));
const anything = fc.oneof(nasty, fc.jsonValue(), fc.double(), fc.constantFrom('', ' ', null, 10 ** 20, -1));

const nastyRecord = fc.record({
	title: nasty,
	abstract: nasty,
	id: fc.oneof(anything, nasty),
	url: anything,
	organization: anything,
	authors: fc.oneof(anything, fc.array(anything)),
	authorCount: anything,
	comments: anything,
	date: anything,
	year: anything,
	doi: anything,
	arxiv: anything
});

/** A good record that has one nasty field. */
const spoiled = fc.tuple(nastyRecord, fc.nat({ max: 11 }), fc.nat({ max: 999 })).map(([record, at, n]) => {
	const [field, value] = Object.entries(record)[at] ?? ['', ''];
	return { ...madeUpPaper(n), id: `spoiled-${n}`, [field]: value };
});

const counts = z.object({
	papers: z.int(),
	rejectedCount: z.int(),
	omittedCount: z.int(),
	duplicates: z.array(z.unknown()),
	published: z.object({ created: z.int(), changed: z.int(), removed: z.int() })
});

async function ingest(records: unknown[], ...options: string[]) {
	const file = join(folder, 'nasty.jsonl');
	await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
	const ended = await runProcess(
		'scripts/ingest.ts',
		file,
		'--json',
		'--graph',
		`local:${opened.folder}`,
		...options
	);
	return { ...ended, report: ended.code === 0 ? counts.parse(JSON.parse(ended.output)) : null };
}

describe('whatever a file holds', () => {
	test('what is read is published, and stays as it is', async () => {
		const records = [
			...fc.sample(nastyRecord, { numRuns: 80, seed: 11 }),
			...fc.sample(spoiled, { numRuns: 140, seed: 12 })
		];
		const first = await ingest(records);
		expect(first).toMatchObject({ code: 0 });
		const { papers = 0, rejectedCount = 0, duplicates = [], omittedCount = 0 } = first.report ?? {};
		expect(papers + rejectedCount + duplicates.length).toBe(records.length);
		expect(papers).toBeGreaterThan(100);
		expect(omittedCount).toBeGreaterThan(100);
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'ready', papers });
		// What a terminal is shown holds no signs that command it, and no more lines than one reads.
		expect(/(?!\n)\p{Cc}/u.test(first.errors)).toBe(false);
		expect(first.errors).toMatch(/\nand [\d,]+ more\n/);
		expect(first.errors.split('\n').length).toBeLessThan(60);
		const stored = await exportedLines(opened.store);
		const again = await ingest(records);
		expect(again.report?.published).toEqual({ created: 0, changed: 0, removed: 0 });
		expect(await exportedLines(opened.store)).toEqual(stored);
	}, 300_000);

	test('what is too long costs its record or its field, and nothing else', async () => {
		const rejected = [{ id: 'i'.repeat(10_240) }, { title: 'title '.repeat(4096) }];
		const cut = [
			{ authors: ['A'.repeat(20_480)] },
			{ organization: 'O'.repeat(20_480) },
			{ url: `https://example.org/${'o'.repeat(20_480)}` },
			{ authors: Array.from({ length: 5000 }, (_, n) => `A. Lee ${n}`) },
			{ abstract: 'Ducks rank ponds. '.repeat(60_000) }
		];
		const read = [
			{ abstract: `We propose ${'w'.repeat(30_000)}, a duck ranking.` },
			{ abstract: `We propose ${'Wa'.repeat(10_000)} (WW), a duck ranking.` }
		];
		const all = [{}, ...rejected, ...cut, ...read, {}];
		const { code, report, errors } = await ingest(
			all.map((given, n) => ({ ...madeUpPaper(n), ...given })),
			'--fresh'
		);
		expect(code).toBe(0);
		expect(report).toMatchObject({ papers: all.length - 2, rejectedCount: 2, omittedCount: cut.length + 1 });
		expect(errors.match(/^nasty\.jsonl, record \d+: .*$/gm)).toEqual([
			'nasty.jsonl, record 2: its id is longer than 1,000 bytes',
			'nasty.jsonl, record 3: its title is longer than 2,000 bytes',
			'nasty.jsonl, record 4: authors 1 of 1 left out (longer than 300 bytes)',
			'nasty.jsonl, record 5: organization left out (longer than 500 bytes)',
			'nasty.jsonl, record 6: url left out (longer than 2,000 bytes)',
			'nasty.jsonl, record 7: authors cut to the first 1,000 of 5,000, all are counted',
			'nasty.jsonl, record 8: abstract cut to 24,994 bytes of 1,079,999',
			'nasty.jsonl, record 9: abstract cut to 25,000 bytes of 30,028'
		]);
		const names = await opened.store.read({
			text: 'MATCH (c:Concept) RETURN max(size(c.name)) AS longest',
			row: z.object({ longest: z.int() })
		});
		expect(names[0]?.longest).toBeLessThan(100);
	});
});

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangePart, ChangesOfPart } from '#lib/domain/history/ingest-changes.ts';
import { ingestChanges } from '#lib/server/questions/ingest-changes.ts';
import { ingestPoints } from '#lib/server/questions/ingest-points.ts';
import { ingests } from '#lib/server/questions/ingests.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
let files: string;
/** The three ingests: forty papers, twenty more, and these taken back. */
let [first, second, third] = ['', '', ''];

const lines = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, at) => `${JSON.stringify(madeUpPaper(from + at))}\n`).join('');
const ingest = (...given: string[]) =>
	runProcess('scripts/ingest.ts', ...given, '--graph', `local:${opened.folder}`);

beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-changes-'));
	await writeFile(join(files, 'one.jsonl'), lines(0, 40));
	await writeFile(join(files, 'two.jsonl'), `${lines(40, 60)}{"abstract": "It has no title."}\n`);
	await ingest(join(files, 'one.jsonl'));
	await ingest(join(files, 'two.jsonl'));
	await ingest('--remove', 'two.jsonl');
	[third = '', second = '', first = ''] = (await ingestPoints(opened.store)).map(({ id }) => id);
}, 120_000);
afterAll(() => rm(files, { recursive: true }));

const usual = { part: '', page: 1, limit: 200 } as const;
async function between(from: string, to: string, part: ChangePart): Promise<ChangesOfPart> {
	const { parts } = await ingestChanges(opened.store, { ...usual, from, to, part });
	expect(parts.map((each) => each.part)).toEqual([part]);
	return parts[0] as ChangesOfPart;
}

test('an ingest keeps what it read: names, hashes, counts, and how long it took', async () => {
	const { items, total, pages } = await ingests(opened.store);
	expect([total, pages]).toEqual([3, 1]);
	const text = await readFile(join(files, 'two.jsonl'));
	expect(items.map(({ readSources }) => readSources)).toEqual([
		[],
		[
			{
				...{ name: 'two.jsonl', format: 'JSON and JSON Lines', bytes: text.length },
				...{ sha256: createHash('sha256').update(text).digest('hex'), papers: 20, rejected: 1 }
			}
		],
		[expect.objectContaining({ name: 'one.jsonl', papers: 40, rejected: 0 })]
	]);
	for (const { id, finishedAt } of items)
		expect(Date.parse(finishedAt ?? '')).toBeGreaterThan(Date.parse(id));
});

describe('ingestChanges', () => {
	test('tells new papers newest first, by their titles, a page of them', async () => {
		const { total, unlisted, isKnown, rows } = await between(first, second, 'papers');
		expect([total, unlisted, isKnown]).toEqual([20, 0, true]);
		const wanted = Array.from({ length: 20 }, (_, at) => madeUpPaper(40 + at)).sort((a, b) =>
			a.date === b.date ? (a.id < b.id ? -1 : 1) : (a.date ?? '') < (b.date ?? '') ? 1 : -1
		);
		// Removed since: they are known by their ids alone, and those have no order but their own.
		expect(rows.every(({ isThere, name, ref }) => !isThere && ref === `papers/${name}`)).toBe(true);
		expect(rows.map(({ name }) => name)).toEqual(wanted.map(({ id }) => id as string).sort());
		const begun = await ingestChanges(opened.store, { ...usual, from: 'start', to: first, part: 'papers' });
		const [papers] = begun.parts;
		const dates = papers?.rows.map(({ date }) => date ?? '') ?? [];
		expect(dates).toHaveLength(40);
		expect(dates).toEqual([...dates].sort().reverse());
		expect(papers?.rows[0]).toMatchObject({ isThere: true, name: expect.stringContaining(': a ') as string });
		const asked = { from: 'start', to: first, part: 'papers', page: 3, limit: 15 } as const;
		const [page] = (await ingestChanges(opened.store, asked)).parts;
		expect(page?.rows).toEqual(papers?.rows.slice(30, 40));
	});

	test('tells concepts of most papers first', async () => {
		const { rows, total } = await between('start', first, 'concepts');
		expect(total).toBe(rows.length);
		const papers = rows.map((row) => row.papers ?? 0);
		expect(papers).toEqual([...papers].sort((a, b) => b - a));
		expect(rows.find(({ ref }) => ref === 'concepts/contact-map')).toMatchObject({
			...{ name: 'contact map', isThere: true, now: null, before: null }
		});
	});

	test('tells topics that grew with both counts, and the other way round those that shrank', async () => {
		const grown = await between(first, second, 'grown');
		expect(grown.isKnown).toBe(true);
		expect(grown.rows.length).toBeGreaterThan(0);
		for (const { before, after } of grown.rows) expect(after).toBeGreaterThan(before ?? Infinity);
		const shrunk = await between(second, third, 'shrunk');
		expect(shrunk.rows.map(({ ref, before, after }) => [ref, after, before]).sort()).toEqual(
			grown.rows.map(({ ref, before, after }) => [ref, before, after]).sort()
		);
		expect((await between(first, second, 'shrunk')).rows).toEqual([]);
	});

	test('tells concepts that lost papers as fading, and what went as gone', async () => {
		const { rows } = await between(second, third, 'fading');
		const map = rows.find(({ ref }) => ref === 'concepts/contact-map');
		expect(map?.before).toBeGreaterThan(map?.after ?? Infinity);
		expect(map).toMatchObject({ name: 'contact map', isThere: true, papers: map?.after });
		const gone = await between(second, third, 'gone');
		expect(gone.rows.filter(({ ref }) => ref.startsWith('papers/')).map(({ name }) => name)).toEqual(
			Array.from({ length: 20 }, (_, at) => `made-up-00${40 + at}`)
		);
	});

	test('does not tell what came and went, whichever of the two is named first', async () => {
		const {
			from,
			to,
			ingests: many,
			parts
		} = await ingestChanges(opened.store, {
			...{ ...usual, from: third, to: first }
		});
		expect([from?.id, to.id, many]).toEqual([first, third, 2]);
		expect(parts.map(({ part, total }) => [part, total])).toEqual([
			['papers', 0],
			['concepts', 0],
			['topics', 0],
			['merged', 0],
			['fading', 0],
			['grown', 0],
			['shrunk', 0],
			['gone', 0]
		]);
	});

	test('without names it is the last ingest and the one before', async () => {
		const { from, to } = await ingestChanges(opened.store, { ...usual, from: '', to: '' });
		expect([from?.id, to.id]).toEqual([second, third]);
		const begun = await ingestChanges(opened.store, { ...usual, from: '', to: first });
		expect([begun.from, begun.ingests]).toEqual([null, 1]);
	});

	test('refuses an ingest that is not there, and one with itself', async () => {
		await expect(ingestChanges(opened.store, { ...usual, from: 'x', to: '' })).rejects.toMatchObject({
			message: 'There is no ingest "x".'
		});
		await expect(ingestChanges(opened.store, { ...usual, from: first, to: first })).rejects.toMatchObject({
			message: 'These two are the same ingest.'
		});
	});

	test('says that it does not know what an earlier version did not keep', async () => {
		await opened.store.write((transaction) =>
			transaction.run('MATCH (i:Ingest {id: $first}) REMOVE i.holdings', { first })
		);
		expect(await between(first, second, 'grown')).toEqual({
			...{ part: 'grown', total: 0, unlisted: 0, isKnown: false, rows: [] }
		});
		expect((await between(first, second, 'fading')).isKnown).toBe(false);
		expect((await between(first, second, 'papers')).total).toBe(20);
		expect((await between(second, third, 'shrunk')).isKnown).toBe(true);
	});
});

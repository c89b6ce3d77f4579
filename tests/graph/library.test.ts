import { beforeEach, describe, expect, test } from 'vitest';
import type { Marks } from '#lib/domain/library-entry.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import {
	bringToLibrary,
	libraryEntries,
	markPaper,
	marksOf,
	marksOfPaper,
	wholeLibrary
} from '#lib/server/people/library-entries.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, graphOf, ingestAt, openedStore } from './opened-store.ts';

/** Guards the library: marks, stars and notes on papers, which no ingest takes away. */

const arxiv = '2402.01234';
const preprint: Paper = { ...madeUpPaper(0), id: paperIdSchema.parse(arxiv), arxiv };
const published: Paper = {
	...madeUpPaper(0),
	id: paperIdSchema.parse('10.1000/pond.1'),
	doi: '10.1000/pond.1',
	arxiv
};
const papers = [preprint, madeUpPaper(1), madeUpPaper(2), madeUpPaper(3)];
const others = papers.slice(1);
const graphs = {
	all: await graphOf(papers),
	without: await graphOf(others),
	renamed: await graphOf([published, ...others])
};
const opened = openedStore();
let second = 0;
const put = (which: keyof typeof graphs) => publish(opened.store, graphs[which], ingestAt((second += 1)));
const marks = (given: Partial<Marks> = {}): Marks => ({
	state: 'to-read',
	starred: false,
	note: '',
	...given
});

beforeEach(async () => {
	await opened.store.write((transaction) => transaction.run('MATCH (n:LibraryEntry) DETACH DELETE n'));
	await put('all');
});

describe('a mark on a paper', () => {
	test('is there again, is changed, and tells what was before', async () => {
		const { store } = opened;
		expect(await marksOfPaper(store, arxiv)).toEqual({
			state: 'none',
			starred: false,
			note: '',
			revision: 0
		});
		const first = await markPaper(store, arxiv, 0, marks({ note: '  for Monday ' }));
		expect(first.before).toEqual({ state: 'none', starred: false, note: '' });
		const then = await markPaper(store, arxiv, 1, marks({ state: 'read', starred: true }));
		expect(then.before).toEqual({ state: 'to-read', starred: false, note: 'for Monday' });
		expect(await marksOfPaper(store, arxiv)).toEqual({ state: 'read', starred: true, note: '', revision: 2 });
		expect(await marksOf(store, [arxiv, others[0]?.id ?? ''])).toEqual({
			[arxiv]: { state: 'read', starred: true, note: '' }
		});
	});

	test.each([
		['at once, the first marks', 0],
		['at once, a change', 1]
	])('of two who make it %s, the second is told and nothing is lost', async (_, revision) => {
		const { store } = opened;
		if (revision === 1) await markPaper(store, arxiv, 0, marks());
		await markPaper(store, arxiv, revision, marks({ note: 'of Ann' }));
		await expect(markPaper(store, arxiv, revision, marks({ note: 'of Ben' }))).rejects.toMatchObject({
			name: 'EditConflictError',
			revision: revision + 1
		});
		expect(await marksOfPaper(store, arxiv)).toMatchObject({ note: 'of Ann', revision: revision + 1 });
	});

	test('is refused on a paper that is not there, and with a note that is too long', async () => {
		await expect(markPaper(opened.store, 'nothing', 0, marks())).rejects.toThrow(
			'There is no paper "nothing".'
		);
		await expect(markPaper(opened.store, arxiv, 0, marks({ note: 'x'.repeat(5001) }))).rejects.toThrow(
			'"note" of the library entry does not fit: at most 5,000 characters.'
		);
		expect(await libraryEntries(opened.store).list()).toEqual([]);
	});

	test('outlives its paper, and is found when that comes back under another id', async () => {
		const { store } = opened;
		await markPaper(store, arxiv, 0, marks({ note: 'mine' }));
		await put('without');
		expect(await wholeLibrary(store)).toMatchObject([
			{ paper: null, entry: { id: arxiv, value: { title: preprint.title, note: 'mine' } } }
		]);
		await put('renamed');
		expect(await wholeLibrary(store)).toMatchObject([{ paper: published.id, entry: { id: arxiv } }]);
		expect(await marksOfPaper(store, published.id)).toMatchObject({ note: 'mine', revision: 1 });
		await markPaper(store, published.id, 1, marks({ state: 'read', note: 'mine' }));
		const [row, ...more] = await wholeLibrary(store);
		expect(more).toEqual([]);
		expect(row?.entry.value.names).toEqual([arxiv, '10.1000/pond.1']);
		expect((await exportedLines(store, true)).join('\n')).toContain('"LibraryEntry"');
		expect((await exportedLines(store)).join('\n')).not.toContain('LibraryEntry');
	});
});

describe('what an ingest brings to a library', () => {
	test('is to read; what has a mark keeps it, and twice is as once', async () => {
		const { store } = opened;
		await markPaper(store, arxiv, 0, marks({ state: 'read', starred: true, note: 'done' }));
		expect(await bringToLibrary(store, [preprint, ...others.slice(0, 2)], 'Pond')).toEqual({
			marked: 2,
			known: 1
		});
		expect(
			await marksOf(
				store,
				papers.map(({ id }) => id)
			)
		).toEqual({
			[arxiv]: { state: 'read', starred: true, note: 'done' },
			'made-up-0001': marks(),
			'made-up-0002': marks()
		});
		const before = await libraryEntries(store).list();
		expect(before.map(({ value }) => value.libraries)).toEqual([['Pond'], ['Pond'], ['Pond']]);
		expect(await bringToLibrary(store, [preprint, ...others.slice(0, 2)], 'Pond')).toEqual({
			marked: 0,
			known: 3
		});
		expect(await libraryEntries(store).list()).toEqual(before);
		await bringToLibrary(store, [preprint], 'Hill');
		expect((await libraryEntries(store).find(arxiv))?.value.libraries).toEqual(['Hill', 'Pond']);
	});

	test('never comes again where its marks were taken back', async () => {
		const { store } = opened;
		await bringToLibrary(store, [preprint], 'Pond');
		await markPaper(store, arxiv, 1, marks({ state: 'none' }));
		await bringToLibrary(store, [preprint], 'Pond');
		expect(await marksOfPaper(store, arxiv)).toMatchObject({ state: 'none', revision: 2 });
	});
});

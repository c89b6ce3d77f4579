import { beforeAll, describe, expect, test } from 'vitest';
import type { LibraryFormat } from '#lib/domain/library-entry.ts';
import { nodeRef } from '#lib/domain/ids.ts';
import { markPaper } from '#lib/server/people/library-entries.ts';
import { libraryLines } from '#lib/server/people/library-lines.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { unreadPapers } from '#lib/server/questions/unread-papers.ts';
import { readBibtex } from '#lib/sources/formats/bibtex.ts';
import { readRis } from '#lib/sources/formats/ris.ts';
import { foundIn } from '../unit/sources/found-in.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { graphOf, ingestAt, openedStore } from './opened-store.ts';

/** Guards what goes out of the library, and what is to be read next. */

const papers = Array.from({ length: 40 }, (_, at) => madeUpPaper(at)).map((paper, at) =>
	at === 1 ? { ...paper, keywords: ['pond', 'weirs, mills'] } : paper
);
const graph = await graphOf(papers);
const opened = openedStore(async (store) => {
	await publish(store, graph, ingestAt(1));
	await markPaper(store, 'made-up-0001', 0, {
		...{ state: 'read', starred: true },
		note: 'Weak on {ducks} & 50 % of ponds_'
	});
	await markPaper(store, 'made-up-0009', 0, { state: 'to-read', starred: false, note: '' });
	await markPaper(store, 'made-up-0039', 0, { state: 'read', starred: false, note: 'It is gone.' });
	await publish(store, await graphOf(papers.slice(0, 39)), ingestAt(2));
});

async function written(format: LibraryFormat, state: 'read' | 'to-read' | '' = ''): Promise<string> {
	const lines: string[] = [];
	for await (const line of await libraryLines(opened.store, format, { state, q: '' }))
		lines.push(`${line}\n`);
	return lines.join('');
}

describe('libraryLines', () => {
	test.each([
		['bibtex', readBibtex],
		['ris', readRis]
	] as const)('%s is read again with titles and marks; what is gone is among it', async (format, read) => {
		const { papers: found, rejected } = await foundIn(read, await written(format));
		expect(rejected).toEqual([]);
		const kept = [1, 9, 39].map((at) => papers[at]?.title);
		expect(found.map(({ title }) => title)).toEqual(kept);
		expect(found.map(({ keywords }) => keywords)).toEqual([['pond', 'weirs, mills'], undefined, undefined]);
	});

	test('notes stand in the field of each format', async () => {
		expect(await written('bibtex')).toContain(
			'annote = {Weak on \\textbraceleft{}ducks\\textbraceright{} \\& 50 \\% of ponds\\_}'
		);
		expect(await written('ris')).toContain('\nN1  - Weak on {ducks} & 50 % of ponds_\n');
		const items = JSON.parse(await written('csl')) as { id: string; note?: string; keyword?: string }[];
		expect(items.map(({ id, note, keyword }) => [id, note, keyword])).toEqual([
			[
				'made-up-0001',
				'Weak on {ducks} & 50 % of ponds_',
				'pond; weirs, mills; throughline:read; throughline:starred; throughline:note'
			],
			['made-up-0009', undefined, 'throughline:to-read'],
			['made-up-0039', 'It is gone.', 'throughline:read, throughline:note']
		]);
	});

	test('only what fits goes out', async () => {
		expect((await written('ris', 'to-read')).match(/^ID {2}- .*$/gm)).toEqual(['ID  - made-up-0009']);
	});
});

describe('unreadPapers', () => {
	let first: Awaited<ReturnType<typeof unreadPapers>>;
	beforeAll(async () => {
		first = await unreadPapers(opened.store, [nodeRef('concepts', 'contact-map')]);
	});

	test('chooses what adds most, none that is read, and nothing twice', () => {
		expect(first.of?.name).toBe('contact map');
		expect(first.next.length).toBeGreaterThan(1);
		const counts = first.next.map(({ adds }) => adds.length);
		expect(counts).toEqual([...counts].sort((a, b) => b - a));
		const adds = first.next.flatMap((each) => each.adds.map(({ ref }) => ref));
		expect(new Set(adds).size).toBe(adds.length);
		expect(adds).not.toContain('concepts/contact-map');
		expect(adds.length).toBe(first.concepts - first.known);
	});

	test('knows what the papers speak of that are marked as read', async () => {
		const [next] = first.next;
		const id = next?.paper.ref.slice('papers/'.length) ?? '';
		await markPaper(opened.store, id, 0, { state: 'read', starred: false, note: '' });
		const then = await unreadPapers(opened.store, [nodeRef('concepts', 'contact-map')]);
		expect([then.read, then.known]).toEqual([first.read + 1, first.known + (next?.adds.length ?? 0)]);
		expect(then.next).toEqual(first.next.slice(1));
	});

	test('of a topic, too; what is not there is refused', async () => {
		const [topic] = graph.topics.filter(({ level }) => level === 1);
		const reading = await unreadPapers(opened.store, [nodeRef('topics', topic?.id ?? '')]);
		expect(reading.next.length).toBeGreaterThan(0);
		await expect(unreadPapers(opened.store, ['topics/none'])).rejects.toMatchObject({
			message: 'There is no topic "none".'
		});
		await expect(unreadPapers(opened.store, ['topics/none', 'papers/a'])).rejects.toMatchObject({
			advice: 'Give "of" once for a topic or a concept.'
		});
	});

	test('of a set of papers: those and no others', async () => {
		const set = [1, 3, 11, 19, 4].map((at) => nodeRef('papers', `made-up-00${String(at).padStart(2, '0')}`));
		const reading = await unreadPapers(opened.store, [...set, 'papers/none']);
		expect([reading.of, reading.papers, reading.read]).toEqual([null, 5, 1]);
		expect(reading.next.length).toBeGreaterThan(0);
		for (const { paper } of reading.next) expect(set.slice(1)).toContain(paper.ref);
	});
});

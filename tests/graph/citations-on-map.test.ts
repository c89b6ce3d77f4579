import { describe, expect, test } from 'vitest';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { wholeMap } from '#lib/domain/view.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import { viewGraph } from '#lib/server/exports/view-graph.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { lineDetails } from '#lib/server/questions/line-details.ts';
import { countNeighbours, neighboursOfSort } from '#lib/server/questions/neighbour-sorts.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { graphOf, ingestAt, openedStore } from './opened-store.ts';

/** Guards the citations of a corpus on the map: who cites whom, where both are drawn. */

const ids = [0, 1, 2, 3, 4, 5].map((n) => `made-up-000${n}`);
const ref = (n: number): NodeRef => `papers/${ids[n] ?? ''}`;
// 1 and 2 cite each other; 3 is cited by two others; nobody cites 0, which cites what is not there.
const cites: Record<number, number[]> = { 0: [], 1: [2, 3], 2: [1], 4: [3, 1] };
const papers = ids.map((_, n): Paper => {
	const cited = (cites[n] ?? []).map((other) => ids[other] ?? '');
	return { ...madeUpPaper(n), cites: n === 0 ? ['10.5555/elsewhere'] : cited };
});
const opened = openedStore(async (store) => publish(store, await graphOf(papers), ingestAt(1)));

const citations = ({ edges }: Pick<MapPicture, 'edges'>) =>
	edges.filter(({ type }) => type === 'CITES').map(({ source, target }) => [source, target]);

describe('viewPicture draws citations', () => {
	test('from who cites to what is cited, one line a pair, before what is only related', async () => {
		const only = [1, 2, 3, 4].map(ref);
		const picture = await viewPicture(opened.store, { ...wholeMap, only });
		expect(citations(picture).sort()).toEqual([
			[ref(1), ref(2)],
			[ref(1), ref(3)],
			[ref(4), ref(1)],
			[ref(4), ref(3)]
		]);
		const pairs = picture.edges.map(({ source, target }) => [source, target].sort().join(' '));
		expect(new Set(pairs).size).toBe(pairs.length);
	});

	test('only where both ends are drawn, on the whole map too', async () => {
		expect(citations(await viewPicture(opened.store, { ...wholeMap, only: [ref(2), ref(3)] }))).toEqual([]);
		const hidden = await viewPicture(opened.store, { ...wholeMap, selected: ref(4), hidden: [ref(3)] });
		expect(citations(hidden)).toContainEqual([ref(4), ref(1)]);
		expect(citations(hidden).flat()).not.toContain(ref(3));
	});

	test('and gives them to the files that are saved of it', async () => {
		const { graph } = await viewGraph(opened.store, { ...wholeMap, only: [1, 2].map(ref) }, () =>
			Promise.resolve(null)
		);
		const lines = graph.relationshipList.filter(({ type }) => type === 'CITES');
		expect(lines.map(({ start, end }) => [start, end])).toEqual([[`Paper/${ids[1]}`, `Paper/${ids[2]}`]]);
	});
});

test('lineDetails tells both directions of two papers that cite each other, and which is which', async () => {
	const from = async (a: number, b: number) =>
		(await lineDetails(opened.store, ref(a), ref(b))).ties
			.filter(({ type }) => type === 'CITES')
			.map((tie) => tie.from);
	expect(await from(3, 4)).toEqual([ref(4)]);
	expect(await from(2, 1)).toEqual([ref(1), ref(2)]);
	expect(await from(0, 5)).toEqual([]);
});

test('what a paper cites, and who cites it, grow from it: what most cite first', async () => {
	const counts = new Map(
		(await countNeighbours(opened.store, ref(1))).map(({ sort, count }) => [sort, count])
	);
	expect([counts.get('cites'), counts.get('citedBy')]).toEqual([2, 2]);
	expect(await neighboursOfSort(opened.store, ref(4), 'cites')).toEqual([ref(1), ref(3)]);
	expect(await neighboursOfSort(opened.store, ref(3), 'citedBy')).toEqual([ref(1), ref(4)]);
	const none = new Map((await countNeighbours(opened.store, ref(0))).map(({ sort, count }) => [sort, count]));
	expect(none.has('cites')).toBe(false);
});

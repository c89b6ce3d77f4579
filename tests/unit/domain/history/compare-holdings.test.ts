import { describe, expect, test } from 'vitest';
import { changedTopics, fadingConcepts } from '#lib/domain/history/compare-holdings.ts';
import { nothingHeld, type Holdings } from '#lib/domain/history/holdings.ts';

function held(concepts: Holdings['concepts'], newest = 100, topics: Holdings['topics'] = []): Holdings {
	return { topics, concepts, newest: { papers: newest, from: '2025-07-01' } };
}
const topic = (id: string, papers: number) => ({ id, name: id, level: 2, papers });
const noLeads = new Map<string, string>();

describe('fadingConcepts', () => {
	// Of 100 newest papers 20 mention it: of 100 others 20 are expected, and 11 are nine less, two deviations of √20.
	test.each<[string, [number, number], [number, number], number, boolean]>([
		['a share that stays', [60, 20], [80, 20], 100, false],
		['a share that falls by chance', [60, 20], [80, 12], 100, false],
		['a share that falls by more', [60, 20], [80, 11], 100, true],
		['a share that rises though the count falls', [60, 20], [80, 15], 50, false],
		['a share that falls though the count stays', [60, 20], [80, 20], 200, true],
		['one of few newest papers', [60, 4], [80, 0], 100, false],
		['one of just enough newest papers', [60, 5], [80, 0], 100, true],
		['one that lost a paper', [60, 0], [59, 0], 100, true],
		['less than a quarter, however sure', [6000, 1000], [7000, 760], 100, false]
	])('%s: %j, then %j of %i newest', (_, [papers, newest], [laterPapers, laterNewest], of, isFading) => {
		const found = fadingConcepts(
			held([['heron', papers, newest]]),
			held([['heron', laterPapers, laterNewest]], of),
			noLeads
		);
		expect(found.map(({ id }) => id)).toEqual(isFading ? ['heron'] : []);
	});

	test('those that fell by most papers come first, with both counts and shares', () => {
		const before = held([
			['carp', 40, 20],
			['heron', 60, 40],
			['newt', 9, 0]
		]);
		const after = held(
			[
				['heron', 70, 10],
				['carp', 45, 2],
				['newt', 8, 0]
			],
			100
		);
		expect(fadingConcepts(before, after, noLeads)).toEqual([
			{ id: 'heron', before: 60, after: 70, shareBefore: 0.4, shareAfter: 0.1 },
			{ id: 'carp', before: 40, after: 45, shareBefore: 0.2, shareAfter: 0.02 },
			{ id: 'newt', before: 9, after: 8, shareBefore: 0, shareAfter: 0 }
		]);
	});

	test('what was taken in, or is not kept of later, is not told', () => {
		const before = held([
			['egret', 30, 20],
			['heron', 60, 40]
		]);
		const after = held([['egret', 3, 0]]);
		expect(fadingConcepts(before, after, new Map([['concepts/egret', 'concepts/heron']]))).toEqual([]);
	});

	test('nothing fades from nothing, nor where no paper has a date', () => {
		expect(fadingConcepts(nothingHeld, held([['heron', 1, 0]]), noLeads)).toEqual([]);
		const undated = held([['heron', 9, 0]], 0);
		expect(fadingConcepts(undated, undated, noLeads)).toEqual([]);
	});
});

describe('changedTopics', () => {
	test('those that were there at both times, the largest change first', () => {
		const before = held([], 0, [topic('birds', 10), topic('fish', 10), topic('frogs', 5), topic('old', 3)]);
		const after = held([], 0, [topic('birds', 12), topic('fish', 6), topic('frogs', 5), topic('new', 9)]);
		expect(changedTopics(before, after, noLeads)).toEqual([
			{ id: 'fish', name: 'fish', level: 2, before: 10, after: 6 },
			{ id: 'birds', name: 'birds', level: 2, before: 10, after: 12 }
		]);
	});

	test('one that took in others had their papers', () => {
		const before = held([], 0, [topic('birds', 10), topic('herons', 4), topic('egrets', 2)]);
		const after = held([], 0, [topic('birds', 18)]);
		const leads = new Map([
			['topics/egrets', 'topics/herons'],
			['topics/herons', 'topics/birds']
		]);
		expect(changedTopics(before, after, leads)).toEqual([
			{ id: 'birds', name: 'birds', level: 2, before: 16, after: 18 }
		]);
	});
});

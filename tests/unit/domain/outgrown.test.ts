import { expect, test } from 'vitest';
import { hasOutgrown, isAnotherCorpus } from '#lib/domain/outgrown.ts';

test.each([
	[100, 100, false],
	[125, 100, false],
	[126, 100, true],
	[0, 0, false]
])('%d papers on a map that was drawn of %d: %s', (papers, drawn, expected) => {
	expect(hasOutgrown(papers, drawn)).toBe(expected);
});

test('four times as many papers make no other corpus, one more does', () => {
	expect([400, 401].map((papers) => isAnotherCorpus(papers, 100))).toEqual([false, true]);
	expect([0, 52].map((papers) => isAnotherCorpus(papers, papers))).toEqual([false, false]);
});

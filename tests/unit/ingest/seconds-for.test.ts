import { expect, test } from 'vitest';
import { secondsFor } from '#lib/ingest/estimate.ts';

const past = (...seconds: number[]) =>
	seconds.map((each) => ({ seconds: each, papers: 1000, newPapers: 1000 }));

test.each([
	['by the constants where nothing is known', past(), 17],
	['as long as the last one', past(34), 34],
	['the median of several: one that waited does not count', past(17, 34, 900), 34],
	['between the two in the middle', past(17, 34, 51, 1), 26]
])('secondsFor is %s', (_, paces, seconds) => {
	expect(secondsFor(1000, 1000, paces)).toBe(seconds);
});

test('secondsFor goes with how much is to be done', () => {
	expect(secondsFor(2000, 100, past(34))).toBe(Math.ceil(2 * (5 + 8 + 0.8)));
});

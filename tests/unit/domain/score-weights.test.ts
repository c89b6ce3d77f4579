import { describe, expect, test } from 'vitest';
import { byWeights, readWeights, weightedScore, writeWeights } from '#lib/domain/score-weights.ts';

describe('readWeights', () => {
	test.each([
		['', 1, 1, []],
		['concepts:1,text:.5', 1, 0.5, []],
		['text:0', 1, 0, []],
		[' concepts : 0.25 , text:1', 0.25, 1, []],
		['concepts:2', 1, 1, ['concepts:2']],
		['concepts:-1,text:.5', 1, 0.5, ['concepts:-1']],
		['concepts:1e0,concepts:NaN,concepts:', 1, 1, ['concepts:1e0', 'concepts:NaN', 'concepts:']],
		['time:1,__proto__:1', 1, 1, ['time:1', '__proto__:1']],
		['<script>alert(1)</script>', 1, 1, ['<script>alert(1)</script>']]
	])('of %j is %d and %d, without %j', (text, concepts, words, dropped) => {
		expect(readWeights(text)).toEqual({ weights: { concepts, text: words, cites: 1 }, dropped });
	});

	test('says no more of 100 KB than it must', () => {
		const { weights, dropped } = readWeights('x'.repeat(100_000));
		expect(weights).toEqual({ concepts: 1, text: 1, cites: 1 });
		expect(dropped).toEqual(['x'.repeat(40)]);
	});
});

test('writeWeights is what readWeights reads, and nothing for the stored ones', () => {
	expect(writeWeights({ concepts: 1, text: 1, cites: 1 })).toBe('');
	const weights = { concepts: 0.35, text: 0, cites: 0.5 };
	expect(writeWeights(weights)).toBe('concepts:0.35,text:0,cites:0.5');
	expect(readWeights(writeWeights(weights)).weights).toEqual(weights);
});

describe('byWeights', () => {
	const related = [
		{ id: 'both', concepts: 0.3, text: 0.2, cites: 0 },
		{ id: 'concepts', concepts: 0.4, text: 0, cites: 0 },
		{ id: 'text', concepts: 0, text: 0.35, cites: 0 },
		{ id: 'alike', concepts: 0.4, text: 0, cites: 0.1 }
	];
	test.each([
		[1, 1, 0, ['both', 'concepts', 'alike', 'text']],
		[1, 0, 0, ['concepts', 'alike', 'both']],
		[1, 0, 0.5, ['alike', 'concepts', 'both']],
		[0, 1, 0, ['text', 'both']],
		[0, 0, 1, ['alike']],
		[0, 0, 0, []]
	])('with %d, %d and %d ranks %j', (concepts, text, cites, order) => {
		expect(byWeights(related, { concepts, text, cites }).map(({ id }) => id)).toEqual(order);
	});

	test('scores are the sums of weighted parts', () => {
		expect(
			weightedScore({ concepts: 0.3, text: 0.2, cites: 0.1 }, { concepts: 0.5, text: 1, cites: 0.5 })
		).toBe(0.4);
	});
});

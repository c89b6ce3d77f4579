import { expect, test } from 'vitest';
import { pairedDifference } from '../../../scripts/bench/ablation.ts';

test.each([
	// 10, 0, -10 and 20 points lost: 5 on the mean, with a deviation of 12.91 over four papers.
	['papers that differ', [0.5, 0.5, 0.5, 0.5], [0.4, 0.5, 0.6, 0.3], 5, 6.455],
	['the same scores', [0.5, 0.3], [0.5, 0.3], 0, 0],
	['one score of a whole set', [0.9], [0.8], 10, 0]
])('pairedDifference of %s', (_, whole, without, worth, error) => {
	const found = pairedDifference(whole, without);
	expect(found.worth).toBeCloseTo(worth, 6);
	expect(found.error).toBeCloseTo(error, 3);
});

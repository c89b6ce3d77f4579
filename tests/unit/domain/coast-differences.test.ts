import { expect, test } from 'vitest';
import { coastOf, differencesOf } from '#lib/domain/coast-differences.ts';

test.each([
	[[], []],
	[
		[3, 100, 200, 110, 195, 90, 190],
		[3, 100, 200, 10, -5, -20, -5]
	],
	[
		[2, 5, 6, 7, 9, 1, -4, -5, 2, 0, 0, 1, 1],
		[2, 5, 6, 2, 3, 1, -4, -5, 2, 0, 0, 1, 1]
	]
])('the differences of %j are %j, and lead back', (coast, differences) => {
	expect(differencesOf(coast)).toEqual(differences);
	expect(coastOf(differences)).toEqual(coast);
});

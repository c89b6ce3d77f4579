import { expect, test } from 'vitest';
import { isWithin } from '#lib/domain/within-dates.ts';

test.each([
	['2024-05-17', '2024-05-17', null, null, true],
	[null, null, null, null, true],
	[null, null, '2024', null, false],
	[null, null, null, '2024', false],
	['2024-05-17', '2024-05-17', '2024-05', '2024-05', true],
	['2024-05-17', '2024-05-17', '2024-06', null, false],
	['2024-05-17', '2024-05-17', null, '2024-04', false],
	['2024-12-31', '2024-12-31', null, '2024', true],
	// A paper of 2024 may be of May.
	['2024', '2024', '2024-05', '2024-05', true],
	['2024', '2024', '2025-01', null, false],
	// What lasts over them overlaps them.
	['2020', '2026', '2024-05', '2024-06', true],
	['2020', '2023-12', '2024', null, false]
] as const)('isWithin(%s to %s, %s to %s) is %s', (first, last, from, to, wanted) => {
	expect(isWithin(first, last, { from, to })).toBe(wanted);
});

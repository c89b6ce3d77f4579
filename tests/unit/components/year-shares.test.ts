import { expect, test } from 'vitest';
import { yearShares } from '#lib/components/year-shares.ts';

test('yearShares are of all papers of the year; a year of next to none is no trend', () => {
	const years = [
		{ year: 2024, papers: 50, all: 500 },
		{ year: 2025, papers: 200, all: 1000 },
		{ year: 2026, papers: 1, all: 1 }
	];
	expect(yearShares(years)).toEqual([
		{ year: 2024, share: 0.1 },
		{ year: 2025, share: 0.2 },
		{ year: 2026, share: 0.02 }
	]);
	expect(yearShares([])).toEqual([]);
});

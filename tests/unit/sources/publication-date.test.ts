import { expect, test } from 'vitest';
import { readDate } from '#lib/sources/publication-date.ts';

test.each([
	['2026-08-17T17:59:57Z', '2026-08-17'],
	['2026-08-17T17:59:57.123456+02:00', '2026-08-17'],
	['2026-08-17T23:59:57-0800', '2026-08-17'],
	['2026-08-17 17:59:57', '2026-08-17'],
	['2026-08-17 17:59', '2026-08-17'],
	['2026-08-17T17:59:57 UTC', '2026-08-17'],
	[' 2026-08-17 ', '2026-08-17'],
	['2026/8/7', '2026-08-07'],
	['2026-08', '2026-08'],
	['2022', '2022'],
	['2022.0', '2022'],
	[2022, '2022'],
	[1500, '1500'],
	['2027-12-31', '2027-12-31']
])('readDate understands %j', (given, date) => {
	expect(readDate(given, 2027)).toEqual({ date, why: null });
});

test.each([
	['2099', '2099 lies outside of 1500 to 2027'],
	['2028-01-01T00:00:00Z', '2028 lies outside of 1500 to 2027'],
	['0999', '0999 lies outside of 1500 to 2027'],
	[1499, '1499 lies outside of 1500 to 2027'],
	['2023-02-29', '2023-02-29 does not exist'],
	['2023-13', '2023-13 does not exist'],
	['2023-00-00', '2023-00-00 does not exist'],
	['2026-08-17T25:00:00Z', 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'],
	['2026-08-17Tnoon', 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'],
	['2026-08/17', 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'],
	['last year', 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'],
	[20260817, 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'],
	[-2022, 'a date reads YYYY, YYYY-MM or YYYY-MM-DD'],
	[2022.5, 'it is no date'],
	[true, 'it is no date'],
	[[2022], 'it is no date'],
	[{ year: 2022 }, 'it is no date']
])('readDate does not understand %j, and says why', (given, why) => {
	expect(readDate(given, 2027)).toEqual({ date: null, why });
});

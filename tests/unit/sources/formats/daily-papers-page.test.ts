import { describe, expect, test } from 'vitest';
import { readDailyPapersPage } from '#lib/sources/formats/daily-papers-page.ts';
import type { Source } from '#lib/sources/source-record.ts';
import { foundIn } from '../found-in.ts';

const abstract = (about: string) =>
	`${about} is studied here at some length, because a paragraph on this page is an abstract only when it is long. `
		.repeat(2)
		.trim();

const page = [
	'new',
	'Daily Papers',
	'Feb 16',
	'On Ducks',
	abstract('Swimming'),
	'  • 3 authors',
	'·',
	'Jul 12, 2021',
	'On Geese',
	abstract('Flying'),
	'pond-lab Pond Lab',
	'·',
	'Mar 4 7',
	'On Swans',
	abstract('Resting'),
	'On Herons',
	abstract('Waiting'),
	'  • 12 authors',
	'·',
	'Jan 9, 2024 2',
	'Previous',
	'Company',
	'Terms'
].join('\n\n');

const read = (text: string, given: Partial<Source> = {}) =>
	foundIn(readDailyPapersPage, text, { file: 'page.txt', ...given });

describe('readDailyPapersPage', () => {
	test('finds the papers and nothing of the header and footer', async () => {
		const { papers, rejected } = await read(page);
		expect(papers.map(({ title }) => title)).toEqual(['On Ducks', 'On Geese', 'On Swans', 'On Herons']);
		expect(rejected).toEqual([]);
	});

	test.each([
		[0, { date: '2021-07-12', authorCount: 3, organization: null, comments: null }],
		[1, { date: '2025-03-04', authorCount: null, organization: 'Pond Lab', comments: 7 }],
		[2, { date: null, authorCount: null, organization: null, comments: null }],
		[3, { date: '2024-01-09', authorCount: 12, organization: null, comments: 2 }]
	])('reads the tail of record %i', async (index, expected) => {
		expect((await read(page)).papers[index]).toMatchObject(expected);
	});

	test('puts a date without a year where --year says', async () => {
		expect((await read(page, { year: 2023 })).papers[1]?.date).toBe('2023-03-04');
	});

	test.each([
		['Feb 30, 2021', 'left out (2021-02-30 does not exist)', '2025-03-04'],
		['Feb 3, 2099', 'left out (2099 lies outside of 1500 to 2027)', '2025-03-04']
	])('leaves out the date %s, and keeps its paper', async (date, what, next) => {
		const broken = await read(page.replace('Jul 12, 2021', date));
		expect(broken.papers.map((paper) => paper.date)).toEqual([null, next, null, '2024-01-09']);
		expect(broken.omitted).toEqual([{ file: 'page.txt', record: 1, field: 'date', what }]);
	});
});

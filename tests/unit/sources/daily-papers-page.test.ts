import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDailyPapersPage } from '#lib/sources/daily-papers-page.ts';

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

describe('readDailyPapersPage', () => {
	const { papers, rejected } = readDailyPapersPage(page, 'page.txt');

	test('finds the papers and nothing of the header and footer', () => {
		expect(papers.map(({ title }) => title)).toEqual(['On Ducks', 'On Geese', 'On Swans', 'On Herons']);
		expect(rejected).toEqual([]);
	});

	test.each([
		[0, { date: '2021-07-12', authorCount: 3, organization: null, comments: null }],
		[1, { date: '2025-03-04', authorCount: null, organization: 'Pond Lab', comments: 7 }],
		[2, { date: null, authorCount: null, organization: null, comments: null }],
		[3, { date: '2024-01-09', authorCount: 12, organization: null, comments: 2 }]
	])('reads the tail of record %i', (index, expected) => {
		expect(papers[index]).toMatchObject(expected);
	});

	test('puts a date without a year where --year says', () => {
		expect(readDailyPapersPage(page, 'page.txt', { year: 2023 }).papers[1]?.date).toBe('2023-03-04');
	});

	test('rejects a date that does not exist, and goes on', () => {
		const broken = readDailyPapersPage(page.replace('Jul 12, 2021', 'Feb 30, 2021'), 'page.txt');
		expect(broken.papers).toHaveLength(3);
		expect(broken.rejected).toEqual([
			{ file: 'page.txt', record: 1, reason: '"On Ducks" has the date 2021-02-30, which does not exist' }
		]);
	});
});

test('reads the golden page as the golden papers', () => {
	const golden = (name: string) => readFileSync(`tests/data/sources/${name}`, 'utf8');
	const read = readDailyPapersPage(golden('daily-papers-page.txt'), 'daily-papers-page.txt');
	expect(read).toEqual(JSON.parse(golden('daily-papers-page.json')));
});

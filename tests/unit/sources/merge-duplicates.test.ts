import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { idOfTitle } from '#lib/sources/fields/fit-paper.ts';
import { mergeDuplicates } from '#lib/sources/merge-duplicates.ts';

function paper(told: Partial<Omit<Paper, 'id'>> & { id?: string } = {}): Paper {
	const title = told.title ?? 'Counting Ducks on Small Ponds';
	return {
		...{ abstract: '', date: null, url: null, organization: null, authors: [], authorCount: null },
		...{ comments: null, source: 'ponds.bib' },
		...told,
		title,
		id: paperIdSchema.parse(told.id ?? told.arxiv ?? told.doi ?? idOfTitle(title))
	};
}

const lee = { authors: ['Anna Lee'], date: '2020' };

describe('mergeDuplicates makes one paper of', () => {
	const pairs: [string, Paper, Paper, string][] = [
		[
			'one DOI',
			paper({ doi: '10.5555/a', title: 'Ducks' }),
			paper({ doi: '10.5555/a' }),
			'the same DOI 10.5555/a'
		],
		[
			'one arXiv id',
			paper({ arxiv: '2001.00001', title: 'Ducks' }),
			paper({ arxiv: '2001.00001', doi: '10.5555/a' }),
			'the same arXiv id 2001.00001'
		],
		[
			'one number of PubMed',
			paper({ pubmed: '7', title: 'Ducks' }),
			paper({ pubmed: '7' }),
			'the same number in PubMed 7'
		],
		['one id of a source', paper({ id: 'ab-1', title: 'Ducks' }), paper({ id: 'ab-1' }), 'the same id ab-1'],
		[
			'one number of a catalogue',
			paper({ otherNames: ['openalex:w1'], title: 'Ducks' }),
			paper({ otherNames: ['openalex:w1'] }),
			'both are openalex:w1'
		],
		[
			'a preprint that is told to be one, and its publication',
			paper({ doi: '10.1101/p', title: 'Ducks' }),
			paper({ doi: '10.5555/a', otherNames: ['10.1101/p'] }),
			'the same DOI 10.1101/p'
		],
		[
			'one title',
			paper(),
			paper({ title: 'Counting ducks on small ponds!' }),
			'the same title, first author and year'
		],
		[
			'one title, author and year',
			paper(lee),
			paper({ ...lee, doi: '10.5555/a' }),
			'the same title, first author and year'
		],
		[
			'one author, written in other ways',
			paper({ ...lee, authors: ['A. Lee'] }),
			paper({ ...lee, authors: ['Lee AB', 'Kim B'] }),
			'the same title, first author and year'
		],
		[
			'a preprint and its publication a year later',
			paper({ ...lee, arxiv: '1911.00001', date: '2019-11-02' }),
			paper({ ...lee, doi: '10.5555/a' }),
			'a preprint with the same title and first author'
		]
	];
	test.each(pairs)('%s', (_, a, b, reason) => {
		for (const order of [
			[a, b],
			[b, a]
		]) {
			const { papers, duplicates } = mergeDuplicates(order);
			expect(papers).toHaveLength(1);
			expect(duplicates.map((duplicate) => duplicate.reason)).toEqual([reason]);
		}
	});
});

describe('mergeDuplicates keeps apart', () => {
	const short = { title: 'Introduction' };
	test.each([
		['two DOIs with one title', paper({ ...lee, doi: '10.5555/a' }), paper({ ...lee, doi: '10.5555/b' })],
		[
			'two arXiv ids with one title',
			paper({ ...lee, arxiv: '2001.00001' }),
			paper({ ...lee, arxiv: '2001.00002' })
		],
		[
			'one arXiv id with two DOIs',
			paper({ arxiv: '2001.00001', doi: '10.5555/a' }),
			paper({ arxiv: '2001.00001', doi: '10.5555/b' })
		],
		['two first authors', paper(lee), paper({ ...lee, authors: ['Ben Kim'] })],
		['two years', paper(lee), paper({ ...lee, date: '2021' })],
		[
			'two introductions',
			paper({ ...short, abstract: 'To ducks.' }),
			paper({ ...short, abstract: 'To geese.' })
		],
		['two titles of signs', paper({ title: '???' }), paper({ title: '!!!' })],
		['two titles in Chinese', paper({ title: '鸭子' }), paper({ title: '鹅' })]
	])('%s', (_, a, b) => {
		const { papers, duplicates } = mergeDuplicates([a, b]);
		expect(papers).toHaveLength(2);
		expect(new Set(papers.map(({ id }) => id)).size).toBe(2);
		expect(duplicates).toEqual([]);
	});

	test('a record that fits two others is put to neither', () => {
		const { papers } = mergeDuplicates([paper(lee), paper({ ...lee, authors: ['Ben Kim'] }), paper()]);
		expect(papers.map(({ id }) => id)).toEqual([
			'counting-ducks-on-small-ponds',
			'counting-ducks-on-small-ponds-2020-kim',
			expect.stringMatching(/^counting-ducks-on-small-ponds-[0-9a-f]{12}$/) as string
		]);
	});
});

test('mergeDuplicates takes of each field what is told, the fuller record first', () => {
	const published = paper({
		...{
			doi: '10.5555/a',
			otherNames: ['10.1101/p'],
			venue: 'Journal of Ponds',
			date: '2020',
			abstract: 'We.'
		},
		...{
			authors: ['A. Lee', 'B. Kim'],
			authorCount: 2,
			keywords: ['ducks', 'Ponds'],
			url: 'https://example.org/a'
		}
	});
	const preprint = paper({
		...{ doi: '10.1101/p', title: 'Counting ducks', abstract: 'We count.', date: '2020-03-04', comments: 3 },
		...{
			authors: ['Anna Lee', 'Ben Kim'],
			authorCount: 2,
			keywords: ['ponds', 'counting'],
			cites: ['10.5555/z']
		}
	});
	const { papers } = mergeDuplicates([preprint, published, paper({ doi: '10.5555/a', withdrawn: true })]);
	expect(papers).toEqual([
		{
			...{
				id: '10.5555/a',
				title: 'Counting Ducks on Small Ponds',
				abstract: 'We count.',
				date: '2020-03-04'
			},
			...{
				url: 'https://example.org/a',
				organization: null,
				authors: ['Anna Lee', 'Ben Kim'],
				authorCount: 2
			},
			...{ comments: 3, source: 'ponds.bib', doi: '10.5555/a', otherNames: ['10.1101/p'] },
			...{
				venue: 'Journal of Ponds',
				keywords: ['ducks', 'Ponds', 'counting'],
				cites: ['10.5555/z'],
				withdrawn: true
			}
		}
	]);
});

describe('the id of a stored paper stays', () => {
	test.each([
		['when its DOI becomes known', paper(), paper({ doi: '10.5555/a' }), 'counting-ducks-on-small-ponds'],
		[
			'when its arXiv id becomes known',
			paper({ doi: '10.5555/a' }),
			paper({ doi: '10.5555/a', arxiv: '2001.00001' }),
			'10.5555/a'
		],
		[
			'when its id is all that names its DOI',
			paper({ id: '10.5555/a', title: 'Ducks' }),
			paper({ doi: '10.5555/a' }),
			'10.5555/a'
		]
	])('%s', (_, stored, added, id) => {
		const { papers, duplicates } = mergeDuplicates([added], [stored]);
		expect(papers.map((one) => one.id)).toEqual([id]);
		expect(papers[0]?.doi).toBe('10.5555/a');
		expect(duplicates.map(({ kept, droppedId }) => [kept, droppedId])).toEqual([[id, added.id]]);
	});

	test('and a new paper with the same title gets another', () => {
		const stored = paper({ ...lee, abstract: 'Old.' });
		const added = paper({ authors: ['Ben Kim'], date: '2021', abstract: 'New.' });
		const { papers } = mergeDuplicates([added], [stored]);
		expect(papers.map(({ id, abstract }) => [id, abstract])).toEqual([
			['counting-ducks-on-small-ponds', 'Old.'],
			['counting-ducks-on-small-ponds-2021-kim', 'New.']
		]);
	});
});

test('mergeDuplicates takes for one what only what was merged before tells to be one', () => {
	const title = 'On Ducks and Their Small Ponds';
	const records = [
		paper({ title, date: '2020', authors: [] }),
		paper({ title: 'Ducks', date: null, authors: [], arxiv: '2001.00001', otherNames: ['openalex:w1'] }),
		paper({ title, date: '2019', authors: ['Ben Kim'], otherNames: ['openalex:w1'] }),
		paper({ title, date: '2020-03', authors: ['Ben Kim'], abstract: 'One.' })
	];
	expect(mergeDuplicates(records).papers.map(({ id }) => id)).toEqual(['2001.00001']);
});

test('mergeDuplicates takes the DOI of a paper that another record tells for no other version of it', () => {
	const title = 'On Ducks and Their Small Ponds';
	const records = [
		paper({ title, date: '2020', doi: '10.1101/p' }),
		paper({ title: 'Ducks', date: null, otherNames: ['10.1101/p'] }),
		paper({ title, date: '2019' }),
		paper({ title, date: null, doi: '10.5555/a' })
	];
	const { papers } = mergeDuplicates(records);
	expect(papers.map(({ id, date }) => [id, date])).toEqual([
		['10.1101/p', '2020'],
		['10.5555/a', '2019']
	]);
});

const some = fc.record({
	title: fc.constantFrom('Ducks', 'On Ducks and Their Small Ponds', 'On ducks and their small ponds.', '???'),
	abstract: fc.constantFrom('', 'One.', 'Two.'),
	date: fc.constantFrom(null, '2019', '2020', '2020-03'),
	authors: fc.constantFrom<string[][]>([], ['Anna Lee'], ['Lee, A.'], ['Ben Kim']),
	doi: fc.constantFrom(undefined, '10.5555/a', '10.5555/b', '10.1101/p'),
	arxiv: fc.constantFrom(undefined, '2001.00001', '2001.00002'),
	otherNames: fc.constantFrom<(string[] | undefined)[]>(undefined, ['10.1101/p'], ['openalex:w1'])
});

test('mergeDuplicates makes the same of the same records in any order, and again, and no id twice', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(some, fc.nat()), { maxLength: 8 }), (ordered) => {
			const keyed = ordered.map(([{ doi, arxiv, otherNames, ...rest }, key]) => ({
				record: paper({
					...rest,
					...(doi && { doi }),
					...(arxiv && { arxiv }),
					...(otherNames && { otherNames })
				}),
				key
			}));
			const records = keyed.map(({ record }) => record);
			const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ record }) => record);
			const { papers, duplicates } = mergeDuplicates(records);
			expect(mergeDuplicates(shuffled)).toMatchObject({ papers, duplicates });
			expect(mergeDuplicates(papers, papers).papers).toEqual(papers);
			expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
			expect(papers.length + duplicates.length).toBe(records.length);
		}),
		{ numRuns: 500 }
	);
});

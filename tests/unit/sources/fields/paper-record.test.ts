import { describe, expect, test } from 'vitest';
import { bytesOf, paperLimits } from '#lib/domain/limits.ts';
import { paperRecord } from '#lib/sources/fields/paper-record.ts';
import { ownJsonReader } from '#lib/sources/formats/own-json.ts';

const source = { file: 'ponds.jsonl', year: null, lastYear: 2027, columns: {} };

function read(given: object) {
	const json = { title: 'On Ponds', abstract: 'Ducks like ponds.', ...given };
	const finding = [...ownJsonReader(source)(json, source, 7)].at(-1);
	if (!finding || 'noted' in finding) throw new Error('nothing was found');
	if ('rejected' in finding) return { rejected: finding.rejected.reason, paper: null, left: null };
	const left = finding.omitted.map(({ field, what }) => `${field} ${what}`);
	return { rejected: null, paper: finding.paper, left };
}

test('readPaperRecord reads all that it knows', () => {
	expect(
		read({
			id: 'AB-1',
			date: '2026-08-17T17:59:57Z',
			url: 'https://example.org/ponds',
			organization: 'Hill  College',
			authors: ['A. Lee', { name: 'B. Kim' }],
			comments: 0,
			shelf: 'unheard of'
		})
	).toEqual({
		rejected: null,
		left: [],
		paper: {
			id: 'ab-1',
			title: 'On Ponds',
			abstract: 'Ducks like ponds.',
			date: '2026-08-17',
			url: 'https://example.org/ponds',
			organization: 'Hill College',
			authors: ['A. Lee', 'B. Kim'],
			authorCount: 2,
			comments: 0,
			source: 'ponds.jsonl'
		}
	});
});

describe('an optional field that cannot be used costs itself alone', () => {
	test.each([
		['url', 'not a url', 'no http or https address'],
		['url', 'ftp://example.org/', 'no http or https address'],
		['url', 'javascript:alert(1)', 'no http or https address'],
		['url', 'JaVaScRiPt://example.org/%0aalert(1)', 'no http or https address'],
		['url', 'data:text/html,<b>', 'no http or https address'],
		['url', 'http:example.org', 'no http or https address'],
		['url', 'https://example.org/a b', 'no http or https address'],
		['url', '//example.org', 'no http or https address'],
		['url', 7, 'it is no text'],
		['url', `https://example.org/${'a'.repeat(2000)}`, 'longer than 2,000 bytes'],
		['organization', 7, 'it is no text'],
		['organization', ['Hill College'], 'it is no text'],
		['organization', { name: 'Hill College' }, 'it is no text'],
		['organization', 'a'.repeat(501), 'longer than 500 bytes'],
		['comments', 'many', 'it is no whole number'],
		['comments', '7.5', 'it is no whole number'],
		['comments', -1, 'it is below zero'],
		['comments', 1.5, 'it is no whole number'],
		['comments', 10n ** 20n, 'it is no whole number'],
		['comments', 1e7, 'more than 1,000,000'],
		['authorCount', 0, 'it is not above zero'],
		['authorCount', -3, 'it is not above zero'],
		['authorCount', 'three', 'it is no whole number'],
		['authorCount', 1e9, 'more than 1,000,000'],
		['authors', 7, 'neither names nor a list of them'],
		['authors', { size: 7 }, 'neither names nor a list of them'],
		['id', { oid: 7 }, 'it is no text or number'],
		['id', true, 'it is no text or number'],
		['id', '.', 'a part of it is only dots, which no address can hold'],
		['id', '../../etc/passwd', 'a part of it is only dots, which no address can hold'],
		['id', 'h12\ud800', 'it holds a character that cannot be read'],
		['doi', 7, 'it is no text'],
		['doi', '10.1/'.repeat(300), 'longer than 1,000 bytes'],
		['arxiv', 2402.033, 'it is no text'],
		['arxiv', 'yes', 'it is no arXiv id'],
		['doi', 'n/a', 'it is no DOI'],
		['pubmed', 'none', 'it is no number of PubMed'],
		['keywords', 7, 'neither a text nor a list of them'],
		['venue', 7, 'it is no text'],
		['venue', 'a'.repeat(501), 'longer than 500 bytes'],
		['abstract', 7, 'it is no text'],
		['date', '2023-02-29', '2023-02-29 does not exist'],
		['published', '2099-01-01', '2099 lies outside of 1500 to 2027'],
		['year', 'last', 'a date reads YYYY, YYYY-MM or YYYY-MM-DD']
	])('%s: %o', (field, value, why) => {
		const { paper, left } = read({ [field]: value });
		expect(left).toEqual([`${field} left out (${why})`]);
		expect(paper).toEqual(field === 'abstract' ? { ...read({}).paper, abstract: '' } : read({}).paper);
	});

	test.each([null, undefined, '', '  \u200b'])('and one that says nothing (%j) is no fault', (value) => {
		const fields = ['id', 'arxiv', 'doi', 'url', 'organization', 'authors', 'date', 'year', 'comments'];
		expect(read(Object.fromEntries(fields.map((field) => [field, value])))).toEqual(read({}));
	});

	test('and what is wrong with a year that is told twice is said once', () => {
		const dates: [string, string][] = [
			['year', '20x0'],
			['year', '20x0'],
			['date', 'soon']
		];
		const finding = paperRecord({ title: 'Ponds', dates }, source, 1);
		expect('paper' in finding ? finding.omitted.map(({ field }) => field) : null).toEqual(['year', 'date']);
	});

	test('and every one of them is said', () => {
		const { left } = read({ url: 'x', comments: 'x', authors: 1, date: 'x', year: 2022 });
		expect(left?.map((line) => line.split(' ', 1)[0])).toEqual(['url', 'comments', 'date', 'authors']);
		expect(read({ date: 'x', year: '2022' }).paper?.date).toBe('2022');
	});
});

describe('what makes a record a paper', () => {
	test.each([
		[{ title: undefined }, 'no title'],
		[{ title: ' \u0000\u200b ' }, 'no title'],
		[{ title: 7 }, 'the title is no text'],
		[{ title: null, abstract: '' }, 'no title; no abstract'],
		[{ title: 'a'.repeat(2001) }, 'its title is longer than 2,000 bytes'],
		[{ title: '語'.repeat(667) }, 'its title is longer than 2,000 bytes'],
		[{ id: 'a'.repeat(10_240) }, 'its id is longer than 1,000 bytes']
	])('rejects %o', (given, reason) => {
		expect(read(given).rejected).toBe(reason);
	});

	test('stores texts without control characters and halves of characters', () => {
		const { paper } = read({ title: ' a\u0000b\u0085c\t\td\ud800 ', abstract: '\udc00\u{1f986}\u202eok' });
		expect(paper?.title).toBe('a b c d\ufffd');
		expect(paper?.abstract).toBe('\ufffd\u{1f986}\u202eok');
	});
});

describe('what is too long', () => {
	test('cuts an abstract where a word ends, and says so', () => {
		const { paper, left } = read({ abstract: 'pond lily '.repeat(5000) });
		expect(paper?.abstract).toHaveLength(24_999);
		expect(paper?.abstract.endsWith('pond lily')).toBe(true);
		expect(left).toEqual(['abstract cut to 24,999 bytes of 49,999']);
	});

	test('leaves out an author, and counts all', () => {
		const { paper, left } = read({ authors: ['A. Lee', 'b'.repeat(301), 'C. Wu'] });
		expect(paper).toMatchObject({ authors: ['A. Lee', 'C. Wu'], authorCount: 3 });
		expect(left).toEqual(['authors 1 of 3 left out (longer than 300 bytes)']);
	});

	test('stores the first thousand authors, and counts all', () => {
		const { paper, left } = read({ authors: Array.from({ length: 2932 }, (_, n) => `A. Lee ${n}`) });
		expect(paper?.authors).toHaveLength(1000);
		expect(paper?.authorCount).toBe(2932);
		expect(left).toEqual(['authors cut to the first 1,000 of 2,932, all are counted']);
	});

	test('makes ids of long titles that fit, and stay apart', () => {
		const ids = ['\ufdfa', '\ufdfa\ufdfa', 'lake'].map(
			(end) => read({ title: '\ufdfa '.repeat(490) + end }).paper?.id
		);
		for (const id of ids) expect(bytesOf(id ?? '')).toBeLessThanOrEqual(paperLimits.id.most);
		expect(new Set(ids).size).toBe(3);
		const signs = ['???', '!!!'].map((title) => read({ title }).paper?.id);
		expect(new Set(signs).size).toBe(2);
	});
});

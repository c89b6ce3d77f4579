import { expect, test } from 'vitest';
import { arxivIn, citedName, doiIn, identifiersIn, pubmedIn } from '#lib/sources/fields/identifiers.ts';

test.each([
	['10.5555/ABC', '10.5555/abc'],
	['https://doi.org/10.5555/abc', '10.5555/abc'],
	['http://dx.doi.org/10.5555/abc', '10.5555/abc'],
	['doi:10.5555/abc', '10.5555/abc'],
	['DOI 10.5555/abc.', '10.5555/abc'],
	['(10.5555/abc)', '10.5555/abc'],
	['10.5555/s0001(18)31016-6', '10.5555/s0001(18)31016-6'],
	['10.5555%2Fabc', '10.5555/abc'],
	['10.5555/abc [doi]', '10.5555/abc'],
	[
		'10.1002/(SICI)1099-1255(199711)12:6<705::AID-X>3.0.CO;2-X',
		'10.1002/(sici)1099-1255(199711)12:6<705::aid-x>3.0.co;2-x'
	],
	['n/a', null],
	['10.5/abc', null]
])('doiIn finds in %j', (text, doi) => {
	expect(doiIn(text)).toBe(doi);
});

test.each([
	['2402.03300', '2402.03300'],
	['2402.03300v2', '2402.03300'],
	['arXiv:2402.03300v12', '2402.03300'],
	['arXiv:2402.03300 [cs.LG]', '2402.03300'],
	['https://arxiv.org/abs/2402.03300v1', '2402.03300'],
	['http://arxiv.org/pdf/2402.03300.pdf', '2402.03300'],
	['10.48550/arXiv.2402.03300', '2402.03300'],
	['hep-th/9901001v1', 'hep-th/9901001'],
	['math.GT/0309136', 'math.gt/0309136'],
	['arXiv preprint arXiv:1706.03762', '1706.03762'],
	['2413.03300', null],
	['it costs 2402.03300 a year', null],
	['10.5555/2402.03300', null]
])('arxivIn finds in %j', (text, id) => {
	expect(arxivIn(text)).toBe(id);
});

test.each([
	['12345678', '12345678'],
	['PMID: 12345678', '12345678'],
	['https://pubmed.ncbi.nlm.nih.gov/12345678/', '12345678'],
	['https://www.ncbi.nlm.nih.gov/pubmed/12345678', '12345678'],
	['12345678.0', '12345678'],
	['PMC1234567', null],
	['none', null]
])('pubmedIn finds in %j', (text, number) => {
	expect(pubmedIn(text)).toBe(number);
});

test('identifiersIn takes a bare number for none', () => {
	expect(identifiersIn('12345678')).toEqual({ arxiv: null, doi: null, pubmed: null });
	expect(identifiersIn('https://doi.org/10.48550/arXiv.2402.03300')).toEqual({
		arxiv: '2402.03300',
		doi: null,
		pubmed: null
	});
});

test.each([
	['Wu C, 2001, J LAKES, V1, P1, DOI 10.5555/lakes.1', '10.5555/lakes.1'],
	['arXiv:1706.03762', '1706.03762'],
	['pmid:123', 'pmid:123'],
	['openalex:W12', 'openalex:w12'],
	['Roe R., A book, 1999', null]
])('citedName finds in %j', (text, name) => {
	expect(citedName(text)).toBe(name);
});

import { describe, expect, test } from 'vitest';
import { keywordsOfMarks, partMarks, type ToldMarks } from '#lib/domain/mark-keywords.ts';
import { keywordList } from '#lib/sources/fields/keyword-list.ts';

/** Guards that marks which go out as keywords come back as marks, and never as an author's keyword. */

const told = (given: Partial<ToldMarks>): ToldMarks => ({
	...{ state: 'none', starred: false, note: '', libraries: [] },
	...given
});

describe('keywordsOfMarks and partMarks', () => {
	test.each<[ToldMarks, string[]]>([
		[told({ state: 'read', starred: true }), ['throughline:read', 'throughline:starred']],
		[told({ state: 'to-read', note: 'mine' }), ['throughline:to-read', 'throughline:note']],
		[told({ libraries: ['Thesis'] }), ['throughline:library:Thesis']],
		[
			told({ starred: true, libraries: ['100 % a; b, c|d', 'Ponds.'] }),
			['throughline:starred', 'throughline:library:100 %25 a%3B b%2C c%7Cd', 'throughline:library:Ponds%2E']
		]
	])('%j', (marks, keywords) => {
		expect(keywordsOfMarks(marks)).toEqual(keywords);
		const list = keywordList(['pond', ...keywords, 'read'].join('; ')) ?? [];
		const { note, ...rest } = marks;
		expect(partMarks(list)).toEqual({ keywords: ['pond', 'read'], marks: rest, hasNote: note !== '' });
	});

	test('words of authors are none; what nobody knows is dropped, and broken escapes cost themselves', () => {
		expect(partMarks(['read', 'starred', 'to-read'])).toEqual({
			keywords: ['read', 'starred', 'to-read'],
			marks: null,
			hasNote: false
		});
		expect(partMarks(['Throughline:READ', 'throughline:later', 'throughline:library:%E0%A4%A'])).toEqual({
			keywords: [],
			marks: { state: 'read', starred: false, libraries: [] },
			hasNote: false
		});
	});
});

import { describe, expect, test } from 'vitest';
import { tableRows, tableStyle } from '#lib/sources/parsing/table-rows.ts';
import { inPieces } from '../found-in.ts';

async function rows(text: string): Promise<(string[] | string)[]> {
	const found: (string[] | string)[] = [];
	for await (const { cells, problem } of tableRows(inPieces(Buffer.from(text), 7), tableStyle))
		found.push(problem ?? cells);
	return found;
}

test.each([
	['a,b,c', ',', ['a', 'b', 'c']],
	['a;b;c', ';', ['a', 'b', 'c']],
	['sep=|\na|b', '|', ['a', 'b']],
	['\ufeff"a, b";c', ';', ['a, b', 'c']],
	['a\tb "c\td', '\t', ['a', 'b "c', 'd']],
	['"a\nb",c', ',', ['a\nb', 'c']]
])('tableStyle finds the columns of %j', (head, delimiter, header) => {
	expect(tableStyle(head)).toMatchObject({ delimiter, header });
});

test.each([['one column'], [''], ['\n\n']])('tableStyle finds none in %j', (head) => {
	expect(tableStyle(head)).toBeNull();
});

const open = 'a quote in it is not closed';

describe('tableRows reads', () => {
	test.each([
		[
			'rows',
			'a,b,c\n1,2,3\n4,5,6\n',
			[
				['1', '2', '3'],
				['4', '5', '6']
			]
		],
		['quotes', 'a,b\n"x ""y"" z","1,2"\n', [['x "y" z', '1,2']]],
		['lines within a cell', 'a,b,c\n1,"x\n\ny, z",3\n', [['1', 'x\n\ny, z', '3']]],
		['CRLF', 'a,b\r\n1,"x\r\ny"\r\n', [['1', 'x\ny']]],
		['rows that are short', 'a,b,c\n1\n4,5,6', [['1'], ['4', '5', '6']]],
		['quotes within a word', 'a,b\nx 5" y" z,2\n', [['x 5" y" z', '2']]],
		['one whose quote is open, and the next', 'a,b,c\n"1","2,3\n"4","5","6"\n', [open, ['4', '5', '6']]],
		['one whose quote is open at the end', 'a,b\n1,2\n3,"4\n', [['1', '2'], open]],
		['two whose quotes are open', 'a,b,c\n1,"2,3\n4,"5,6\n7,8,9\n', [open, open, ['7', '8', '9']]],
		[
			'tabs without quotes',
			'a\tb\tc\n"1\t2\t3\n4\t5"\t6\n',
			[
				['"1', '2', '3'],
				['4', '5"', '6']
			]
		]
	])('%s', async (_, text, expected) => {
		expect(await rows(text)).toEqual(expected);
	});
});

test('tableRows takes no longer for a quote that is never closed', async () => {
	const text = `a,b,c\n1,"2,3\n${'4,5,6\n'.repeat(50_000)}`;
	const start = performance.now();
	const found = await rows(text);
	expect(found[0]).toBe(open);
	expect(found).toHaveLength(50_001);
	expect(performance.now() - start).toBeLessThan(20_000);
}, 30_000);

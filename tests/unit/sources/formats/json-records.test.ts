import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJson, isJsonLines, jsonLinesOf, jsonOf } from '#lib/sources/formats/json-records.ts';
import { ownJsonReader } from '#lib/sources/formats/own-json.ts';
import type { Source } from '#lib/sources/source-record.ts';
import { foundIn } from '../found-in.ts';

const readJson = jsonOf(ownJsonReader);
const readJsonLines = jsonLinesOf(ownJsonReader);

const records = [
	{ title: 'Ponds', abstract: 'Ducks like "ponds" [with {reeds}], \\ and more.' },
	{ title: 'Lakes', abstract: 'Swans.', authors: [{ name: 'A. Lee' }, { name: 'B. Kim' }] },
	{ title: 'Rivers', abstract: 'Herons.', nested: { deep: [[{}], [], {}] } }
];
const lines = records.map((record) => JSON.stringify(record));

/** Reads a text by the reader that recognises it. */
function read(text: string, given: Partial<Source> = {}, pieces?: number) {
	const reader = isJsonLines(text.slice(0, 1000)) ? readJsonLines : readJson;
	return foundIn(reader, text, given, pieces);
}

async function titlesIn(text: string, pieces?: number) {
	const { papers, rejected } = await read(text, {}, pieces);
	return [papers.map(({ title }) => title), rejected.map(({ record }) => record)];
}

const all = ['Ponds', 'Lakes', 'Rivers'];
const pretty = (indent: number | string) => JSON.stringify(records, null, indent);

describe('records are read', () => {
	const shapes: [string, string][] = [
		['a line each', lines.join('\n')],
		['a line each, with CRLF', lines.join('\r\n')],
		['a line each, with CR', lines.join('\r')],
		['with a comma after each', lines.map((line) => `${line},`).join('\n')],
		['with a comma and blanks after each', lines.map((line) => `${line} , `).join('\n')],
		['in an array', JSON.stringify(records)],
		['in an array, a line each', `[\n${lines.join(',\n')}\n]\n`],
		['in an array, a line each, the comma in front', `[${lines.join('\n,')}]`],
		['in an array that has no end', `[\n${lines.join(',\n')}`],
		['in an array, with a comma after the last', `[${lines.join(',')},]`],
		['in a pretty array', pretty(2)],
		['in a pretty array with tabs', pretty('\t')],
		['in a pretty array with CRLF', pretty(2).replaceAll('\n', '\r\n')],
		['in a pretty array at the left margin', pretty(2).replace(/^ +/gm, '')],
		['pretty, one after the other', records.map((record) => JSON.stringify(record, null, 2)).join('\n')],
		['pretty, with commas', records.map((record) => JSON.stringify(record, null, 4)).join(',\n')],
		['with no line ends between them', lines.join('')],
		['in several arrays', lines.map((line) => `[${line}]`).join('\n')]
	];

	test.each(shapes)('%s', async (_, text) => {
		expect(isJsonLines(text) || isJson(text)).toBe(true);
		for (const pieces of [1, 7, undefined]) expect(await titlesIn(text, pieces)).toEqual([all, []]);
	});

	test('a single pretty record, whatever its first line is', async () => {
		const whole = JSON.stringify(records[1], null, 2);
		for (const text of [whole, whole.replace('{\n ', '{'), whole.replace(/\n/g, '\n\n'), `\n\n${whole}`])
			expect(await titlesIn(text)).toEqual([['Lakes'], []]);
	});

	test('in the same way however the text is cut into pieces', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.record({ title: fc.string({ minLength: 1 }), abstract: fc.string(), more: fc.jsonValue() })
				),
				fc.constantFrom(undefined, 1, 2, '\t'),
				fc.integer({ min: 1, max: 9 }),
				async (some, indent, pieces) => {
					const text = JSON.stringify(some, null, indent);
					const [found, inPieces] = [
						await foundIn(readJson, text),
						await foundIn(readJson, text, {}, pieces)
					];
					expect(inPieces).toEqual(found);
					expect(found.papers.length + found.rejected.length).toBe(some.length);
				}
			),
			{ numRuns: 200 }
		);
	});
});

describe('a broken record costs itself alone', () => {
	const [ponds = '', lakes = '', rivers = ''] = lines;
	const inLines = (...some: string[]) => some.join('\n');
	const inArray = (...some: string[]) => `[${some.join(',\n')}]`;

	test.each([
		['no closing bracket, in lines', inLines(ponds, '{"title": "Broken"', lakes, rivers), all, [2]],
		['the first of all, in lines', inLines('{"title": "Broken"', ponds, lakes, rivers), all, [1]],
		['text between lines', inLines(ponds, 'and now', lakes, rivers), all, [2]],
		['no closing bracket, in an array', inArray(ponds, '{"title": "Broken"', lakes, rivers), all, [2]],
		['the first of all, in an array', inArray('{"title": "Broken"', ponds, lakes, rivers), all, [1]],
		['no closing quote, in an array', inArray(ponds, '{"title": "Broken}', lakes, rivers), all, [2]],
		['an open list, in an array', inArray(ponds, '{"authors": ["A"', lakes, rivers), all, [2]],
		['a bracket too many, in an array', inArray(ponds, '{"title": 1}}', lakes, rivers), all, [2]],
		['brackets that do not match', `[${ponds}, {"title": [1}, ${lakes}, ${rivers}]`, all, [2]],
		['no value', `[${ponds}, {"title": }, ${lakes}, ${rivers}]`, all, [2]],
		['no object', `[${ponds}, 7, "x", [1], null, ${lakes}, ${rivers}]`, all, [2]],
		['pretty, no closing quote', pretty(2).replace('"Lakes"', '"Lakes'), ['Ponds', 'Rivers'], [2]],
		['pretty, no closing bracket', pretty(2).replace('    ]\n  },', '    ]\n'), ['Ponds', 'Rivers'], [2]],
		['pretty, no comma', pretty(2).replace('"Swans.",', '"Swans."'), ['Ponds', 'Rivers'], [2]],
		['pretty, the file ends in it', pretty(2).slice(0, -20), ['Ponds', 'Lakes'], [3]]
	])('%s', async (_, text, titles, rejected) => {
		for (const pieces of [1, undefined]) expect(await titlesIn(text, pieces)).toEqual([titles, rejected]);
	});

	test('and says why, in a pretty file too', async () => {
		const { rejected } = await read(pretty(2).replace('"Lakes"', '"Lakes'), { file: 'ponds.json' });
		expect(rejected).toEqual([
			{ file: 'ponds.json', record: 2, reason: 'broken JSON (a text in it has no closing quote)' }
		]);
	});

	test('one that is too long, in lines and in arrays', async () => {
		const long = JSON.stringify({ title: 'Seas', abstract: 'sea '.repeat(2.5 * 2 ** 20) });
		for (const text of [
			[lines[0], long, lines[1]].join('\n'),
			`[${[lines[0], long, lines[1]].join(', ')}]`
		]) {
			const { papers, rejected } = await read(text);
			expect(papers.map(({ title }) => title)).toEqual(['Ponds', 'Lakes']);
			expect(rejected).toMatchObject([
				{ record: 2, reason: expect.stringContaining('longer than 8 MB') as string }
			]);
		}
	});

	test('and brackets deeper than are told apart cost nothing', async () => {
		const deep = `{"title": "Seas", "abstract": "Gulls.", "more": ${'['.repeat(3000)}${']'.repeat(3000)}}`;
		expect(await titlesIn(`[${deep}, ${lines[0]}]`)).toEqual([['Seas', 'Ponds'], []]);
	});

	test('brackets a million deep', async () => {
		const deep = `{"a": ${'['.repeat(10 ** 6)}${']'.repeat(10 ** 6)}}`;
		expect(await titlesIn(`[${deep}, ${lines[0]}]`)).toEqual([['Ponds'], [1]]);
		expect(await titlesIn(`${lines[0]}\n${deep}\n${lines[1]}`)).toEqual([['Ponds', 'Lakes'], [2]]);
	});
});

test('ids that are integers beyond 2^53 keep their digits', async () => {
	const text = `{"id": 727189530466459649, "title": "Ponds", "abstract": "Ducks.", "comments": 3}
{"id": 9007199254740993, "title": "Lakes", "abstract": "Swans."}
{"id": -98765432109876543210, "title": "Rivers", "abstract": "Herons.", "id": 98765432109876543210}`;
	const { papers } = await foundIn(readJsonLines, text);
	expect(papers.map(({ id }) => id)).toEqual([
		'727189530466459649',
		'9007199254740993',
		'98765432109876543210'
	]);
	expect(papers[0]?.comments).toBe(3);
});

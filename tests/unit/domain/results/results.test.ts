import { describe, expect, test } from 'vitest';
import { cellText } from '#lib/domain/results/cell-text.ts';
import { chartForms, chartOf } from '#lib/domain/results/chart-of.ts';
import { resultFormats } from '#lib/domain/results/result-formats.ts';
import { mapNodesOf, viewOf, viewsOf } from '#lib/domain/results/result-views.ts';
import { rowKeys } from '#lib/domain/results/row-keys.ts';

type Value = null | string | number | Value[] | { [key: string]: Value };
const node = (name: string, given: { ref?: string; label?: string } = {}): Value => ({
	...{ node: given.ref ?? `concepts/${name}`, labels: [given.label ?? 'Concept'], name, kind: 'method' },
	properties: {}
});
const line = (relationship: string): Value => ({
	...{ relationship, start: 'papers/p', end: 'concepts/frog', properties: { papers: 4, list: [1] } }
});
const answer = (columns: string[], rows: Value[][]) => ({
	...{ columns, rows, truncated: false, stopped: null, milliseconds: 1, generation: null }
});

test.each([
	[null, ''],
	['frog', 'frog'],
	[1.5, '1.5'],
	[node('frog'), 'frog'],
	[line('IN_TOPIC'), 'papers/p in topic (papers 4) concepts/frog'],
	[line('MENTIONS'), 'papers/p mentions (papers 4) concepts/frog'],
	[['a', node('frog')], 'a; frog'],
	[{ path: [node('frog'), line('MENTIONS'), node('newt')] }, 'frog — mentions — newt'],
	[{ a: 1 }, '{"a":1}']
])('cellText(%j) is %j', (value, text) => {
	expect(cellText(value)).toBe(text);
});

describe('formats', () => {
	const told = answer(
		['name', 'n'],
		[
			['=1+1', -2],
			['a,"b"', 3],
			['two\nlines | <b>', null]
		]
	);
	test('CSV quotes, and takes the sting out of formulas but not out of numbers', () => {
		expect(resultFormats.csv.write(told)).toBe('name,n\n\'=1+1,-2\n"a,""b""",3\n"two\nlines | <b>",\n');
	});
	test('NDJSON is an object a row', () => {
		const lines = resultFormats.ndjson.write(told).trimEnd().split('\n');
		expect(lines.map((each) => JSON.parse(each) as unknown)).toEqual(
			told.rows.map(([name, n]) => ({ name, n }))
		);
	});
	test('Markdown holds each row in a line, and no markup of the values', () => {
		expect(resultFormats.markdown.write(told)).toBe(
			'| name | n |\n| --- | --- |\n| =1+1 | -2 |\n| a,"b" | 3 |\n| two lines \\| \\<b\\> |  |\n'
		);
	});
});

describe('charts', () => {
	test('of months show the empty ones, over the end of a year', () => {
		expect(
			chartOf(
				answer(
					['month', 'papers'],
					[
						['2024-11', 2],
						['2025-02', 3]
					]
				)
			)
		).toEqual({
			...{ form: 'line', labels: ['2024-11', '2024-12', '2025-01', '2025-02'], left: 0 },
			series: [{ name: 'papers', values: [2, 0, 0, 3] }]
		});
	});
	test('of months and names have a line for each name', () => {
		const rows = [
			['2025-01', 'frog', 1],
			['2025-01', 'newt', 4],
			['2025-02', 'newt', 2]
		];
		expect(chartOf(answer(['month', 'concept', 'papers'], rows))).toMatchObject({
			series: [
				{ name: 'frog', values: [1, 0] },
				{ name: 'newt', values: [4, 2] }
			]
		});
	});
	test.each([
		[[['frog', 1]], ['bar']],
		[[['frog', 1, 2]], ['bar', 'scatter']],
		[[['2025', 1]], ['line', 'bar']],
		[[['frog', 'x']], []],
		[[], []],
		[Array.from({ length: 41 }, (_, at) => [`f${at}`, at, at * 2]), ['scatter', 'bar']]
	])('%#: the columns decide the forms', (rows, forms) => {
		const [first = ['a', 'b']] = rows;
		expect(chartForms(answer(first.map(String), rows))).toEqual(forms);
	});
	test('a wrong year makes no picture of two thousand empty ones', () => {
		expect(
			chartOf(
				answer(
					['year', 'n'],
					[
						['0001', 1],
						['9999', 1]
					]
				)
			)
		).toMatchObject({ labels: ['0001', '9999'] });
	});
});

describe('views', () => {
	test('of nodes anywhere in a row is a map, and topics have no place on it', () => {
		const rows = [
			[
				[node('frog')],
				{ path: [node('newt'), line('MENTIONS'), node('frog')] },
				node('t', { ref: 'topics/t', label: 'Topic' })
			]
		];
		expect(mapNodesOf(answer(['a', 'b', 'c'], rows))).toEqual({
			nodes: ['concepts/frog', 'concepts/newt', 'papers/p'],
			left: 0
		});
		expect(viewsOf(answer(['a', 'b', 'c'], rows))).toEqual(['map', 'table']);
	});
	test('is the one that is asked for, else the usual one, else what fits', () => {
		const bars = answer(['kind', 'n'], [['frog', 1]]);
		expect([viewOf(bars, 'table', 'chart'), viewOf(bars, null, 'chart'), viewOf(bars, 'map', null)]).toEqual([
			'table',
			'chart',
			'table'
		]);
		expect(viewOf(answer(['n'], [[3]]), null, null)).toBe('number');
	});
});

test('rowKeys stay when counts change, and tell rows apart that are alike', () => {
	const before = rowKeys([
		[node('frog'), 3],
		[node('newt'), 2],
		[node('newt'), 1]
	]);
	const after = rowKeys([
		[node('newt'), 9],
		[node('frog'), 8],
		[node('newt'), 1]
	]);
	expect(before).toEqual(['concepts/frog', 'concepts/newt', 'concepts/newt #2']);
	expect([...after].sort()).toEqual([...before].sort());
	expect(
		rowKeys([
			['2025-01', 4],
			[7, 8]
		])
	).toEqual(['["2025-01"]', '[7,8]']);
});

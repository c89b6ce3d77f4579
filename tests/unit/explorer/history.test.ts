import { describe, expect, test } from 'vitest';
import { begin, redo, step, undo, type History } from '#lib/explorer/history.ts';

/** Steps through these values, one after the other. */
function walked(...[first = '', ...values]: string[]): History<string> {
	return values.reduce(step, begin(first));
}

function many(times: number, move: (history: History<string>) => History<string>, from: History<string>) {
	return Array.from({ length: times }).reduce<History<string>>(move, from);
}

describe('history', () => {
	test('begins with nothing to go back or forth to', () => {
		expect(begin('a')).toEqual({ past: [], present: 'a', future: [] });
	});

	// Made when the test runs: what fails while tests are collected fails none of them.
	test.each<[string, () => History<string>, History<string>]>([
		[
			'a step remembers what was',
			() => walked('a', 'b', 'c'),
			{ past: ['a', 'b'], present: 'c', future: [] }
		],
		[
			'the same value is no step',
			() => step(walked('a', 'b'), 'b'),
			{ past: ['a'], present: 'b', future: [] }
		],
		[
			'undo goes one step back',
			() => undo(walked('a', 'b', 'c')),
			{ past: ['a'], present: 'b', future: ['c'] }
		],
		[
			'undone steps lie in the order in which they come again',
			() => undo(undo(walked('a', 'b', 'c'))),
			{ past: [], present: 'a', future: ['b', 'c'] }
		],
		[
			'redo goes one step forth',
			() => redo(undo(undo(walked('a', 'b', 'c')))),
			{ past: ['a'], present: 'b', future: ['c'] }
		],
		[
			'a step after undo forgets what was undone',
			() => step(undo(walked('a', 'b', 'c')), 'd'),
			{ past: ['a', 'b'], present: 'd', future: [] }
		],
		[
			'the same value after undo leaves redo as it was',
			() => step(undo(walked('a', 'b')), 'a'),
			{ past: [], present: 'a', future: ['b'] }
		]
	])('%s', (_, history, expected) => {
		expect(history()).toEqual(expected);
	});

	test('undo at the beginning and redo at the end change nothing', () => {
		const history = walked('a', 'b');
		expect(redo(history)).toBe(history);
		expect(undo(begin('a'))).toEqual(begin('a'));
	});

	test('as many redos as undos come back to where one was, whatever the number', () => {
		const history = walked('a', 'b', 'c', 'd', 'e');
		for (const times of [1, 2, 3, 4]) expect(many(times, redo, many(times, undo, history))).toEqual(history);
	});

	test('remembers the last 200 steps', () => {
		const values = Array.from({ length: 251 }, (_, at) => String(at));
		const { past, present } = walked(...values);
		expect([past.length, past[0], past.at(-1), present]).toEqual([200, '50', '249', '250']);
	});

	test('changes no history that it was given', () => {
		const history = walked('a', 'b');
		step(history, 'c');
		redo(undo(history));
		expect(history).toEqual({ past: ['a'], present: 'b', future: [] });
	});
});

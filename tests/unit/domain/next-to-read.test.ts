import { describe, expect, test } from 'vitest';
import { nextToRead, type Candidate } from '#lib/domain/next-to-read.ts';

const paper = (id: string, date: string | null, ...concepts: string[]): Candidate => ({ id, date, concepts });

describe('nextToRead', () => {
	test.each<[string, Candidate[], string[], number, [string, string[]][]]>([
		['nothing of nothing', [], [], 5, []],
		[
			'the one that covers most, then what it leaves',
			[paper('a', '2024', 'x'), paper('b', '2020', 'x', 'y'), paper('c', '2020', 'z')],
			[],
			5,
			[
				['b', ['x', 'y']],
				['c', ['z']]
			]
		],
		[
			'what is known counts for nothing',
			[paper('a', '2024', 'x', 'y', 'z'), paper('b', '2020', 'v', 'w')],
			['x', 'y'],
			5,
			[
				['b', ['v', 'w']],
				['a', ['z']]
			]
		],
		[
			'of equals the newer, one without a date last, then the smaller id',
			[paper('d', null, 'w'), paper('c', '2024', 'z'), paper('b', '2024', 'y'), paper('a', '2023-12', 'x')],
			[],
			5,
			[
				['b', ['y']],
				['c', ['z']],
				['a', ['x']],
				['d', ['w']]
			]
		],
		['at most as many as asked', [paper('a', '2', 'x'), paper('b', '1', 'y')], [], 1, [['a', ['x']]]],
		[
			'a concept given twice counts once',
			[paper('a', '2', 'x', 'x'), paper('b', '1', 'y', 'z')],
			[],
			1,
			[['b', ['y', 'z']]]
		],
		['ends when nothing is added', [paper('a', '2', 'x'), paper('b', '1', 'x')], ['x'], 5, []]
	])('%s', (_, candidates, known, most, expected) => {
		const chosen = nextToRead(candidates, new Set(known), most);
		expect(chosen.map(({ id, adds }) => [id, adds])).toEqual(expected);
		const turned = nextToRead([...candidates].reverse(), new Set(known), most);
		expect(turned).toEqual(chosen);
	});
});

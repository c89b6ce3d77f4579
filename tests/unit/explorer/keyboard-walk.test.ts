import { describe, expect, test } from 'vitest';
import type { MapEdge, MapNode } from '#lib/domain/map-picture.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import { walk, type Direction } from '#lib/explorer/keyboard-walk.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';

type Place = [name: string, x: number, y: number];

function pictureOf(places: Place[], lines: [string, string][] = []): { nodes: MapNode[]; edges: MapEdge[] } {
	return {
		nodes: places.map(([name, x, y]) => mapNode(`concepts/${name}`, { x, y })),
		edges: lines.map(([from, to]) => mapEdge(`concepts/${from}`, `concepts/${to}`))
	};
}

const middle: Place = ['middle', 100, 100];
/** One node in every direction; y grows downwards. */
const cross: Place[] = [
	middle,
	['above', 100, 40],
	['below', 100, 160],
	['left', 40, 100],
	['right', 160, 100]
];

describe('walk', () => {
	test.each<[Direction, string]>([
		['ArrowUp', 'above'],
		['ArrowDown', 'below'],
		['ArrowLeft', 'left'],
		['ArrowRight', 'right']
	])('%s goes %s', (direction, expected) => {
		expect(walk('concepts/middle', direction, pictureOf(cross))).toBe(`concepts/${expected}`);
		const joined = pictureOf(cross, [['middle', expected]]);
		expect(walk('concepts/middle', direction, joined)).toBe(`concepts/${expected}`);
	});

	test.each<[string, Place[], [string, string][], string | null]>([
		[
			'a line before what is nearer without one',
			[middle, ['near', 110, 100], ['far', 300, 120]],
			[['middle', 'far']],
			'far'
		],
		[
			'a line that ends here as well as one that begins here',
			[middle, ['near', 110, 100], ['far', 300, 120]],
			[['far', 'middle']],
			'far'
		],
		[
			'of two lines the one that points nearer to the direction',
			[middle, ['aslant', 130, 120], ['straight', 300, 110]],
			[
				['middle', 'aslant'],
				['straight', 'middle']
			],
			'straight'
		],
		[
			'of two lines in one direction to the nearer node',
			[middle, ['far', 300, 100], ['near', 200, 100]],
			[
				['middle', 'far'],
				['middle', 'near']
			],
			'near'
		],
		[
			'lines of others do not count',
			[middle, ['near', 130, 100], ['far', 200, 100]],
			[['near', 'far']],
			'near'
		],
		['without lines to what is near', [middle, ['far', 200, 100], ['near', 150, 100]], [], 'near'],
		[
			'a little further and straight, not aslant',
			[middle, ['aslant', 150, 170], ['ahead', 195, 100]],
			[],
			'ahead'
		],
		['of two that are alike to the smaller id', [middle, ['b', 150, 80], ['a', 150, 120]], [], 'a'],
		['past what lies on the same spot', [middle, ['same', 100, 100], ['far', 300, 100]], [], 'far'],
		['not to what lies more than 60° aside', [middle, ['aside', 149, 190]], [], null],
		['to what lies less than 60° aside', [middle, ['aside', 151, 180]], [], 'aside'],
		['not backwards, even along a line', [middle, ['behind', 40, 100]], [['middle', 'behind']], null],
		['nowhere where it is alone', [middle], [], null]
	])('to the right goes by %s', (_, places, lines, expected) => {
		const found = walk('concepts/middle', 'ArrowRight', pictureOf(places, lines));
		expect(found).toBe(expected && `concepts/${expected}`);
	});

	test('goes to a middle between angle and distance without lines: a third of 60° is worth a third of the way', () => {
		const at = (degrees: number, distance: number): [number, number] => [
			100 + distance * Math.cos((degrees * Math.PI) / 180),
			100 + distance * Math.sin((degrees * Math.PI) / 180)
		];
		const towards = (distance: number) =>
			walk(
				'concepts/middle',
				'ArrowRight',
				pictureOf([middle, ['aslant', ...at(30, 100)], ['ahead', ...at(0, distance)]])
			);
		// 100 * (1 + π / 6) is 152.
		expect([towards(151), towards(154)]).toEqual(['concepts/ahead', 'concepts/aslant']);
	});

	test.each<[string, Place[], NodeRef | null]>([
		['begins at the first node, which matters most', cross, 'concepts/middle'],
		['begins nowhere on an empty map', [], null]
	])('from what is not drawn %s', (_, places, expected) => {
		expect(walk('concepts/gone', 'ArrowUp', pictureOf(places))).toBe(expected);
	});
});

import type { Core } from 'cytoscape';
import { beforeEach, describe, expect, test } from 'vitest';
import { listen } from '#lib/map/gestures.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';
import { headlessMap } from './headless-map.ts';

const nodes = [mapNode('concepts/a', { x: 0, y: 0 }), mapNode('concepts/b', { x: 40, y: 0 })];
const line = mapEdge('concepts/a', 'concepts/b');

describe('listen', () => {
	let cy: Core;
	let heard: unknown[];
	beforeEach(() => {
		cy = headlessMap({ nodes, edges: [line] });
		heard = [];
		const note =
			(name: string) =>
			(...given: unknown[]) =>
				heard.push([name, ...given]);
		listen(cy, {
			...{ tap: note('tap'), doubleTap: note('double'), hover: note('hover') },
			...{ pass: note('pass'), drop: note('drop'), gather: note('gather') },
			tapLine: (edge: { id(): string }) => heard.push(['line', edge.id()]),
			hoverLine: (edge: { id(): string } | null) => heard.push(['over line', edge?.id() ?? null])
		});
	});

	const pointer = (type: string, x: number, y: number, device = 'mousedown') => ({
		type,
		position: { x, y },
		renderedPosition: { x, y },
		originalEvent: { type: device }
	});
	const emit = (target: { emit: (event: never) => unknown }, event: object) => target.emit(event as never);

	test.each<[string, string, number, string | null]>([
		// The node's radius is 3.9 pixels; its neighbour is 40 away.
		['the mouse beside a node takes it', 'mousedown', -9, 'concepts/a'],
		['the mouse further off takes nothing', 'mousedown', -11, null],
		['a finger takes it from further off', 'touchstart', -25, 'concepts/a'],
		['but not from anywhere', 'touchstart', -27, null],
		['a finger between two takes the nearer one', 'touchstart', 21, 'concepts/b'],
		['a finger between two takes the nearer one, whichever comes first', 'touchstart', 19, 'concepts/a']
	])('%s', (_, device, x, node) => {
		emit(cy, pointer('tap', x, 0, device));
		emit(cy, pointer('onetap', x, 0, device));
		emit(cy, pointer('dbltap', x, 0, device));
		expect(heard).toStrictEqual([
			['tap', node, { x, y: 0 }, { x, y: 0 }],
			['double', node, { x, y: 0 }]
		]);
	});

	test('a tap on a node takes that node, one on a line that line, once', () => {
		emit(cy.getElementById('concepts/b'), pointer('tap', 500, 500));
		emit(cy.getElementById(line.id), pointer('tap', 20, 0));
		emit(cy.getElementById(line.id), pointer('onetap', 20, 0));
		expect(heard).toStrictEqual([
			['tap', 'concepts/b', { x: 500, y: 500 }, { x: 500, y: 500 }],
			['line', line.id]
		]);
	});

	test('a tap beside all nodes is told when no second one follows', () => {
		emit(cy, pointer('tap', 500, 500));
		expect(heard).toStrictEqual([]);
		emit(cy.getElementById('concepts/a'), pointer('onetap', 0, 0));
		expect(heard).toStrictEqual([]);
	});

	test('what is not drawn is not taken', () => {
		cy.getElementById('concepts/a').addClass('far');
		emit(cy, pointer('onetap', 0, 0));
		expect(heard).toStrictEqual([['tap', null, { x: 0, y: 0 }, { x: 0, y: 0 }]]);
	});

	test('tells where the pointer rests, and where it passes beside nodes', () => {
		emit(cy.getElementById('concepts/a'), pointer('mouseover', 0, 0));
		emit(cy.getElementById('concepts/a'), pointer('mousemove', 1, 0));
		emit(cy.getElementById('concepts/a'), pointer('mouseout', 9, 0));
		emit(cy, pointer('mousemove', 15, 3));
		emit(cy.getElementById(line.id), pointer('mouseover', 20, 0));
		expect(heard).toStrictEqual([
			['hover', 'concepts/a'],
			['hover', null],
			['pass', { x: 15, y: 3 }, { x: 15, y: 3 }],
			['over line', line.id]
		]);
	});

	test.each<[string, number, number, boolean]>([
		['four pixels', 4, 0, true],
		['four pixels aslant', 2.9, 2.9, true],
		['a shaky tap', 2.5, 3, false]
	])('a drag of %s drops the node: %4$s', (_, x, y, isDropped) => {
		const node = cy.getElementById('concepts/b');
		emit(node, pointer('grab', 40, 0));
		node.position({ x: 40 + x, y });
		emit(node, pointer('dragfree', 40 + x, y));
		expect(heard).toStrictEqual(isDropped ? [['drop', 'concepts/b', { x: 40 + x, y }]] : []);
	});
});

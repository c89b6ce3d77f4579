import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MapEdge } from '#lib/domain/map-picture.ts';
import { dismissEdges, inviteEdges } from '#lib/map/guest-edges.ts';
import { Hover } from '#lib/map/hover.ts';
import { light } from '#lib/map/lighting.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';
import { headlessMap, idsOf } from './headless-map.ts';

const a = 'concepts/a' as const;
const nodes = [a, 'concepts/b', 'concepts/c', 'papers/p'].map((id, at) =>
	mapNode(id as typeof a, { x: 100 * at })
);
const ab = mapEdge(a, 'concepts/b');
const bc = mapEdge('concepts/b', 'concepts/c');
/** All lines that the node has: one is drawn already, one leads to what is not drawn. */
const all = [
	ab,
	mapEdge('papers/p', a),
	mapEdge(a, 'concepts/c', { type: 'CO_OCCURS' }),
	mapEdge(a, 'concepts/gone'),
	mapEdge('papers/p', 'concepts/c')
];
const guests = [`guest papers/p MENTIONS ${a}`, `guest ${a} CO_OCCURS concepts/c`];

describe('inviteEdges', () => {
	test('draws the lines of a node to what is drawn and not joined to it yet', () => {
		const cy = headlessMap({ nodes, edges: [ab, bc] });
		inviteEdges(cy, a, all);
		expect(idsOf(cy, '.guest')).toEqual([...guests].sort());
		const line = cy.getElementById(guests[0] ?? '');
		expect([line.source().id(), line.target().id(), line.data('type')]).toEqual(['papers/p', a, 'MENTIONS']);
	});

	test('puts the lines of others aside meanwhile', () => {
		const cy = headlessMap({ nodes, edges: [ab, bc] });
		inviteEdges(cy, a, []);
		expect(idsOf(cy, '.aside')).toEqual([bc.id]);
	});

	test('draws no more than 300 elements, the first lines before others', () => {
		const many = Array.from({ length: 290 }, (_, at) => mapNode(`papers/${at}`));
		const lines: MapEdge[] = many.map(({ id }) => mapEdge(id, a));
		const cy = headlessMap({ nodes: [...nodes, ...many], edges: [ab] });
		inviteEdges(cy, a, lines);
		// 294 nodes and one line are there.
		expect(cy.edges('.guest').map((edge) => edge.source().id())).toEqual(
			many.slice(0, 5).map(({ id }) => id)
		);
		const full = headlessMap({
			nodes: [
				...nodes,
				...many,
				...nodes.map(({ id }) => mapNode(`${id}x`)),
				mapNode('papers/x'),
				mapNode('papers/y')
			],
			edges: [ab]
		});
		inviteEdges(full, a, lines);
		expect(idsOf(full, '.guest')).toEqual([]);
	});

	test('is undone by dismissEdges', () => {
		const cy = headlessMap({ nodes, edges: [ab, bc] });
		const before = idsOf(cy);
		inviteEdges(cy, a, all);
		dismissEdges(cy);
		expect(idsOf(cy)).toEqual(before);
		expect(idsOf(cy, '.aside')).toEqual([]);
	});
});

describe('Hover', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	function hovering(isAtRest = true) {
		const cy = headlessMap({ nodes, edges: [ab, bc] });
		const told: unknown[] = [];
		const container = { style: { cursor: '' } } as HTMLElement;
		const events = {
			linesOf: (node: string) => {
				told.push(`lines of ${node}`);
				return Promise.resolve(all);
			},
			point: (at: unknown) => told.push(at)
		};
		const host = {
			isAtRest: () => isAtRest,
			light: (node: typeof a | null) => told.push(`light ${String(node)}`, light(cy, node)),
			settle: () => told.push('settle')
		};
		return { cy, container, told, hover: new Hover(cy, container, events, host as never) };
	}
	const pointed = { what: a, x: 0, y: 0, radius: expect.closeTo(3.9, 0) as number };

	test('rings and lights what is under the pointer at once, and tells of it and its lines a little later', async () => {
		const { cy, container, told, hover } = hovering();
		hover.over(a);
		expect([hover.node, container.style.cursor, idsOf(cy, '.hover')]).toEqual([a, 'pointer', [a]]);
		expect(told).toEqual([null, `light ${a}`, 2, 'settle']);
		await vi.advanceTimersByTimeAsync(119);
		expect(told).toHaveLength(4);
		await vi.advanceTimersByTimeAsync(1);
		// With its guests two nodes more are neighbours.
		expect(told.slice(4)).toEqual([pointed, `lines of ${a}`, `light ${a}`, 4, 'settle']);
		expect(idsOf(cy, '.guest')).toHaveLength(2);
	});

	test('forgets all that when the pointer goes on', async () => {
		const { cy, container, told, hover } = hovering();
		hover.over(a);
		await vi.advanceTimersByTimeAsync(200);
		hover.over(null);
		expect([hover.node, container.style.cursor, idsOf(cy, '.hover, .guest, .aside, .lit')]).toEqual([
			null,
			'',
			[]
		]);
		expect(told.slice(-4)).toEqual([null, 'light null', 0, 'settle']);
		const count = told.length;
		await vi.advanceTimersByTimeAsync(1000);
		expect(told).toHaveLength(count);
	});

	test('tells of nothing that the pointer only passed', async () => {
		const { cy, told, hover } = hovering();
		hover.over('concepts/b');
		await vi.advanceTimersByTimeAsync(100);
		hover.over(a);
		await vi.advanceTimersByTimeAsync(500);
		expect(told.filter((each) => String(each).startsWith('lines'))).toEqual([`lines of ${a}`]);
		expect(idsOf(cy, '.hover')).toEqual([a]);
	});

	test('draws no lines that come when the pointer is elsewhere', async () => {
		const { cy, hover } = hovering();
		hover.over(a);
		vi.advanceTimersByTime(120);
		hover.over('concepts/b');
		await vi.advanceTimersByTimeAsync(10);
		expect(idsOf(cy, '.guest')).toEqual([]);
	});

	test('with a choice on the map what is lit stays lit, and it is only told of', async () => {
		const { cy, told, hover } = hovering(false);
		hover.over(a);
		await vi.advanceTimersByTimeAsync(500);
		expect(told).toEqual([null, 'settle', pointed]);
		expect(idsOf(cy, '.lit, .guest')).toEqual([]);
	});

	test('ends with the map, and tells of nothing that is not drawn', async () => {
		const { told, hover } = hovering();
		hover.over(a);
		hover.end();
		hover.point('concepts/gone');
		await vi.advanceTimersByTimeAsync(500);
		expect(told).toHaveLength(4);
	});
});

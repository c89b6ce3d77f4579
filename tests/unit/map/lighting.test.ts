import type { Core } from 'cytoscape';
import { describe, expect, test } from 'vitest';
import type { MapEdge, MapNode } from '#lib/domain/map-picture.ts';
import { dropUnnamed, light, lightMarked, markDistance, middleZoom, paperZoom } from '#lib/map/lighting.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';
import { headlessMap, idsOf } from './headless-map.ts';

const nodes = [
	mapNode('concepts/a', { x: 0, y: 0, introduced: true }),
	mapNode('concepts/b', { x: 100, y: 0 }),
	mapNode('concepts/c', { x: 200, y: 0, introduced: true }),
	mapNode('papers/p', { x: 0, y: 200 }),
	mapNode('papers/q', { x: 300, y: 200 })
];
const ab = mapEdge('concepts/a', 'concepts/b', { type: 'CO_OCCURS' });
const bp = mapEdge('papers/p', 'concepts/b');
const ap = mapEdge('papers/p', 'concepts/a');
const bc = mapEdge('concepts/b', 'concepts/c', { type: 'CO_OCCURS' });
const edges = [ab, bp, ap, bc];

function map(given: { nodes: MapNode[]; edges: MapEdge[] } = { nodes, edges }): Core {
	return headlessMap(given);
}

describe('light', () => {
	test('lights a node, its neighbours and its lines; the lines among them come second, the rest is dim', () => {
		const cy = map();
		expect(light(cy, 'concepts/a')).toBe(3);
		expect(idsOf(cy, '.lit')).toEqual(['concepts/a', 'concepts/b', 'papers/p', ab.id, ap.id].sort());
		expect(idsOf(cy, '.second')).toEqual([bp.id]);
		expect(idsOf(cy, '.dim')).toEqual(['concepts/c', 'papers/q', bc.id].sort());
	});

	test('of nothing, and of what is not drawn, puts everything at rest', () => {
		for (const centre of [null, 'concepts/gone'] as const) {
			const cy = map();
			light(cy, 'concepts/a');
			expect(light(cy, centre)).toBe(0);
			expect(idsOf(cy, '.lit, .second, .dim')).toEqual([]);
		}
	});

	test('of another node forgets the one before', () => {
		const cy = map();
		light(cy, 'concepts/a');
		expect(light(cy, 'papers/q')).toBe(1);
		expect(idsOf(cy, '.lit')).toEqual(['papers/q']);
		expect(idsOf(cy, '.second')).toEqual([]);
		expect(idsOf(cy, '.dim')).toHaveLength(8);
	});
});

describe('lightMarked', () => {
	const among: ['papers/p', 'concepts/b', 'concepts/a'] = ['papers/p', 'concepts/b', 'concepts/a'];

	test('lights these nodes and all lines among them', () => {
		const cy = map();
		light(cy, 'concepts/c');
		expect(lightMarked(cy, { nodes: among, isPath: false })).toBe(3);
		expect(idsOf(cy, '.lit')).toEqual([...among, ab.id, bp.id, ap.id].sort());
		expect(idsOf(cy, '.path, .second')).toEqual([]);
		expect(idsOf(cy, '.dim')).toEqual(['concepts/c', 'papers/q', bc.id].sort());
	});

	test('of a path lights only the lines from each station to the next, whichever way they point', () => {
		const cy = map();
		expect(lightMarked(cy, { nodes: among, isPath: true })).toBe(3);
		expect(idsOf(cy, '.path')).toEqual([ab.id, bp.id].sort());
		expect(idsOf(cy, '.lit')).toEqual([...among, ab.id, bp.id].sort());
		expect(idsOf(cy, '.dim')).toContain(ap.id);
		lightMarked(cy, { nodes: ['concepts/c'], isPath: false });
		expect(idsOf(cy, '.path')).toEqual([]);
	});

	test('counts what is drawn', () => {
		expect(lightMarked(map(), { nodes: ['concepts/a', 'concepts/gone'], isPath: true })).toBe(1);
	});
});

describe('markDistance', () => {
	test.each<[string, number, boolean, boolean]>([
		['far away', paperZoom - 0.01, false, true],
		['from the zoom of papers on', paperZoom, false, false],
		['on the overview of a phone, at any zoom', 2, true, true]
	])('papers are left out %s, but for lit ones', (_, zoom, isPhoneOverview, isFar) => {
		const cy = map();
		light(cy, 'concepts/a');
		markDistance(cy, zoom, isPhoneOverview);
		expect(idsOf(cy, '.far')).toEqual(isFar ? ['papers/q'] : []);
		markDistance(cy, 1, false);
		expect(idsOf(cy, '.far')).toEqual([]);
	});

	test('introduced concepts have a ring where they are near or lit, and none where they are dim', () => {
		const cy = map();
		markDistance(cy, middleZoom - 0.01, false);
		expect(idsOf(cy, '.ring')).toEqual([]);
		markDistance(cy, middleZoom, false);
		expect(idsOf(cy, '.ring')).toEqual(['concepts/a', 'concepts/c']);
		light(cy, 'concepts/a');
		markDistance(cy, 2, false);
		expect(idsOf(cy, '.ring')).toEqual(['concepts/a']);
		markDistance(cy, 0.5, false);
		expect(idsOf(cy, '.ring')).toEqual(['concepts/a']);
	});

	test.each<[number, string[]]>([
		// Pixels: a and b are 100 apart at zoom 1, p and b 224, p and a 200.
		[1, [bp.id]],
		[1.099, [bp.id]],
		[1.101, [ab.id, bc.id, bp.id, ap.id]],
		[0.98, []],
		[0.99, [bp.id]]
	])('at zoom %d the long lines are %j', (zoom, long) => {
		const cy = map();
		markDistance(cy, zoom, false);
		expect(idsOf(cy, '.long')).toEqual([...long].sort());
	});

	test('lit lines and those between lit places are never long', () => {
		const cy = map();
		light(cy, 'concepts/a');
		markDistance(cy, 8, false);
		expect(idsOf(cy, '.long')).toEqual([bc.id]);
		light(cy, null);
		markDistance(cy, 0.5, false);
		expect(idsOf(cy, '.long')).toEqual([]);
	});

	test('more than forty lit lines are a crowd', () => {
		const star = (count: number) => {
			const ends = Array.from({ length: count }, (_, at) => mapNode(`papers/${at}`));
			return {
				nodes: [mapNode('concepts/a'), ...ends],
				edges: ends.map(({ id }) => mapEdge(id, 'concepts/a'))
			};
		};
		const crowd = (count: number) => {
			const cy = map(star(count));
			light(cy, 'concepts/a');
			markDistance(cy, 1, false);
			const crowded = idsOf(cy, '.crowd').length;
			light(cy, null);
			markDistance(cy, 1, false);
			return [crowded, idsOf(cy, '.crowd').length];
		};
		expect([crowd(40), crowd(41)]).toEqual([
			[0, 0],
			[41, 0]
		]);
	});
});

describe('dropUnnamed', () => {
	/** Concepts of one paper, 7.7 pixels wide, in a row: 100 pixels apart but for those named here. */
	const row = (...xs: number[]) =>
		map({ nodes: xs.map((x, at) => mapNode(`concepts/${at}`, { x, y: 0 })), edges: [] });
	const nowhere = () => false;
	const dropped = (cy: Core) => idsOf(cy, '.unnamed');

	test('leaves out what has no name and is not among the strongest', () => {
		const cy = row(0, 100, 200, 300);
		dropUnnamed(cy, new Set(['concepts/3']), 2, nowhere);
		expect(dropped(cy)).toEqual(['concepts/2']);
	});

	test('leaves out a strong place that a stronger, a named or a lit one covers', () => {
		const cy = row(0, 5, 100, 105, 200, 205);
		cy.getElementById('concepts/5').addClass('lit');
		dropUnnamed(cy, new Set(['concepts/3']), 10, nowhere);
		expect(dropped(cy)).toEqual(['concepts/1', 'concepts/2', 'concepts/4']);
	});

	test('keeps a place beside another one', () => {
		// Two of them reach 0.8 * 7.7 pixels together.
		const width = row(0).nodes()[0]?.renderedWidth() ?? 0;
		expect(width).toBeGreaterThan(7);
		const cy = row(0, 0.8 * width + 0.01, 100, 100 + 0.8 * width - 0.01);
		dropUnnamed(cy, new Set(), 10, nowhere);
		expect(dropped(cy)).toEqual(['concepts/3']);
	});

	test('leaves out what the name of a topic buries, unless it has one itself', () => {
		const cy = row(0, 100, 200);
		dropUnnamed(cy, new Set(['concepts/2']), 10, (node) => node.renderedPosition().x > 50);
		expect(dropped(cy)).toEqual(['concepts/1']);
	});
});

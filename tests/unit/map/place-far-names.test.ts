import { describe, expect, test } from 'vitest';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapTopic } from '#lib/domain/map-picture.ts';
import { Occupied, taken } from '#lib/map/occupied.ts';
import { placeFarNames } from '#lib/map/place-far-names.ts';
import { mapTopic } from '../made-up-picture.ts';
import { measure, overlapsOf } from './made-up-faces.ts';

const viewport = { zoom: 1, panX: 0, panY: 0, width: 800, height: 600 };
const boxed = (name: string, box: [number, number, number, number], rest: Partial<MapTopic> = {}) =>
	mapTopic(name, box, { name, anchors: [], ...rest });

/** Land as boxes: what each topic's box covers is its land. */
function landOf(topics: MapTopic[]) {
	return (x: number, y: number): NodeRef | null =>
		topics.find(({ box: [left = 0, top = 0, right = 0, bottom = 0] }) =>
			[x >= left, x <= right, y >= top, y <= bottom].every(Boolean)
		)?.id ?? null;
}

function placed(topics: MapTopic[], occupied = new Occupied(), land = topics) {
	return placeFarNames(topics, occupied, viewport, measure, {
		...{ isPhone: false, counts: null, landAt: landOf(land) }
	});
}

const west = boxed('Reeds · slow water', [50, 100, 350, 400], { papers: 400, x: 200, y: 250 });
const east = boxed('Herons', [355, 100, 700, 400], { papers: 20, x: 520, y: 250 });

describe('placeFarNames', () => {
	test('sets each name on its own land, the larger topic in larger letters', () => {
		const names = placed([east, west]);
		expect(names.map(({ id }) => id)).toEqual([west.id, east.id]);
		for (const { id, box } of names) {
			const [left = 0, top = 0, right = 0, bottom = 0] = (id === west.id ? west : east).box;
			expect(box.left).toBeGreaterThanOrEqual(left);
			expect(box.right).toBeLessThanOrEqual(right);
			expect(box.top).toBeGreaterThanOrEqual(top);
			expect(box.bottom).toBeLessThanOrEqual(bottom);
		}
		const [large, small] = names.map(({ lines }) => lines[0]?.face.font ?? '');
		expect(large).toContain('600 16.5px');
		expect(small).toContain('600 13px');
		expect(overlapsOf(names)).toEqual([]);
	});

	test('keeps off what is written already and off the land of others', () => {
		const occupied = new Occupied();
		occupied.add({ left: 100, right: 300, top: 200, bottom: 300 }, taken.text);
		const [name] = placed([west], occupied, [west, east]);
		expect(name && (name.box.bottom <= 200 || name.box.top >= 300)).toBe(true);
		expect(name?.box.right).toBeLessThanOrEqual(355);
	});

	test('breaks the first part where the whole finds no room, and gives up on foreign land', () => {
		const narrow = boxed('Slow water lilies · reeds', [300, 100, 420, 200], { x: 360, y: 150 });
		const around = [
			boxed('a', [0, 0, 298, 600]),
			boxed('b', [422, 0, 800, 600]),
			boxed('c', [298, 0, 422, 98]),
			boxed('d', [298, 202, 422, 600])
		];
		const [name] = placed([narrow], new Occupied(), [narrow, ...around]);
		expect(name?.lines.map(({ text }) => text)).toEqual(['SLOW WATER', 'LILIES']);
		const tiny = boxed('Slow water lilies · reeds', [355, 145, 365, 155], { x: 360, y: 150 });
		expect(placed([tiny], new Occupied(), [tiny, boxed('e', [0, 0, 800, 600])])).toEqual([]);
	});

	test('tells how many papers of a range there are', () => {
		const counts = new Map([[east.id, { papers: 20, within: 3 }]]);
		const [name] = placeFarNames([east], new Occupied(), viewport, measure, {
			...{ isPhone: false, counts, landAt: landOf([east]) }
		});
		expect(name?.lines.at(-1)?.text).toBe('3 of 20 papers');
	});
});

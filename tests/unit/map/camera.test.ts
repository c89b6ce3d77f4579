import { describe, expect, test } from 'vitest';
import { wholeMap, type Camera, type View } from '#lib/domain/view.ts';
import { targetOf, wholeOf } from '#lib/map/aim.ts';
import {
	boxAround,
	bringIntoView,
	cameraFor,
	cameraOf,
	flyTo,
	isSameCamera,
	type WorldBox
} from '#lib/map/camera.ts';
import { landOf } from '#lib/map/land.ts';
import { markedBox, scopeBox, selectionBox } from '#lib/map/world-boxes.ts';
import { mapEdge, mapNode, mapTopic } from '../made-up-picture.ts';
import { headlessMap } from './headless-map.ts';
import './recorded-canvas.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };
const size = { width: 400, height: 400 };

describe('boxAround', () => {
	test.each<[WorldBox[], WorldBox | null]>([
		[[], null],
		[[[1, 2, 3, 4]], [1, 2, 3, 4]],
		[
			[
				[0, 0, 1, 1],
				[-5, 2, 0, 9]
			],
			[-5, 0, 1, 9]
		],
		[
			[
				[0, 0, 9, 1],
				[2, -3, 3, 0]
			],
			[0, -3, 9, 1]
		]
	])('%j is %j', (boxes, expected) => {
		expect(boxAround(boxes)).toEqual(expected);
	});
});

describe('cameraFor', () => {
	test.each<[string, WorldBox, Partial<typeof none>, Camera]>([
		['a wide box as large as the map is wide', [0, 0, 100, 50], {}, { x: 50, y: 25, zoom: 4 }],
		['a high box as large as the map is high', [0, 0, 50, 200], {}, { x: 25, y: 100, zoom: 2 }],
		['a box no nearer than allowed', [0, 0, 1, 1], {}, { x: 0.5, y: 0.5, zoom: 10 }],
		['a box of no size', [5, 6, 5, 6], {}, { x: 5, y: 6, zoom: 10 }],
		// 200 pixels are free; the middle of the box lies in their middle, 100 pixels off the map's.
		['beside what covers the right', [0, 0, 100, 100], { right: 200 }, { x: 100, y: 50, zoom: 2 }],
		['beside what covers the left', [0, 0, 100, 100], { left: 200 }, { x: 0, y: 50, zoom: 2 }],
		['above what covers the bottom', [0, 0, 100, 100], { bottom: 200 }, { x: 50, y: 100, zoom: 2 }],
		['below what covers the top', [0, 0, 100, 100], { top: 200 }, { x: 50, y: 0, zoom: 2 }],
		// Forty pixels are the least.
		['where nearly all is covered', [0, 0, 100, 100], { bottom: 390 }, { x: 50, y: 537.5, zoom: 0.4 }],
		[
			'where more than all is covered',
			[0, 0, 100, 100],
			{ right: 500, left: 100 },
			{ x: 550, y: 50, zoom: 0.4 }
		]
	])('shows %s', (_, box, inset, expected) => {
		expect(cameraFor(box, size, { ...none, ...inset }, 10)).toEqual(expected);
	});
});

describe('isSameCamera', () => {
	const camera = { x: 10, y: 10, zoom: 2 };
	test.each<[string, Partial<Camera>, boolean]>([
		['itself', {}, true],
		['less than a pixel aside', { x: 10.49, y: 9.51 }, true],
		['a pixel aside', { x: 10.5 }, false],
		['a pixel to the left', { x: 9.5 }, false],
		['a pixel below', { y: 10.5 }, false],
		['a pixel above', { y: 9.5 }, false],
		['hardly nearer', { zoom: 2.009 }, true],
		['half a percent nearer', { zoom: 2.011 }, false],
		['half a percent further', { zoom: 1.989 }, false],
		['a pixel at the nearer of both zooms', { x: 10.4985, zoom: 2.0079 }, false]
	])('takes %s for the same: %3$s', (_, change, expected) => {
		expect(isSameCamera(camera, { ...camera, ...change })).toBe(expected);
		expect(isSameCamera({ ...camera, ...change }, camera)).toBe(expected);
	});
});

/** A map of two concepts, a paper that mentions one, and one that stands alone. */
function drawn() {
	const at = (id: `concepts/${string}` | `papers/${string}`, x: number, y: number) => mapNode(id, { x, y });
	return headlessMap({
		nodes: [
			at('concepts/a', 0, 0),
			at('concepts/b', 200, 100),
			at('papers/p', -100, 50),
			at('concepts/c', 900, 900)
		],
		edges: [mapEdge('papers/p', 'concepts/a'), mapEdge('concepts/a', 'concepts/b')]
	});
}

describe('flyTo', () => {
	test('puts a world point into the middle of the map', () => {
		const cy = drawn();
		const camera = { x: 120, y: -30, zoom: 0.5 };
		flyTo(cy, camera, 0);
		expect(cameraOf(cy)).toEqual(camera);
		// The map is one pixel large.
		expect([cy.zoom(), cy.pan()]).toEqual([0.5, { x: 0.5 - 60, y: 0.5 + 15 }]);
	});

	test('takes its time where there is some', async () => {
		const cy = drawn();
		flyTo(cy, { x: 120, y: -30, zoom: 2 }, 30);
		expect(cy.zoom()).toBe(1);
		expect(cy.animated()).toBe(true);
		await expect.poll(() => cameraOf(cy)).toEqual({ x: 120, y: -30, zoom: 2 });
	});

	test('ends the flight before', () => {
		const cy = drawn();
		flyTo(cy, { x: 120, y: -30, zoom: 2 }, 10_000);
		flyTo(cy, { x: 1, y: 1, zoom: 1 }, 0);
		expect(cy.animated()).toBe(false);
		expect(cameraOf(cy)).toEqual({ x: 1, y: 1, zoom: 1 });
	});
});

describe('bringIntoView', () => {
	/** A map of 200 x 100 pixels that shows the world from -20, -10 on, twice as large. */
	function wide() {
		const cy = drawn();
		const sized = Object.assign(cy, { width: () => 200, height: () => 100 });
		return sized.viewport({ zoom: 2, pan: { x: 40, y: 20 } });
	}
	test.each<[string, number, number, boolean]>([
		['in the middle', 30, 15, true],
		['at the upper left rim', 0, 10, true],
		['at the lower right rim', 60, 20, true],
		['too far left', -0.5, 15, false],
		['too far right', 60.5, 15, false],
		['too far up', 30, 9.5, false],
		['too far down', 30, 20.5, false]
	])('what lies %s stays where it is: %4$s', (_, x, y, isSeen) => {
		const cy = wide();
		bringIntoView(cy, { x, y }, 0);
		expect(cy.pan()).toEqual(isSeen ? { x: 40, y: 20 } : { x: 100 - 2 * x, y: 50 - 2 * y });
		expect(cy.zoom()).toBe(2);
	});
});

const lands = [
	mapTopic('large', [0, 0, 400, 300]),
	mapTopic('small', [10, 10, 100, 100], { parent: 'topics/large' }),
	mapTopic('other', [50, -20, 150, 90], { parent: 'topics/large' }),
	mapTopic('whole', [500, 0, 600, 700])
].map(landOf);

describe('scopeBox', () => {
	test.each<[string, View['scope'], WorldBox]>([
		['all land', 'corpus', [0, -20, 600, 700]],
		['the islands of a topic', 'topics/large', [10, -20, 150, 100]],
		['the land of a small topic', 'topics/small', [10, 10, 100, 100]],
		['the land of a topic that is not divided', 'topics/whole', [500, 0, 600, 700]],
		['all land for a topic that is gone', 'topics/gone', [0, -20, 600, 700]],
		['what is drawn, around a concept', 'concepts/a', [-130, -30, 930, 930]],
		['what is drawn, around a paper', 'papers/p', [-130, -30, 930, 930]]
	])('is %s', (_, scope, box) => {
		expect(scopeBox(drawn(), lands, scope)).toEqual(box);
	});

	test('is what is drawn as long as there is no land, and nothing where nothing is drawn', () => {
		expect(scopeBox(drawn(), [], 'corpus')).toEqual([-130, -30, 930, 930]);
		expect(scopeBox(headlessMap({ nodes: [], edges: [] }), [], 'corpus')).toBeNull();
	});
});

describe('markedBox and selectionBox', () => {
	test('hold what is marked, with room for labels', () => {
		expect(markedBox(drawn(), ['concepts/a', 'concepts/b', 'concepts/gone'])).toEqual([-60, -40, 260, 140]);
		expect(markedBox(drawn(), ['concepts/gone'])).toBeNull();
		expect(markedBox(drawn(), [])).toBeNull();
	});

	test('hold what is selected and its neighbours, with room for labels', () => {
		expect(selectionBox(drawn(), 'concepts/a')).toEqual([-160, -30, 260, 130]);
		expect(selectionBox(drawn(), 'concepts/c')).toEqual([840, 870, 960, 930]);
		expect(selectionBox(drawn(), 'concepts/gone')).toBeNull();
		expect(selectionBox(drawn(), null)).toBeNull();
	});

	test('leave out the fifth of many neighbours that lies furthest away, and the stacks of a hub', () => {
		const around = Array.from({ length: 10 }, (_, at) => mapNode(`concepts/n${at}`, { x: at * 10, y: 0 }));
		const [centre, far] = [mapNode('concepts/hub', { x: 0, y: 0 }), around[9]];
		if (far) far.x = 5000;
		const edges = around.map(({ id }) => mapEdge('concepts/hub', id));
		const cy = headlessMap({ nodes: [centre, ...around], edges });
		// Eight of ten are kept: the furthest of them stands at 70.
		expect(selectionBox(cy, 'concepts/hub')).toEqual([-60, -30, 130, 30]);
		// One that lies a little further makes the frame little larger: it stays in it.
		cy.getElementById('concepts/n9').position({ x: 180, y: 0 });
		expect(selectionBox(cy, 'concepts/hub')).toEqual([-60, -30, 240, 30]);
	});
});

describe('targetOf', () => {
	const sight = (view: Partial<View>, marked: ('concepts/b' | 'concepts/gone')[] | null = null) => ({
		view: { ...wholeMap, ...view },
		picture: { stacks: [] as unknown[] } as never,
		land: null,
		inset: none,
		isPhone: false,
		...(marked ? { marked: { nodes: marked, isPath: false } } : {})
	});
	const camera = { x: 1, y: 2, zoom: 3 };
	test.each<[string, ReturnType<typeof sight>, Camera]>([
		['the camera of the view', sight({ camera, selected: 'concepts/a' }, ['concepts/b']), camera],
		['what is marked', sight({ selected: 'concepts/a' }, ['concepts/b']), { x: 200, y: 100, zoom: 2 }],
		[
			'what is selected, where nothing that is marked is drawn',
			sight({ selected: 'concepts/a' }, ['concepts/gone']),
			{ x: 50, y: 50, zoom: 400 / 420 }
		],
		['what is selected', sight({ selected: 'concepts/c' }), { x: 900, y: 900, zoom: 2 }],
		[
			'the scope, where what is selected is not drawn',
			sight({ selected: 'concepts/gone' }),
			{ x: 300, y: 340, zoom: 400 / 720 }
		],
		['the scope', sight({ scope: 'topics/whole' }), { x: 550, y: 350, zoom: 400 / 700 }]
	])('is %s', (_, given, expected) => {
		expect(targetOf(drawn(), lands, given, size)).toEqual(expected);
	});

	test('of the whole scope passes over the selection, and is nothing where there is nothing', () => {
		const given = sight({ scope: 'topics/whole', selected: 'concepts/a', camera });
		expect(wholeOf(drawn(), lands, given, size)).toEqual({ x: 550, y: 350, zoom: 400 / 700 });
		const empty = headlessMap({ nodes: [], edges: [] });
		expect(targetOf(empty, [], sight({}), size)).toBeNull();
	});
});

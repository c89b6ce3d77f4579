import { describe, expect, test } from 'vitest';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import { drawLand, toneOfShare, type LandManner, type Viewport } from '#lib/map/draw-land.ts';
import { landOf, topicAt } from '#lib/map/land.ts';
import { mapTopic } from '../made-up-picture.ts';
import { palette, tokenOf } from './headless-map.ts';
import { pathText, recordedCanvas } from './recorded-canvas.ts';

type Box = [number, number, number, number];

function square([left, top, right, bottom]: Box): number[] {
	return [4, left, top, right, top, right, bottom, left, bottom];
}

/** A topic whose land is its box; the far coast is one unit wider. */
function topic(name: string, box: Box, given: Partial<MapTopic> = {}): MapTopic {
	const [left, top, right, bottom] = box;
	const farCoast = square([left - 1, top - 1, right + 1, bottom + 1]);
	return mapTopic(name, box, { coast: square(box), farCoast, ...given });
}

const large = topic('large', [0, 0, 400, 300]);
const small = topic('small', [10, 10, 100, 100], { parent: 'topics/large' });
const other = topic('other', [120, 10, 200, 100], { parent: 'topics/large' });
const alone = topic('alone', [500, 0, 600, 300]);
const topics = [large, small, other, alone];

describe('landOf', () => {
	test('reads the rings of a flat coast', () => {
		const coast = [3, 0, 0, 9, 0, 0, 9, ...square([1, 1, 2, 2])];
		const land = landOf(topic('a', [0, 0, 9, 9], { coast, farCoast: [] }));
		expect(land.rings).toEqual([
			[
				[0, 0],
				[9, 0],
				[0, 9]
			],
			[
				[1, 1],
				[2, 1],
				[2, 2],
				[1, 2]
			]
		]);
		expect(pathText(land.coast)).toBe('M 0 0 L 9 0 L 0 9 Z M 1 1 L 2 1 L 2 2 L 1 2 Z');
		expect(pathText(land.farCoast)).toBe('');
	});
});

describe('topicAt', () => {
	test.each<[string, number, number, string | null]>([
		['a small topic before its large one', 50, 50, 'topics/small'],
		['the large one between small ones', 110, 50, 'topics/large'],
		['one that is not divided', 550, 10, 'topics/alone'],
		['nothing in the sea', 450, 50, null],
		['nothing below the land', 50, 301, null],
		['nothing left of it', -1, 50, null]
	])('is %s', (_, x, y, id) => {
		const lands = topics.map(landOf);
		expect(topicAt(lands, x, y)?.id ?? null).toBe(id);
		expect(topicAt([...lands].reverse(), x, y)?.id ?? null).toBe(id);
	});

	test('follows the coast, not the box', () => {
		const corner = landOf(topic('corner', [0, 0, 100, 100], { coast: [3, 0, 0, 100, 0, 0, 100] }));
		expect([topicAt([corner], 30, 30), topicAt([corner], 70, 70)].map((found) => found?.name)).toEqual([
			'corner',
			undefined
		]);
	});

	test('is who lies in the hole of another land', () => {
		const ring = topic('ring', [0, 0, 90, 90], {
			...{ parent: 'topics/x', coast: [...square([0, 0, 90, 90]), ...square([30, 30, 60, 60])] }
		});
		const inside = topic('inside', [30, 30, 60, 60], { parent: 'topics/x' });
		const lands = [ring, inside].map(landOf);
		const at = (x: number) => topicAt(lands, x, 45)?.name;
		expect([at(10), at(45), at(80)]).toEqual(['ring', 'inside', 'ring']);
		expect(topicAt(lands.slice(0, 1), 45, 45)).toBeNull();
	});
});

describe('drawLand', () => {
	const viewport: Viewport = { zoom: 0.5, panX: 10, panY: 20, width: 800, height: 600 };
	const coastOf = ({ coast }: MapTopic) => pathText(landOf(mapTopic('any', [0, 0, 0, 0], { coast })).coast);
	const coasts = new Map(
		topics.flatMap((each) => [
			[coastOf(each), each.name],
			[coastOf({ ...each, coast: each.farCoast }), `${each.name} from afar`]
		])
	);

	/** What is filled and drawn round, in turn: `large from afar: shelf, coast`. */
	function drawn(
		at: Partial<Viewport> = {},
		{
			hovered = null,
			scope = 'corpus',
			counts = null
		}: { hovered?: NodeRef | null; scope?: MapScope; counts?: LandManner['counts'] } = {},
		of = topics
	): string[] {
		const { context, drawn: lines } = recordedCanvas();
		drawLand(context, of.map(landOf), { ...viewport, ...at }, palette, {
			lit: [hovered, null],
			scope,
			counts,
			pixelRatio: 2
		});
		const shapes = lines.filter((line) => line.includes('M '));
		return shapes.flatMap((line, index) => {
			const [, colour = '', path = ''] = /^fill (\S+) (.*) evenodd$/.exec(line) ?? [];
			if (path === '') return [];
			const [, border = '', width, around] = /^stroke (\S+) (\S+) (.*)$/.exec(shapes[index + 1] ?? '') ?? [];
			expect([around, Number(width)]).toEqual([path, 1 / { ...viewport, ...at }.zoom]);
			return [`${coasts.get(path) ?? path}: ${tokenOf(colour) ?? ''}, ${tokenOf(border) ?? ''}`];
		});
	}

	test('paints the sea over all pixels, then the world where the camera puts it', () => {
		const { context, drawn: lines } = recordedCanvas();
		drawLand(context, [], viewport, palette, { lit: [], scope: 'corpus', counts: null, pixelRatio: 2 });
		expect(lines).toEqual([
			'transform 2 0 0 2 0 0',
			`fill ${palette.sea} rect 0 0 800 600`,
			'transform 1 0 0 1 20 40'
		]);
	});

	const near = [
		'large from afar: shelf, coast',
		'small: land, coast',
		'other: land, coast',
		'alone: land, coast'
	];
	const far = [
		...['large from afar: shelf, coast', 'small from afar: land, reef', 'other from afar: land, reef'],
		'alone: land, coast'
	];
	test.each<[string, Partial<Viewport>, string[]]>([
		['the shelf of a divided topic below the islands', {}, near],
		['fine coasts from zoom 0.26 on', { zoom: 0.26 }, near],
		['coarse, thin coasts of small topics from afar', { zoom: 0.25 }, far],
		['no land left of the view', { panX: -400, zoom: 1 }, [...near.slice(0, 1), near[3] ?? '']],
		['what is not fifty pixels out of view', { panX: -449, zoom: 1 }, [...near.slice(0, 1), near[3] ?? '']],
		['no land fifty pixels left of the view', { panX: -450, zoom: 1 }, near.slice(3)],
		['no land right of the view', { panX: 350, zoom: 1 }, near.slice(0, 3)],
		['what begins within fifty pixels right of it', { panX: 349, zoom: 1 }, near],
		['no land above the view', { panY: -350, zoom: 1 }, []],
		[
			'what ends within fifty pixels above it',
			{ panY: -349, zoom: 1 },
			['large from afar: shelf, coast', 'alone: land, coast']
		],
		['no land below the view', { panY: 650, zoom: 1 }, []],
		[
			'what begins within fifty pixels below it',
			{ panY: 649, zoom: 1 },
			['large from afar: shelf, coast', 'alone: land, coast']
		]
	])('draws %s', (_, at, expected) => {
		expect(drawn(at)).toEqual(expected);
	});

	test.each<[string, { hovered?: NodeRef; scope?: MapScope }, string[]]>([
		[
			'a hovered small topic',
			{ hovered: 'topics/small' },
			[
				'large from afar: shelf, coast',
				'small: paper-fill, region',
				'other: land, coast',
				'alone: land, coast'
			]
		],
		[
			'all parts of a hovered large one',
			{ hovered: 'topics/large' },
			[
				'large from afar: shelf, coast',
				'small: paper-fill, coast',
				'other: paper-fill, coast',
				'alone: land, coast'
			]
		],
		[
			'all others sunk in a large topic',
			{ scope: 'topics/large' },
			['large from afar: shelf, coast', 'small: land, coast', 'other: land, coast', 'alone: shelf, reef']
		],
		[
			'all others sunk in a small topic, but its large one',
			{ scope: 'topics/small' },
			['large from afar: shelf, coast', 'small: land, coast', 'other: shelf, reef', 'alone: shelf, reef']
		],
		[
			'a divided topic sunk in another one',
			{ scope: 'topics/alone' },
			['large from afar: sea, reef', 'small: shelf, reef', 'other: shelf, reef', 'alone: land, coast']
		],
		[
			'a sunk topic that is hovered with a border',
			{ scope: 'topics/alone', hovered: 'topics/small' },
			['large from afar: sea, reef', 'small: shelf, region', 'other: shelf, reef', 'alone: land, coast']
		],
		['nothing sunk around a concept', { scope: 'concepts/a' }, near]
	])('draws %s', (_, given, expected) => {
		expect(drawn({}, given)).toEqual(expected);
	});
});

test.each([
	[0, 40, 'share-1'],
	[5, 40, 'share-1'],
	[6, 40, 'share-2'],
	[14, 40, 'share-3'],
	[22, 40, 'share-4'],
	[29, 40, 'share-4'],
	[30, 40, 'share-5'],
	[0, 0, 'share-1']
])('%i of %i papers in range give the tone %s', (within, papers, tone) => {
	expect(toneOfShare({ within, papers })).toBe(tone);
});

import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/graph/random.ts';
import type { MapTopic } from '#lib/domain/map-picture.ts';
import { faces } from '#lib/map/faces.ts';
import { Occupied, taken, type Box } from '#lib/map/occupied.ts';
import { placeTopicNames } from '#lib/map/place-topic-names.ts';
import { mapTopic } from '../made-up-picture.ts';
import { measure, overlapsOf } from './made-up-faces.ts';

const viewport = { zoom: 1, panX: 0, panY: 0, width: 800, height: 600 };
const manner: Parameters<typeof placeTopicNames>[4] = {
	dimmed: false,
	isPhone: false,
	mayCover: false,
	counts: null,
	ground: null,
	landAt: () => null
};

const ponds = mapTopic('ponds', [200, 100, 600, 500], {
	...{ name: 'Ponds · deep reeds', papers: 12, concepts: 1234, anchors: [400, 300, 300, 200] }
});

/** The same on land as large as the map, which has no edge in view. */
const wide = { ...ponds, box: [0, 0, 800, 600] };

function namesOf(
	topics: MapTopic[],
	given: Partial<typeof manner> = {},
	occupied = new Occupied(),
	at: Partial<typeof viewport> = {}
) {
	return placeTopicNames(topics, occupied, { ...viewport, ...at }, measure, { ...manner, ...given });
}

function textsOf(topic: MapTopic, given = {}, occupied = new Occupied()): string[] | undefined {
	return namesOf([topic], given, occupied)[0]?.lines.map(({ text }) => text);
}

/** The middle of the name's box. */
function middleOf(topic: MapTopic, occupied = new Occupied(), given = {}, at = {}): [number, number] | null {
	const [placed] = namesOf([topic], given, occupied, at);
	if (!placed) return null;
	const { left, top, right, bottom } = placed.box;
	return [(left + right) / 2, (top + bottom) / 2];
}

function occupiedBy(...boxes: [Box, number][]): Occupied {
	const occupied = new Occupied();
	for (const [box, what] of boxes) occupied.add(box, what);
	return occupied;
}

const everywhere: Box = { left: -1000, top: -1000, right: 2000, bottom: 2000 };
const point = (left: number, top: number): Box => ({ left, top, right: left + 1, bottom: top + 1 });

describe('placeTopicNames', () => {
	test('sets both terms in capitals and the counts below, around the first anchor', () => {
		const [placed] = namesOf([ponds]);
		// The widest line has 26 characters, the lines are 16, 16 and 13 pixels high.
		expect(placed).toEqual({
			id: 'topics/ponds',
			box: { left: 318, right: 482, top: 275.5, bottom: 324.5 },
			lines: [
				{ text: 'PONDS', face: faces.topic, x: 385, y: 285.5 },
				{ text: 'DEEP REEDS', face: faces.topic, x: 370, y: 301.5 },
				{ text: '12 papers · 1,234 concepts', face: faces.count, x: 322, y: 316 }
			]
		});
	});

	test.each<[string, Partial<MapTopic>, object, string[]]>([
		['one paper', { papers: 1, concepts: 3 }, {}, ['PONDS', 'DEEP REEDS', '1 paper · 3 concepts']],
		['200 papers', { papers: 200, concepts: 3 }, {}, ['PONDS', 'DEEP REEDS', '200 papers · 3 concepts']],
		['many papers: without their concepts', { papers: 1201 }, {}, ['PONDS', 'DEEP REEDS', '1,201 papers']],
		[
			'a small topic: without its concepts',
			{ level: 2, parent: 'topics/x' },
			{},
			['PONDS', 'DEEP REEDS', '12 papers']
		],
		['one term', { name: 'Ponds' }, {}, ['PONDS', '12 papers · 1,234 concepts']],
		['a phone: the first term and a number', { papers: 1201 }, { isPhone: true }, ['PONDS', '1,201']]
	])('writes for %s', (_, change, given, texts) => {
		expect(textsOf({ ...ponds, ...change }, given)).toEqual(texts);
	});

	test('sets names small while something is lit', () => {
		expect(namesOf([ponds], { dimmed: true })[0]?.lines[0]?.face).toBe(faces.topicDimmed);
	});

	test('goes with the camera', () => {
		const at = { zoom: 0.5, panX: 100, panY: -20 };
		expect(middleOf(ponds, new Occupied(), {}, at)).toEqual([400 * 0.5 + 100, 300 * 0.5 - 20]);
	});

	/** Where a name goes when a point in its box is taken again and again. */
	test('tries every anchor, and the middle of the topic, then small steps around them', () => {
		const topic = { ...wide, anchors: [400, 300, 150, 200], x: 640, y: 480 };
		const found: ([number, number] | null)[] = [];
		const occupied = new Occupied();
		for (let tried = 0; tried < 6; tried += 1) {
			const middle = middleOf(topic, occupied);
			found.push(middle);
			// Only the very middle is taken, so that the next step may be a small one.
		}
		// Each name that is placed takes its box: 49 pixels high.
		expect(found).toEqual([
			[400, 300],
			[150, 200],
			[640, 480],
			// 44 pixels are too few above the first two, whose boxes are 49 high …
			[400, 256],
			[150, 156],
			[640, 436]
		]);
	});

	test('steps aside from what is taken, as little as it may', () => {
		expect(middleOf(ponds, occupiedBy([point(480, 300), taken.text], [point(300, 200), taken.text]))).toEqual(
			[372, 300]
		);
		expect(middleOf(ponds, occupiedBy([point(400, 276), taken.text], [point(300, 200), taken.text]))).toEqual(
			[400, 314]
		);
		expect(middleOf(ponds, occupiedBy([point(400, 300), taken.text]))).toEqual([300, 200]);
	});

	test.each<[string, number, boolean, boolean]>([
		['weak places', taken.weak, false, true],
		['strong places from near', taken.strong, false, false],
		['strong places from far', taken.strong, true, true],
		['other texts from far', taken.text, true, false]
	])('covers %s: %3$s', (_, what, mayCover, isPlaced) => {
		const placed = namesOf([ponds], { mayCover }, occupiedBy([everywhere, what]));
		expect(placed).toHaveLength(isPlaced ? 1 : 0);
	});

	test('writes the first term alone before it covers a weak place', () => {
		// A strip that holds two lines and no third.
		const strip = occupiedBy(
			[{ ...everywhere, bottom: 282 }, taken.weak],
			[{ ...everywhere, top: 318 }, taken.weak]
		);
		expect(textsOf(ponds, {}, strip)).toEqual(['PONDS', '12 papers · 1,234 concepts']);
	});

	test.each<[string, Partial<MapTopic>, [number, number] | null]>([
		['left', { anchors: [60, 300], x: 60, y: 300 }, [88, 300]],
		['right', { anchors: [760, 300], x: 760, y: 300 }, [700, 300]],
		['top', { anchors: [400, 10], x: 400, y: 10 }, [400, 38]],
		['bottom', { anchors: [400, 590], x: 400, y: 590 }, [400, 562]],
		['every', { anchors: [], x: 5000, y: 5000, box: [4900, 4900, 5100, 5100] }, null]
	])('keeps from the %s edge of the map', (_, at, expected) => {
		expect(middleOf({ ...wide, ...at })).toEqual(expected);
	});

	test('names the larger topic first, of two as large that of the smaller id', () => {
		const others = ['b', 'a', 'c'].map((name) => ({ ...ponds, id: `topics/${name}` as const }));
		const [large] = [{ ...ponds, id: 'topics/z' as const, papers: 13 }];
		const order = (topics: MapTopic[]) => namesOf(topics, { mayCover: true }).map(({ id }) => id);
		expect(order([...others, large])).toEqual(['topics/z', 'topics/a', 'topics/b', 'topics/c']);
		const given = [...others, large];
		order(given);
		expect(given[0]?.id).toBe('topics/b');
	});

	test('of another topic lie beside the land that is entered, and are set small', () => {
		const entered = mapTopic('entered', [300, 200, 500, 400], { papers: 5 });
		const ground = [entered];
		const named = (topic: MapTopic) =>
			namesOf([topic, entered], { ground }).map(({ id, lines }) => [id, lines[0]?.face]);
		// The entered land is in the middle of it: the other anchor is far enough away only with a step.
		expect(middleOf({ ...wide, anchors: [] }, new Occupied(), { ground })).toBeNull();
		expect(named({ ...wide, anchors: [150, 300] })).toEqual([
			['topics/ponds', faces.topicDimmed],
			['topics/entered', faces.topic]
		]);
		expect(middleOf({ ...wide, anchors: [200, 300] }, new Occupied(), { ground })).toEqual([200, 300]);
		expect(middleOf({ ...wide, anchors: [240, 300] }, new Occupied(), { ground })).toEqual([212, 300]);
		// The land lies where the camera shows it.
		expect(middleOf(wide, new Occupied(), { ground: [{ ...entered, box: [-900, 200, -500, 400] }] })).toEqual(
			[400, 300]
		);
		const moved = { panX: 900, panY: -150 };
		const behind = { ...entered, box: [-900, 200, -400, 800] };
		expect(
			middleOf(
				{ ...wide, anchors: [-500, 450], x: 0, y: 450, box: [-900, 150, -100, 750] },
				new Occupied(),
				{ ground: [behind] },
				moved
			)
		).toBeNull();
	});

	test('never lie on the land of others, but right above or below their own', () => {
		const land = mapTopic('reeds', [300, 250, 400, 350], { name: 'Reeds', anchors: [350, 300] });
		const below = middleOf(land, new Occupied(), {
			landAt: (x: number, y: number) =>
				y < 250 ? 'topics/other' : y <= 350 && x >= 300 && x <= 400 ? land.id : null
		});
		// Its letters are wider than its land, and beside that is the sea.
		expect(below).toEqual([350, 300]);
		const island = (x: number, y: number) =>
			y >= 250 && y <= 350 ? (x >= 300 && x <= 400 ? land.id : ('topics/other' as const)) : null;
		const [, y = 0] = middleOf(land, new Occupied(), { landAt: island }) ?? [];
		expect([y < 250 || y > 350, Math.abs(y - 300) < 100]).toEqual([true, true]);
		expect(middleOf(land, new Occupied(), { landAt: () => 'topics/other' })).toBeNull();
	});

	test('lie no farther from their land than what lies between could be taken for it', () => {
		const land = mapTopic('reeds', [300, 250, 400, 350], { name: 'Reeds', anchors: [350, 120] });
		const [, y = 0] = middleOf(land) ?? [];
		expect(y).toBeGreaterThan(200);
		// Above the land, where all of it and below is taken; and not farther.
		const [x = 0, above = 0] = middleOf(land, occupiedBy([{ ...everywhere, top: 241 }, taken.text])) ?? [];
		expect([x, above > 215 && above < 241]).toEqual([350, true]);
		expect(middleOf(land, occupiedBy([{ ...everywhere, top: 200, bottom: 400 }, taken.text]))).toBeNull();
	});

	test('are set in short lines where the first term finds no room in one', () => {
		const land = mapTopic('reeds', [300, 250, 400, 350], {
			...{ name: 'Chain of reeds prompting · ponds', anchors: [350, 300] }
		});
		const walls = occupiedBy(
			[{ ...everywhere, right: 290 }, taken.text],
			[{ ...everywhere, left: 410 }, taken.text]
		);
		const texts = textsOf(land, {}, walls);
		expect(texts?.length).toBeGreaterThan(1);
		expect(texts?.join(' ')).toBe('CHAIN OF REEDS PROMPTING');
	});

	test('of many topics never lie on one another', () => {
		const random = seededRandom(5);
		const topics = Array.from({ length: 40 }, (_, at) => {
			const [x, y] = [800 * random(), 600 * random()];
			return mapTopic(`pond ${at}`, [x - 80, y - 60, x + 80, y + 60], {
				papers: 40 - at,
				anchors: [x, y - 20]
			});
		});
		const names = namesOf(topics, { mayCover: true });
		expect(names.length).toBeGreaterThan(15);
		expect(names[0]?.id).toBe('topics/pond 0');
		expect(overlapsOf(names)).toEqual([]);
	});
});

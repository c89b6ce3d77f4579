import { describe, expect, test } from 'vitest';
import { faces } from '#lib/map/faces.ts';
import { Occupied, taken, type Box } from '#lib/map/occupied.ts';
import { placeLabel, type Placed, type Wanted } from '#lib/map/place-labels.ts';
import { measure, overlapsOf } from './made-up-faces.ts';

const face = { ...faces.first, line: 14 };
const view = { width: 400, height: 200 };

function wanted(given: Partial<Wanted> = {}): Wanted {
	return { id: 'a', text: 'heron', face, x: 200, y: 100, radius: 5, always: false, strong: false, ...given };
}

/** Something one pixel large at each of these points. */
function occupiedBy(points: [number, number][], what: number = taken.text): Occupied {
	const occupied = new Occupied();
	for (const [x, y] of points) occupied.add({ left: x, top: y, right: x + 1, bottom: y + 1 }, what);
	return occupied;
}

function middleOf(placed: Placed | null): [number, number] | null {
	if (!placed) return null;
	const { left, top, right, bottom } = placed.box;
	return [(left + right) / 2, (top + bottom) / 2];
}

/** A point in each of the eight boxes around the node and in no other, in the order in which they are tried. */
const blocks: [number, number][] = [
	[238, 100],
	[160, 100],
	[200, 119],
	[200, 80],
	[230, 85],
	[230, 115],
	[170, 85],
	[170, 115]
];
const middles: [number, number][] = [
	[224, 100],
	[176, 100],
	[200, 113],
	[200, 87],
	[220.75, 89.6],
	[220.75, 110.4],
	[179.25, 89.6],
	[179.25, 110.4]
];

/** Points so close that no label of any size fits between them, as far as a label may stand off. */
const everywhere = Array.from({ length: 48 * 24 }, (_, at): [number, number] => [
	105 + 4 * (at % 48),
	52 + 4 * Math.floor(at / 48)
]);

describe('placeLabel', () => {
	test('sets a short text on the right, three pixels of air around it', () => {
		expect(placeLabel(wanted(), new Occupied(), view, measure)).toEqual({
			id: 'a',
			lines: [{ text: 'heron', x: 209, y: 100, face }],
			box: { left: 206, right: 242, top: 91.5, bottom: 108.5 }
		});
	});

	test.each([0, 1, 2, 3, 4, 5, 6, 7])('takes side %d where those before it are taken', (side) => {
		const placed = placeLabel(wanted(), occupiedBy(blocks.slice(0, side)), view, measure);
		expect(middleOf(placed)).toEqual(middles[side]);
	});

	test('has no place where all eight are taken', () => {
		expect(placeLabel(wanted(), occupiedBy(blocks), view, measure)).toBeNull();
	});

	test.each<[string, Partial<Wanted>, [number, number] | null]>([
		['right', { x: 355 }, [331, 100]],
		['left', { x: 30 }, [54, 100]],
		['top', { y: 10, x: 355 }, [355, 23]],
		['bottom', { y: 190, x: 355 }, [355, 177]],
		['every', { x: -50 }, null]
	])('keeps four pixels from the %s edge of the map', (edge, at, expected) => {
		const occupied = edge === 'top' || edge === 'bottom' ? occupiedBy([[320, at.y ?? 0]]) : new Occupied();
		expect(middleOf(placeLabel(wanted(at), occupied, view, measure))).toEqual(expected);
	});

	test.each<[string, Partial<Wanted>, number, [number, number] | null]>([
		['a weak one covers no weak place', {}, taken.weak, null],
		['a strong one covers none either', { strong: true }, taken.weak, null],
		['one that must be shown covers weak places', { always: true }, taken.weak, [224, 100]],
		['one that must be shown covers strong ones', { always: true }, taken.strong, [224, 100]],
		['one that must be shown covers other texts', { always: true }, taken.text, [224, 100]]
	])('%s', (_, given, what, expected) => {
		expect(middleOf(placeLabel(wanted(given), occupiedBy(everywhere, what), view, measure))).toEqual(
			expected
		);
	});

	test('a free side comes before one where a weak place would be covered', () => {
		const occupied = occupiedBy(blocks.slice(0, 3), taken.weak);
		const placed = placeLabel(wanted({ strong: true }), occupied, view, measure);
		expect(middleOf(placed)).toEqual(middles[3]);
	});

	test('a strong one stands further off before it covers a weak place; a weak one does not', () => {
		// A bar at the right that ends where seven pixels more of a way leave it behind, and all other sides taken.
		const occupied = occupiedBy(blocks.slice(1));
		occupied.add({ left: 206, top: 90, right: 212, bottom: 110 }, taken.weak);
		expect(placeLabel(wanted(), occupied, view, measure)).toBeNull();
		expect(middleOf(placeLabel(wanted({ strong: true }), occupied, view, measure))).toEqual([231, 100]);
	});

	test('a strong one looks all around where its eight sides are taken; a weak one does not', () => {
		const placed = placeLabel(wanted({ strong: true }), occupiedBy(blocks), view, measure);
		// A twenty-fourth of a turn is 15 degrees: level with the node, and clear of the point at the right.
		expect(placed?.box).toEqual(expect.objectContaining({ top: expect.any(Number) as number }));
		const overlapping = blocks.filter(
			([x, y]) =>
				placed &&
				x < placed.box.right &&
				x + 1 > placed.box.left &&
				y < placed.box.bottom &&
				y + 1 > placed.box.top
		);
		expect([overlapping, middleOf(placed)]).toEqual([[], [223.5, expect.closeTo(126.92, 1) as number]]);
		expect(placeLabel(wanted(), occupiedBy(blocks), view, measure)).toBeNull();
	});

	test('a strong one is set between two things that leave room for its letters alone', () => {
		// Rows of points 10 pixels apart above and below the middle of the node, and points all over beyond them.
		const walls = everywhere.filter(([x, y]) => x < 204 || y < 95 || y > 104);
		const placed = placeLabel(wanted({ strong: true }), occupiedBy(walls, taken.weak), view, measure);
		expect(placed?.box.top).toBeGreaterThanOrEqual(93);
		expect(placed?.box.bottom).toBeLessThanOrEqual(105);
		expect(placed?.box.left).toBeGreaterThan(204);
		expect(placeLabel(wanted(), occupiedBy(walls, taken.weak), view, measure)).toBeNull();
	});

	test('what must be shown avoids texts as long as there is another side', () => {
		const occupied = occupiedBy(blocks.slice(0, 1));
		expect(middleOf(placeLabel(wanted({ always: true }), occupied, view, measure))).toEqual(middles[1]);
	});

	test('its own node is no obstacle, others are', () => {
		const occupied = new Occupied();
		const around: Box = { left: 190, top: 90, right: 210, bottom: 110 };
		occupied.add(around, taken.strong, 'a');
		expect(middleOf(placeLabel(wanted(), occupied, view, measure))).toEqual(middles[0]);
		occupied.add(around, taken.strong, 'b');
		expect(middleOf(placeLabel(wanted(), occupied, view, measure))).toBeNull();
	});

	test.each<[string, string, string[]]>([
		['of 19 characters stays in one line', 'deep heron learning', ['deep heron learning']],
		['in one line as long as that fits', 'deep heron learning of', ['deep heron learning of']],
		[
			'of more than 34 characters is cut',
			'deep heron learning of all the ponds there are',
			['deep heron learning of all the po…']
		],
		[
			'is cut without a blank before the dots',
			'deep heron learning of all the po ds',
			['deep heron learning of all the po…']
		]
	])('a text %s', (_, text, lines) => {
		const placed = placeLabel(wanted({ text, x: 60 }), new Occupied(), { width: 900, height: 200 }, measure);
		expect(placed?.lines.map((line) => line.text)).toEqual(lines);
	});

	/** A map as narrow as two lines are. */
	const narrow = { width: 150, height: 200 };
	test.each<[string, string, Partial<Wanted>, string[]]>([
		['at the blank nearest to its middle', 'one two three four fives', {}, ['one two three', 'four fives']],
		['behind a hyphen', 'heron-conditioned policies', {}, ['heron-conditioned', 'policies']],
		['at a hyphen, which stays', 'reinforcement-conditional', {}, ['reinforcement-', 'conditional']]
	])('a longer text is set in two lines %s where one has no room', (_, text, given, lines) => {
		const placed = placeLabel(wanted({ text, x: 20, ...given }), new Occupied(), narrow, measure);
		expect(placed?.lines.map((line) => line.text)).toEqual(lines);
	});

	test('a long word has one line only', () => {
		expect(
			placeLabel(wanted({ text: 'heroncoderpondtransformer', x: 20 }), new Occupied(), narrow, measure)
		).toBeNull();
	});

	test.each<[string, Partial<Wanted>, [number, number][]]>([
		// Two lines of 13 and 10 characters: 78 and 60 pixels.
		[
			'from the left on the right of its node',
			{ x: 20 },
			[
				[29, 93],
				[29, 107]
			]
		],
		[
			'to the right on the left of its node',
			{ x: 130 },
			[
				[43, 93],
				[61, 107]
			]
		],
		[
			'around the middle below its node',
			{ x: 75, y: 100 },
			[
				[36, 113],
				[45, 127]
			]
		]
	])('two lines are set %s', (_, given, lefts) => {
		const placed = placeLabel(
			wanted({ text: 'one two three four fives', ...given }),
			new Occupied(),
			narrow,
			measure
		);
		expect(placed?.lines.map(({ x, y }) => [x, y])).toEqual(lefts);
		expect(overlapsOf(placed ? [placed] : [])).toEqual([]);
	});

	test('labels of many nodes never lie on one another', () => {
		const occupied = new Occupied();
		const placed = Array.from({ length: 80 }, (_, at) =>
			placeLabel(
				wanted({
					id: String(at),
					text: `heron number ${at}`,
					x: 20 + 37 * (at % 11),
					y: 15 + 23 * (at % 8),
					strong: at < 20
				}),
				occupied,
				view,
				measure
			)
		).flatMap((each) => each ?? []);
		expect(placed.length).toBeGreaterThan(15);
		expect(placed[0]?.id).toBe('0');
		expect(overlapsOf(placed)).toEqual([]);
	});
});

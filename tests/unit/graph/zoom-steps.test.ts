import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/graph/random.ts';
import { wholeZoom, zoomSteps, type Place } from '#lib/graph/places/zoom-steps.ts';

describe('wholeZoom', () => {
	test.each([
		['wide', { left: 0, right: 744, top: 0, bottom: 10 }, 0.92],
		['high', { left: 0, right: 10, top: -100, bottom: 668 }, 0.92],
		['twice as wide', { left: -784, right: 784, top: 0, bottom: 10 }, 0.46]
	])('fits a map that is %s between the panels', (_, bounds, zoom) => {
		expect(wholeZoom(bounds)).toBeCloseTo(zoom, 9);
	});
});

const place = (x: number, y: number, strength: number, given: Partial<Place> = {}): Place => ({
	...{ x, y, strength, isPaper: false },
	...given
});

describe('zoomSteps', () => {
	test.each<[string, Place[], number[]]>([
		['all at once where there is room', [place(0, 0, 1), place(44, 0, 2), place(0, 24, 3)], [0, 0, 0]],
		['the stronger one first', [place(0, 0, 1), place(30, 0, 2)], [2, 0]],
		['of two as strong the one that comes first', [place(0, 0, 1), place(30, 0, 1)], [0, 2]],
		['those below each other from nearer on', [place(0, 0, 2), place(0, 13, 1)], [0, 2]],
		['what stands on the same spot on no step', [place(5, 5, 2), place(5, 5, 1)], [0, 16]],
		['with smaller ellipses from step 8 on', [place(0, 0, 2), place(2.2, 0, 1)], [0, 8]],
		['across the borders of cells', [place(43, 23, 2), place(45, 25, 1)], [0, 7]],
		['papers with smaller ellipses', [place(0, 0, 2), place(24, 0, 1, { isPaper: true })], [0, 0]],
		['papers below each other', [place(0, 0, 2), place(0, 19, 1, { isPaper: true })], [0, 1]],
		['what had a step at that one', [place(0, 0, 1, { kept: 5 }), place(90, 0, 2)], [5, 0]],
		['what is new around it, from its step on', [place(0, 0, 1, { kept: 3 }), place(1.5, 0, 9)], [3, 0]],
		['what is new behind it, however strong', [place(0, 0, 1, { kept: 0 }), place(30, 0, 9)], [0, 2]],
		['nothing on a step that there is not', [place(0, 0, 1, { kept: 99 })], [16]],
		['nothing of nothing', [], []]
	])('let appear %s', (_, places, steps) => {
		expect(zoomSteps(places, 1)).toEqual(steps);
	});

	test.each([
		[100, 0],
		[368, 1],
		[520, 2]
	])('of %d places papers appear from step %d on', (count, step) => {
		const papers = Array.from({ length: count }, (_, at) =>
			place(1000 * (at % 100), 1000 * Math.floor(at / 100), 1, { isPaper: at < 3 })
		);
		expect(zoomSteps(papers, 1).slice(0, 4)).toEqual([step, step, step, 0]);
	});

	test('count in pixels of the zoom at which the whole map is seen', () => {
		expect(zoomSteps([place(0, 0, 2), place(15, 0, 1)], 2)).toEqual([0, 2]);
	});

	test('let no place appear in the ellipse of a stronger one', () => {
		const random = seededRandom(8);
		const places = Array.from({ length: 150 }, () => place(400 * random(), 400 * random(), random()));
		const steps = zoomSteps(places, 1);
		const isIn = (a: Place, b: Place, step: number) => {
			const [rx, ry] = step >= 8 ? [34, 20] : [44, 24];
			const scale = 2 ** (step / 2);
			return (((a.x - b.x) * scale) / rx) ** 2 + (((a.y - b.y) * scale) / ry) ** 2 < 1;
		};
		for (const [at, a] of places.entries()) {
			const stronger = (step: number) =>
				places.filter(
					(b, other) => b.strength > a.strength && (steps[other] ?? 99) <= step && isIn(a, b, step)
				);
			const own = steps[at] ?? 99;
			expect(stronger(own)).toEqual([]);
			// Nor could it have appeared earlier.
			for (let step = 0; step < own; step += 1) expect(stronger(step).length).toBeGreaterThan(0);
		}
		expect(new Set(steps).size).toBeGreaterThan(4);
	});
});

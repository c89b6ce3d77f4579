import { describe, expect, test } from 'vitest';
import { decodeDots, encodeDots, type Dot } from '#lib/domain/dots.ts';
import { DotField } from '#lib/map/dot-field.ts';
import { seededRandom } from '#lib/graph/random.ts';

const next = seededRandom(7);
const dots: Dot[] = Array.from({ length: 800 }, (_, at) => ({
	x: next() * 1000 - 500,
	y: next() * 400,
	date: at % 5 === 0 ? null : `20${10 + (at % 10)}-0${1 + (at % 9)}`,
	topic: at % 7 === 0 ? null : (`topics/${at % 3}` as const)
}));
const field = new DotField(decodeDots(encodeDots('g', dots).buffer));

describe('the nearest dot', () => {
	test('is the one that looking at all of them finds', () => {
		for (let tried = 0; tried < 200; tried += 1) {
			const [x, y, within] = [next() * 1100 - 550, next() * 500 - 50, next() * 60];
			const away = [...field.dots.x.keys()].map((dot) =>
				Math.hypot((field.dots.x[dot] ?? 0) - x, (field.dots.y[dot] ?? 0) - y)
			);
			const best = away.indexOf(Math.min(...away));
			const expected = (away[best] ?? Infinity) <= within ? best : null;
			expect(field.nearest(x, y, within, () => true)).toBe(expected);
		}
	});

	test('is one that is shown', () => {
		const { x, y } = field.dots;
		expect(field.nearest(x[3] ?? 0, y[3] ?? 0, 1, () => true)).toBe(3);
		expect(field.nearest(x[3] ?? 0, y[3] ?? 0, 0.5, (dot) => dot !== 3)).not.toBe(3);
	});
});

test('counts the papers of each topic, and those of a range', () => {
	const range = { from: 2012 * 12, to: 2014 * 12 + 11 };
	const counts = field.within(range);
	for (const topic of ['topics/0', 'topics/1', 'topics/2'] as const) {
		const own = dots.filter((dot) => dot.topic === topic);
		const within = own.filter(({ date }) => date !== null && date >= '2012' && date < '2015');
		expect(counts.get(topic)).toEqual({ papers: own.length, within: within.length });
		expect(within.length).toBeGreaterThan(0);
	}
});

import { describe, expect, test } from 'vitest';
import { decodeDots, encodeDots, isInRange, monthOf, monthsOf, type Dot } from '#lib/domain/dots.ts';

const dots: Dot[] = [
	{ x: -5500, y: 10, date: '2024-05-17', topic: 'topics/ponds' },
	{ x: 5500, y: -3000.5, date: null, topic: null },
	{ x: 0, y: 3000, date: '2023', topic: 'topics/ äpfel' },
	{ x: 12.3, y: 0, date: '2024-01', topic: 'topics/ponds' }
];

function decoded(given: Dot[], generation = 'g 1') {
	return decodeDots(encodeDots(generation, given).buffer);
}

describe('dots', () => {
	test('come back as they were, places within a sixth of a unit on a map of 11,000', () => {
		const found = decoded(dots);
		expect(found.generation).toBe('g 1');
		dots.forEach(({ x, y, date, topic }, dot) => {
			expect(Math.abs((found.x[dot] ?? NaN) - x)).toBeLessThan(0.1);
			expect(Math.abs((found.y[dot] ?? NaN) - y)).toBeLessThan(0.1);
			expect(found.month[dot]).toBe(monthOf(date));
			expect(found.topics[(found.topic[dot] ?? 0) - 1] ?? null).toBe(topic);
		});
	});

	test('take eight bytes a paper behind a header', () => {
		const many = Array.from({ length: 1000 }, (_, x): Dot => ({ x, y: x, date: '2020-01', topic: null }));
		expect(encodeDots('g', many).length - encodeDots('g', many.slice(0, 500)).length).toBeLessThan(4010);
	});

	test('of no papers and of one are none and one', () => {
		expect(decoded([]).x).toHaveLength(0);
		expect([...decoded(dots.slice(0, 1)).x]).toEqual([-5500]);
	});

	test('that were cut off are refused', () => {
		const bytes = encodeDots('g', dots);
		expect(() => decodeDots(bytes.slice(0, -3).buffer)).toThrow(RangeError);
	});
});

describe('months', () => {
	test.each([
		['2024-05-17', 24292],
		['2024-01', 24288],
		['0001-01', 12],
		[null, 0]
	])('of %s is %s', (date, month) => {
		expect(monthOf(date)).toBe(month);
	});

	test.each([
		['2024-05', '2024-05', null, true],
		['2024-05', '2024-06', null, false],
		['2024-05', null, '2024-04', false],
		['2024-05-30', null, '2024-05-02', true],
		['2024', '2024-06', '2024-07', true],
		['2024', '2025', null, false],
		['2024', null, '2024', true],
		['2024-12', null, '2024', true],
		['2023-12', '2024', '2024', false],
		[null, '2024', null, false],
		[null, null, '2024', false]
	])('%s within %s and %s: %s', (date, from, to, within) => {
		const range = monthsOf({ from, to });
		expect(range && isInRange(monthOf(date), range)).toBe(within);
	});

	test('of dates without bounds are none', () => {
		expect(monthsOf({ from: null, to: null })).toBeNull();
	});
});

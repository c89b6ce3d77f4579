import { describe, expect, test } from 'vitest';
import { wheelFactor } from '#lib/map/wheel.ts';

const notch = (deltaY: number, deltaMode = 0, ctrlKey = false) => wheelFactor({ deltaY, deltaMode, ctrlKey });

describe('wheelFactor', () => {
	test.each([
		['a mouse of 100 pixels a notch', -100, 0],
		['a mouse of 120 pixels a notch', -120, 0],
		['a mouse of three lines a notch', -3, 1]
	])('%s doubles in three to five notches', (_, delta, mode) => {
		const notches = Math.log(2) / Math.log(notch(delta, mode));
		expect(notches).toBeGreaterThanOrEqual(3);
		expect(notches).toBeLessThanOrEqual(5);
	});

	test('down goes as far away as up comes nearer', () => {
		expect(notch(100) * notch(-100)).toBeCloseTo(1);
		expect(notch(-100)).toBeGreaterThan(1);
	});

	test('the small steps of a pinch count for more', () => {
		expect(notch(-10, 0, true)).toBeGreaterThan(notch(-10) * 1.04);
	});
});

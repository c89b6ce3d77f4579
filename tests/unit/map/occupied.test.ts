import { describe, expect, test } from 'vitest';
import { Occupied, taken, type Box } from '#lib/map/occupied.ts';

const all = taken.text | taken.strong | taken.weak;
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe('Occupied', () => {
	test.each<[string, Box, boolean]>([
		['the same box', box(100, 50, 200, 70), false],
		['one inside it', box(120, 55, 130, 60), false],
		['one around it', box(0, 0, 500, 500), false],
		['one that overlaps its corner', box(199, 69, 300, 90), false],
		['one that overlaps its other corner', box(50, 40, 101, 51), false],
		['one that touches its right side', box(200, 50, 300, 70), true],
		['one that touches its left side', box(0, 50, 100, 70), true],
		['one that touches it above', box(100, 0, 200, 50), true],
		['one that touches it below', box(100, 70, 200, 99), true],
		['one beside it in the same cells', box(201, 50, 210, 70), true],
		['one above it in the same cells', box(100, 48, 200, 49), true],
		['one far away', box(900, 900, 950, 950), true],
		['one left of and above the screen', box(-400, -300, -350, -280), true]
	])('after a box, %s is free: %s', (_, other, isFree) => {
		const occupied = new Occupied();
		expect(occupied.isFree(other, all)).toBe(true);
		occupied.add(box(100, 50, 200, 70), taken.text);
		expect(occupied.isFree(other, all)).toBe(isFree);
	});

	test('knows every box of a cell, also beyond the screen', () => {
		const occupied = new Occupied();
		for (const x of [-300, -290, -280, 3000]) occupied.add(box(x, -100, x + 5, -95), taken.text);
		const isFree = (x: number) => occupied.isFree(box(x, -100, x + 5, -95), all);
		expect([-300, -290, -280, -270, 3000].map(isFree)).toEqual([false, false, false, true, false]);
	});

	test.each([
		[taken.weak, taken.text | taken.strong, true],
		[taken.weak, all, false],
		[taken.strong, taken.text | taken.strong, false],
		[taken.strong, taken.text, true],
		[taken.text, taken.text, false],
		[taken.text, taken.strong | taken.weak, true]
	])('what is taken by %d is free for a mask of %d: %s', (what, mask, isFree) => {
		const occupied = new Occupied();
		occupied.add(box(0, 0, 10, 10), what);
		expect(occupied.isFree(box(5, 5, 15, 15), mask)).toBe(isFree);
	});

	test.each([
		['its own', 'concepts/a', true],
		["another one's", 'concepts/b', false],
		['what nobody owns', '', false]
	])('a label may cover %s place', (_, owner, isFree) => {
		const occupied = new Occupied();
		occupied.add(box(0, 0, 10, 10), taken.strong, owner);
		expect(occupied.isFree(box(5, 5, 15, 15), all, 'concepts/a')).toBe(isFree);
		expect(occupied.isFree(box(5, 5, 15, 15), all)).toBe(false);
	});
});

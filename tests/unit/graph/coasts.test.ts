import { describe, expect, test } from 'vitest';
import { cellsOf, type Site } from '#lib/graph/places/cells.ts';
import { coastsOf, flatRings, isInside, signedArea } from '#lib/graph/places/coasts.ts';
import type { Point } from '#lib/graph/places/point.ts';

const corner: Point[] = [
	{ x: 0, y: 0 },
	{ x: 10, y: 0 },
	{ x: 0, y: 10 }
];

describe('signedArea', () => {
	test.each<[string, Point[], number]>([
		['of a triangle is twice its area', corner, 100],
		['round the other way is negative', [...corner].reverse(), -100],
		['of a line is nothing', corner.slice(0, 2), 0],
		['of nothing is nothing', [], 0]
	])('%s', (_, ring, area) => {
		expect(signedArea(ring)).toBe(area);
	});
});

describe('isInside', () => {
	test.each<[Point, boolean]>([
		[{ x: 2, y: 2 }, true],
		[{ x: 6, y: 6 }, false],
		[{ x: -1, y: 5 }, false],
		[{ x: 5, y: -1 }, false],
		[{ x: 20, y: 5 }, false],
		[{ x: 1, y: 11 }, false]
	])('%o in a triangle: %s', (point, expected) => {
		expect(isInside(point, corner)).toBe(expected);
		expect(isInside(point, [...corner].reverse())).toBe(expected);
		expect(isInside(point, [])).toBe(false);
	});
});

test('flatRings writes the number of points before each ring', () => {
	expect(flatRings([corner, corner.slice(1)])).toEqual([3, 0, 0, 10, 0, 0, 10, 2, 10, 0, 0, 10]);
	expect(flatRings([])).toEqual([]);
});

/** A grid of sites twenty units apart, whose leaves are told by letters; a blank is no site. */
function sitesOf(rows: string[], distance = 20): Site[] {
	return rows.flatMap((row, y) =>
		Array.from(row).flatMap((letter, x) => {
			if (letter === ' ') return [];
			const leaf = letter.toLowerCase().charCodeAt(0) - 97;
			// Not quite a grid: no four sites lie on one circle.
			return [
				{ x: x * distance + ((y * 7) % 5), y: y * distance + ((x * 3) % 4), leaf, large: leaf < 2 ? 9 : 8 }
			];
		})
	);
}

function coasts(rows: string[]) {
	const sites = sitesOf(rows);
	const cells = cellsOf(sites, 20);
	return { sites, cells, leaves: coastsOf(cells, cells.leaf), larges: coastsOf(cells, cells.large) };
}

/** Twice the area that rings enclose, holes taken away. */
function areaOf(rings: Point[][] = []): number {
	return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0)) / 2;
}

describe('coastsOf', () => {
	test('gives every leaf one ring, all round the same way, around its own sites and no others', () => {
		const { sites, leaves } = coasts(['aaabbb', 'aaabbb', 'aaabbb', ' ccc', ' ccc']);
		expect([...leaves.keys()].sort()).toEqual([0, 1, 2]);
		const rings = [...leaves.values()];
		expect(rings.map(({ length }) => length)).toEqual([1, 1, 1]);
		expect(new Set(rings.map(([ring = []]) => Math.sign(signedArea(ring)))).size).toBe(1);
		for (const site of sites)
			for (const [leaf, [ring = []]] of leaves) expect(isInside(site, ring)).toBe(site.leaf === leaf);
	});

	test('gives what goes round another land a hole, the outer line first and the hole the other way round', () => {
		const { sites, leaves } = coasts(['aaaaa', 'aaaaa', 'aabaa', 'aaaaa', 'aaaaa']);
		const [outer = [], hole = [], ...others] = leaves.get(0) ?? [];
		expect(others).toEqual([]);
		expect(Math.abs(signedArea(outer))).toBeGreaterThan(Math.abs(signedArea(hole)));
		expect(Math.sign(signedArea(outer))).toBe(-Math.sign(signedArea(hole)));
		const inner = sites.find(({ leaf }) => leaf === 1) ?? { x: 0, y: 0 };
		expect([isInside(inner, outer), isInside(inner, hole)]).toEqual([true, true]);
		expect(isInside(inner, leaves.get(1)?.[0] ?? [])).toBe(true);
		// Both sides of a border are one line.
		expect(areaOf([hole])).toBe(areaOf(leaves.get(1)));
	});

	test('gives land in two places two rings, the larger first', () => {
		const { leaves } = coasts(['aaa     ', 'aaa   aa', 'aaa   aa']);
		const rings = leaves.get(0) ?? [];
		expect(rings).toHaveLength(2);
		const [large = 0, small = 0] = rings.map((ring) => Math.abs(signedArea(ring)));
		expect(large).toBeGreaterThan(small);
	});

	test('fills a pond within one land', () => {
		const { leaves } = coasts(['aaaaaaa', 'aaaaaaa', 'aa   aa', 'aa   aa', 'aa   aa', 'aaaaaaa', 'aaaaaaa']);
		expect(leaves.get(0)).toHaveLength(1);
		expect(isInside({ x: 60, y: 60 }, leaves.get(0)?.[0] ?? [])).toBe(true);
	});

	test('takes about as much land as its sites need', () => {
		const { leaves } = coasts(['aaaaabbbbb', 'aaaaabbbbb', 'aaaaabbbbb', 'aaaaabbbbb', 'aaaaabbbbb']);
		const [a, b] = [areaOf(leaves.get(0)), areaOf(leaves.get(1))];
		expect(a / b).toBeGreaterThan(0.9);
		expect(a / b).toBeLessThan(1.1);
		// 25 sites of 20 by 20, and what lies around them.
		expect(a).toBeGreaterThan(25 * 400);
		expect(a).toBeLessThan(2 * 25 * 400);
	});

	test('puts the shore of a large topic around its small ones, and sea beyond', () => {
		const { sites, leaves, larges } = coasts([
			'aaabbb',
			'aaabbb',
			'      ',
			'      ',
			'      ',
			'      ',
			'      ',
			'ccc   ',
			'ccc   '
		]);
		expect([...larges.keys()].sort()).toEqual([8, 9]);
		const [shore = []] = larges.get(9) ?? [];
		for (const leaf of [0, 1])
			for (const point of leaves.get(leaf)?.[0] ?? []) expect(isInside(point, shore)).toBe(true);
		for (const site of sites) expect(isInside(site, shore)).toBe(site.large === 9);
		// The shore ends 2.3 distances beyond, the sea begins there.
		expect(isInside({ x: 50, y: -35 }, shore)).toBe(true);
		expect(isInside({ x: 50, y: -75 }, shore)).toBe(false);
		expect(isInside({ x: 50, y: 85 }, shore)).toBe(false);
	});

	test('draws lines of whole units without corners', () => {
		const { leaves } = coasts(['aaaa', 'aaaa', 'aaaa']);
		const [ring = []] = leaves.get(0) ?? [];
		expect(ring.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
		const turns = ring.map((point, at) => {
			const [before, after] = [ring.at(at - 1) ?? point, ring[(at + 1) % ring.length] ?? point];
			const angle =
				Math.atan2(after.y - point.y, after.x - point.x) - Math.atan2(point.y - before.y, point.x - before.x);
			return Math.abs(Math.atan2(Math.sin(angle), Math.cos(angle)));
		});
		// No turn is as sharp as a right angle.
		expect(Math.max(...turns)).toBeLessThan(1.2);
	});
});

describe('cellsOf', () => {
	test('gives every site its own, numbers those given first, and ends in the sea', () => {
		const { sites, cells } = coasts(['ab', 'cc']);
		expect(cells.given).toBe(4);
		expect([...cells.leaf.slice(0, 4)]).toEqual(sites.map(({ leaf }) => leaf));
		expect([...cells.large.slice(0, 4)]).toEqual([9, 9, 8, 8]);
		expect([...cells.leaf.slice(4)].every((leaf) => leaf === -1)).toBe(true);
		expect([...cells.large.slice(-4)]).toEqual([-1, -1, -1, -1]);
		expect(new Set(cells.large)).toEqual(new Set([8, 9, -1]));
		expect(cells.corners.every(Number.isFinite)).toBe(true);
	});

	test('stands sites in one line and one alone', () => {
		for (const rows of [['aaaa'], ['a']]) {
			const { sites, leaves } = coasts(rows);
			const [ring = []] = leaves.get(0) ?? [];
			expect(sites.filter((site) => !isInside(site, ring))).toEqual([]);
		}
	});
});

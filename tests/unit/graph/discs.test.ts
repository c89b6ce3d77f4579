import { describe, expect, test } from 'vitest';
import { seededRandom } from '#lib/graph/random.ts';
import { fillDisc } from '#lib/graph/places/fill-disc.ts';
import { nameAnchors } from '#lib/graph/places/name-anchors.ts';
import { packDiscs, tighten, type Disc } from '#lib/graph/places/pack-discs.ts';
import { boundsOf, rounded, type Point } from '#lib/graph/places/point.ts';

function apart(a: Disc, b: Disc): number {
	return Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius;
}

function leastApart(discs: Disc[]): number {
	return Math.min(...discs.flatMap((a, at) => discs.slice(at + 1).map((b) => apart(a, b))));
}

describe('packDiscs', () => {
	const radii = [30, 20, 20, 10, 10, 10, 5, 40];
	const pack = (pull: (a: number, b: number) => number) => packDiscs(radii, pull, { gap: 6, rounds: 80 });

	test('keeps the radii and leaves the gap between all of them', () => {
		const discs = pack(() => 0);
		expect(discs.map(({ radius }) => radius)).toEqual(radii);
		expect(leastApart(discs)).toBeGreaterThan(5.8);
		expect(leastApart(discs)).toBeLessThan(7);
	});

	test('lays them close around the origin, wider than high', () => {
		const discs = packDiscs(
			Array.from({ length: 16 }, () => 10),
			() => 0,
			{ gap: 2, rounds: 80 }
		);
		const { left, right, top, bottom } = boundsOf(discs);
		expect((right - left) / (bottom - top)).toBeGreaterThan(1.05);
		expect(Math.abs(left + right) + Math.abs(top + bottom)).toBeLessThan(30);
		// Sixteen discs of radius 11 would fill a disc of radius 44.
		expect((right - left) * (bottom - top)).toBeLessThan(4 * 60 ** 2);
	});

	test('lays tied ones side by side', () => {
		const isTied = (a: number, b: number) => (Math.min(a, b) === 3 && Math.max(a, b) === 5 ? 1 : 0);
		const [free, tied] = [() => 0, isTied].map((pull) => {
			const discs = pack(pull);
			const [a, b] = [discs[3], discs[5]];
			return a && b ? apart(a, b) : NaN;
		});
		expect(tied).toBeLessThan(8);
		expect(free).toBeGreaterThan(10);
	});

	test('is the same every time, and parts what lies on one spot', () => {
		expect(pack(() => 1)).toEqual(pack(() => 1));
		expect(packDiscs([], () => 0, { gap: 1, rounds: 10 })).toEqual([]);
		expect(packDiscs([7], () => 0, { gap: 1, rounds: 300 })[0]?.radius).toBe(7);
	});
});

describe('tighten', () => {
	const groups = () => [
		[
			{ x: -100, y: 0, radius: 20 },
			{ x: -140, y: 0, radius: 20 }
		],
		[{ x: 100, y: 10, radius: 30 }],
		[{ x: 0, y: 150, radius: 10 }]
	];

	test('draws groups together, each as a whole, up to the gap', () => {
		const moved = groups();
		tighten(moved, 12);
		const [[a, b] = [], [c] = [], [d] = []] = moved;
		if (!a || !b || !c || !d) throw new Error('a disc is gone');
		expect([b.x - a.x, b.y - a.y]).toEqual([expect.closeTo(-40, 6), expect.closeTo(0, 6)]);
		const between = [apart(a, c), apart(a, d), apart(c, d), apart(b, c), apart(b, d)];
		expect(Math.min(...between)).toBeGreaterThan(11.4);
		expect(apart(a, c)).toBeLessThan(30);
		expect(Math.hypot(d.x, d.y)).toBeLessThan(60);
	});

	test('pushes groups apart that overlap', () => {
		const moved = [[{ x: 0, y: 0, radius: 20 }], [{ x: 10, y: 0, radius: 20 }]];
		tighten(moved, 5);
		expect(leastApart(moved.flat())).toBeGreaterThan(4.4);
	});
});

describe('fillDisc', () => {
	const random = seededRandom(4);
	const crowd = Array.from({ length: 40 }, () => ({ x: 5 + random() ** 3, y: -2 + random() ** 2 }));
	const least = (points: Point[]) =>
		points.map((a, at) =>
			Math.min(...points.flatMap((b, other) => (at === other ? [] : [Math.hypot(a.x - b.x, a.y - b.y)])))
		);

	test('fills the disc evenly, whatever the points were', () => {
		const filled = fillDisc(crowd);
		expect(Math.max(...filled.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThan(1);
		expect(Math.max(...filled.map(({ x, y }) => Math.hypot(x, y)))).toBeGreaterThan(0.85);
		const nearest = least(filled);
		// Forty points that share the disc evenly are .29 apart.
		expect(Math.min(...nearest)).toBeGreaterThan(0.19);
		expect(Math.max(...nearest)).toBeLessThan(0.38);
		const middle = filled.reduce((sum, { x, y }) => sum + x + y, 0) / 40;
		expect(Math.abs(middle)).toBeLessThan(0.15);
	});

	test('keeps who is left and right, above and below', () => {
		const filled = fillDisc(crowd);
		const order = (points: Point[], by: (point: Point) => number) => {
			const ranks = points.map(by);
			return ranks.map((value) => ranks.filter((other) => other < value).length);
		};
		for (const by of [({ x }: Point) => x, ({ y }: Point) => y]) {
			const [before, after] = [order(crowd, by), order(filled, by)];
			const moved = before.reduce((sum, rank, at) => sum + Math.abs(rank - (after[at] ?? 0)), 0) / 40;
			// At random it would be thirteen.
			expect(moved).toBeLessThan(7);
		}
	});

	test.each<[string, Point[], Point[]]>([
		['nothing', [], []],
		['one point in the middle', [{ x: 40, y: 9 }], [{ x: 0, y: 0 }]]
	])('puts %s', (_, points, expected) => {
		expect(fillDisc(points).map(({ x, y }) => ({ x: Math.abs(x), y: Math.abs(y) }))).toEqual(expected);
	});

	test('parts points on one spot', () => {
		const filled = fillDisc(Array.from({ length: 12 }, () => ({ x: 3, y: 3 })));
		expect(Math.min(...least(filled))).toBeGreaterThan(0.3);
		const two = fillDisc([
			{ x: 0, y: 0 },
			{ x: 10, y: 0 }
		]);
		expect(two.map(({ x, y }) => Math.hypot(x, y).toFixed(2)).sort()).toEqual(['0.50', '0.87']);
	});
});

describe('nameAnchors', () => {
	const box: [number, number, number, number] = [0, 0, 260, 180];
	const middle = { x: 130, y: 90 };
	const anchorsOf = (obstacles: (Point & { cost: number })[], zoom = 1, at = middle) => {
		const flat = nameAnchors(box, at, obstacles, zoom);
		return Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index], flat[2 * index + 1]]);
	};

	test('are three, nearest to the middle first, sixty pixels apart', () => {
		const anchors = anchorsOf([]);
		expect(anchors[0]).toEqual([130, 90]);
		expect(anchors).toHaveLength(3);
		for (const [at, [x = 0, y = 0]] of anchors.entries())
			for (const [u = 0, v = 0] of anchors.slice(at + 1))
				expect(Math.hypot(x - u, y - v)).toBeGreaterThanOrEqual(59);
		// Height counts less than width: the next lies above or below.
		const [x = 0, y = 0] = anchors[1] ?? [];
		expect(Math.abs(y - 90)).toBeGreaterThan(2 * Math.abs(x - 130));
	});

	test('keep off what costs to be covered', () => {
		const [[x = 0, y = 0] = []] = anchorsOf([{ x: 130, y: 90, cost: 9 }]);
		expect(Math.abs(x - 130) >= 85 || Math.abs(y - 90) >= 26).toBe(true);
		// A dot that costs next to nothing is covered.
		expect(anchorsOf([{ x: 130, y: 90, cost: 0.001 }])[0]).toEqual([130, 90]);
		expect(anchorsOf([{ x: 130, y: 300, cost: 9 }])[0]).toEqual([130, 90]);
	});

	test('lie nearer to one another in the world the nearer it is read', () => {
		const far = anchorsOf([], 4);
		const [, [x = 0, y = 0] = []] = far;
		const away = Math.hypot(x - 130, y - 90);
		expect(away).toBeGreaterThan(13);
		expect(away).toBeLessThan(30);
	});

	test('follow the middle of the members, within the box and a little above and below', () => {
		expect(anchorsOf([], 1, { x: -50, y: -500 })[0]).toEqual([0, -16]);
		expect(anchorsOf([], 1, { x: 900, y: 900 })[0]).toEqual([260, 196]);
	});
});

describe('boundsOf and rounded', () => {
	test.each<[Point[], ReturnType<typeof boundsOf>]>([
		[[], { left: 0, top: 0, right: 0, bottom: 0 }],
		[[{ x: 3, y: -4 }], { left: 3, top: -4, right: 3, bottom: -4 }],
		[
			[
				{ x: 3, y: -4 },
				{ x: -1, y: 8 }
			],
			{ left: -1, top: -4, right: 3, bottom: 8 }
		]
	])('of %j is %j', (points, bounds) => {
		expect(boundsOf(points)).toEqual(bounds);
	});

	test('keep one decimal', () => {
		expect(rounded({ x: 1.26, y: -3.14 })).toEqual({ x: 1.3, y: -3.1 });
	});
});

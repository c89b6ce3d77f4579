import type { Point } from './layout-members.ts';

/** Values on a lattice: `values[row * columns + column]` at (left + column * cell, top + row * cell). */
export interface Field {
	left: number;
	top: number;
	cell: number;
	columns: number;
	rows: number;
	values: Float64Array;
}

/**
 * The closed rings along which a field is zero, positive inside (marching squares). Crossings are keyed by their
 * lattice edge's number, so that no ring can break open; saddles join the positive corners apart.
 */
export function contours(field: Field): Point[][] {
	const { columns, rows, values, left, top, cell } = field;
	const at = (column: number, row: number) =>
		column <= 0 || row <= 0 || column >= columns - 1 || row >= rows - 1
			? -1
			: (values[row * columns + column] ?? -1) || 1e-9;
	// Edge numbers: 2 * lattice point for the edge to its right, + 1 for the edge below it.
	const points = new Map<number, Point>();
	const cross = (column: number, row: number, vertical: boolean): number => {
		const key = 2 * (row * columns + column) + (vertical ? 1 : 0);
		if (!points.has(key)) {
			const a = at(column, row);
			const b = vertical ? at(column, row + 1) : at(column + 1, row);
			const share = Math.min(0.999, Math.max(0.001, a / (a - b)));
			points.set(key, {
				x: left + (column + (vertical ? 0 : share)) * cell,
				y: top + (row + (vertical ? share : 0)) * cell
			});
		}
		return key;
	};
	const next = new Map<number, number>();
	for (let row = 0; row < rows - 1; row += 1) {
		for (let column = 0; column < columns - 1; column += 1) {
			const corners =
				(at(column, row) > 0 ? 1 : 0) |
				(at(column + 1, row) > 0 ? 2 : 0) |
				(at(column + 1, row + 1) > 0 ? 4 : 0) |
				(at(column, row + 1) > 0 ? 8 : 0);
			if (corners === 0 || corners === 15) continue;
			const sides = {
				top: () => cross(column, row, false),
				right: () => cross(column + 1, row, true),
				bottom: () => cross(column, row + 1, false),
				left: () => cross(column, row, true)
			};
			for (const [from, to] of segments[corners] ?? []) next.set(sides[from](), sides[to]());
		}
	}
	return chain(next, points);
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** Per pattern of positive corners (1 top left, 2 top right, 4 bottom right, 8 bottom left): from side to side. */
const segments: Record<number, [Side, Side][]> = {
	1: [['left', 'top']],
	2: [['top', 'right']],
	3: [['left', 'right']],
	4: [['right', 'bottom']],
	5: [
		['left', 'top'],
		['right', 'bottom']
	],
	6: [['top', 'bottom']],
	7: [['left', 'bottom']],
	8: [['bottom', 'left']],
	9: [['bottom', 'top']],
	10: [
		['top', 'right'],
		['bottom', 'left']
	],
	11: [['bottom', 'right']],
	12: [['right', 'left']],
	13: [['right', 'top']],
	14: [['top', 'left']]
};

function chain(next: Map<number, number>, points: Map<number, Point>): Point[][] {
	const rings: Point[][] = [];
	const done = new Set<number>();
	for (const start of next.keys()) {
		if (done.has(start)) continue;
		const ring: Point[] = [];
		for (let key: number | undefined = start; key !== undefined && !done.has(key); key = next.get(key)) {
			done.add(key);
			const point = points.get(key);
			if (point) ring.push(point);
		}
		if (ring.length > 2) rings.push(ring);
	}
	return rings;
}

/** Drops points closer than `least` to the one before, then cuts the corners twice (Chaikin 1974). */
export function smooth(ring: Point[], least: number): Point[] {
	const thinned: Point[] = [];
	for (const point of ring) {
		const last = thinned.at(-1);
		if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= least) thinned.push(point);
	}
	let current = thinned.length >= 4 ? thinned : ring;
	for (let pass = 0; pass < 2; pass += 1) {
		current = current.flatMap((point, index) => {
			const after = current[(index + 1) % current.length] ?? point;
			return [
				{ x: 0.75 * point.x + 0.25 * after.x, y: 0.75 * point.y + 0.25 * after.y },
				{ x: 0.25 * point.x + 0.75 * after.x, y: 0.25 * point.y + 0.75 * after.y }
			];
		});
	}
	return current;
}

/** Twice the signed area; its size tells pieces from specks. */
export function areaOf(ring: Point[]): number {
	let sum = 0;
	ring.forEach((point, index) => {
		const after = ring[(index + 1) % ring.length] ?? point;
		sum += point.x * after.y - after.x * point.y;
	});
	return Math.abs(sum) / 2;
}

import { areaOf, contours, smooth, type Field } from './contour.ts';
import type { Point } from './layout-members.ts';

/** How coasts are found: lattice distance and reach of a place in world units, level of the coast, margin to others. */
export interface LandStyle {
	cell: number;
	reach: number;
	level: number;
	margin: number;
	/** Points of a coast are at least so far apart before smoothing. */
	grain: number;
	/** Smaller pieces are dropped, and all but the largest few. */
	leastArea: number;
	pieces: number;
}

/** Islands for the near view, for the far view, and shelves; the first for maps of one level of topics. */
export const landStyles = {
	small: { cell: 6, reach: 17, level: 0.5, margin: 1.16, grain: 18, leastArea: 1500, pieces: 4 },
	island: { cell: 10, reach: 21, level: 0.55, margin: 1.16, grain: 20, leastArea: 2500, pieces: 4 },
	farIsland: { cell: 30, reach: 36, level: 1.5, margin: 1.1, grain: 60, leastArea: 9000, pieces: 3 },
	shelf: { cell: 60, reach: 95, level: 1.3, margin: 1.1, grain: 120, leastArea: 60_000, pieces: 4 }
} as const satisfies Record<string, LandStyle>;

/** One field per group, in the group's own box: the sum of exp(-d² / 2 reach²) over its places. */
function densityOf(points: Point[], { cell, reach }: LandStyle): Field {
	const far = 3.2 * reach;
	const left = Math.floor((Math.min(...points.map(({ x }) => x)) - far) / cell) * cell;
	const top = Math.floor((Math.min(...points.map(({ y }) => y)) - far) / cell) * cell;
	const columns = Math.ceil((Math.max(...points.map(({ x }) => x)) + far - left) / cell) + 1;
	const rows = Math.ceil((Math.max(...points.map(({ y }) => y)) + far - top) / cell) + 1;
	const values = new Float64Array(columns * rows);
	const span = Math.ceil(far / cell);
	for (const { x, y } of points) {
		const [cx, cy] = [Math.round((x - left) / cell), Math.round((y - top) / cell)];
		const fall = (from: number, at: number, middle: number) =>
			Math.exp(-((from + at * cell - middle) ** 2) / (2 * reach * reach));
		const across = Array.from({ length: 2 * span + 1 }, (_, i) => fall(left, cx - span + i, x));
		for (let row = Math.max(0, cy - span); row <= Math.min(rows - 1, cy + span); row += 1) {
			const down = fall(top, row, y);
			for (let column = Math.max(0, cx - span); column <= Math.min(columns - 1, cx + span); column += 1) {
				const index = row * columns + column;
				values[index] = (values[index] ?? 0) + down * (across[column - cx + span] ?? 0);
			}
		}
	}
	return { left, top, cell, columns, rows, values };
}

/**
 * The coast of each group of places as flat rings of integers: [points, x1, y1, …, points, …]. Land is where the
 * own density passes the level and `margin` times every other's, so that a channel stays between two lands.
 */
export function coasts(groups: Point[][], style: LandStyle): number[][] {
	const fields = groups.map((points) => (points.length === 0 ? null : densityOf(points, style)));
	return fields.map((field, own) => {
		if (!field) return [];
		const land = new Float64Array(field.values);
		const most = new Float64Array(land.length);
		fields.forEach((other, index) => {
			if (other && index !== own) raise(most, field, other);
		});
		for (let index = 0; index < land.length; index += 1) {
			land[index] = (field.values[index] ?? 0) - Math.max(style.level, style.margin * (most[index] ?? 0));
		}
		const rings = contours({ ...field, values: land })
			.map((ring) => ({ ring, area: areaOf(ring) }))
			.sort((a, b) => b.area - a.area);
		const kept = rings.filter(
			({ area }, index) => index === 0 || (area >= style.leastArea && index < style.pieces)
		);
		return kept.flatMap(({ ring }) => {
			const points = smooth(ring, style.grain);
			return [points.length, ...points.flatMap(({ x, y }) => [Math.round(x), Math.round(y)])];
		});
	});
}

/** Lifts `most` to the other field's values where the two boxes overlap; both lie on one lattice. */
function raise(most: Float64Array, field: Field, other: Field): void {
	const { cell } = field;
	const dx = Math.round((field.left - other.left) / cell);
	const dy = Math.round((field.top - other.top) / cell);
	const fromColumn = Math.max(0, -dx);
	const toColumn = Math.min(field.columns, other.columns - dx);
	const fromRow = Math.max(0, -dy);
	const toRow = Math.min(field.rows, other.rows - dy);
	for (let row = fromRow; row < toRow; row += 1) {
		for (let column = fromColumn; column < toColumn; column += 1) {
			const index = row * field.columns + column;
			const value = other.values[(row + dy) * other.columns + column + dx] ?? 0;
			if (value > (most[index] ?? 0)) most[index] = value;
		}
	}
}

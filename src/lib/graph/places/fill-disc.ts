import { Delaunay } from 'd3-delaunay';
import type { Point } from './point.ts';

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? 0;
}

/** Times that every point goes to the middle of its cell: twelve leave no gaps that the eye would find. */
const rounds = 12;
/** A cell of a point at the rim ends here, in radii. */
const rim = 1.04;
/** Corners of the polygon that stands for the rim. */
const corners = 48;

/**
 * Moves points into the disc of radius 1 around the origin so that they fill it evenly and keep who is beside whom: each
 * distance from the middle becomes its rank, then every point goes to the middle of its cell.
 */
export function fillDisc(points: Point[]): Point[] {
	const [mx, my] = [median(points.map(({ x }) => x)), median(points.map(({ y }) => y))];
	const polar = points.map(({ x, y }, index) => ({
		index,
		// Those that lie on one another part in directions of their own, the same every time.
		angle: x === mx && y === my ? index * 2.4 : Math.atan2(y - my, x - mx),
		distance: Math.hypot(x - mx, y - my)
	}));
	polar.sort((a, b) => a.distance - b.distance || a.index - b.index);
	const placed = new Float64Array(2 * points.length);
	for (const [rank, { index, angle }] of polar.entries()) {
		const radius = points.length === 1 ? 0 : Math.sqrt((rank + 0.5) / points.length);
		// A little turned by rank: papers with the same concepts lie in one spot, and their angles are one.
		placed[2 * index] = radius * Math.cos(angle + 1e-3 * rank);
		placed[2 * index + 1] = radius * Math.sin(angle + 1e-3 * rank);
	}
	if (points.length > 2) relax(placed);
	return points.map((_, index) => ({ x: placed[2 * index] ?? 0, y: placed[2 * index + 1] ?? 0 }));
}

/** Lloyd's relaxation inside the unit disc; `flat` holds x and y of each point in turn. */
function relax(flat: Float64Array): void {
	for (let round = 0; round < rounds; round += 1) {
		const voronoi = new Delaunay(flat).voronoi([-rim, -rim, rim, rim]);
		for (let index = 0; index < flat.length / 2; index += 1) {
			const cell = insideRim(voronoi.cellPolygon(index));
			const middle = cell && centroid(cell);
			if (!middle) continue;
			flat[2 * index] = middle[0];
			flat[2 * index + 1] = middle[1];
		}
	}
}

const directions = Array.from({ length: corners }, (_, corner): [number, number] => {
	const angle = (2 * Math.PI * corner) / corners;
	return [Math.cos(angle), Math.sin(angle)];
});

/** What of a cell lies inside the rim (Sutherland-Hodgman). */
function insideRim(cell: [number, number][] | null): [number, number][] | null {
	if (!cell) return null;
	if (cell.every(([x, y]) => x * x + y * y < 0.98)) return cell;
	let polygon = cell.slice(0, -1);
	for (const [nx, ny] of directions) {
		const kept: [number, number][] = [];
		for (const [at, point] of polygon.entries()) {
			const before = polygon[(at + polygon.length - 1) % polygon.length] ?? point;
			const inside = rim - (nx * point[0] + ny * point[1]);
			const was = rim - (nx * before[0] + ny * before[1]);
			if (inside >= 0 !== was >= 0) {
				const share = was / (was - inside);
				kept.push([before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]);
			}
			if (inside >= 0) kept.push(point);
		}
		polygon = kept;
	}
	return polygon.length < 3 ? null : [...polygon, polygon[0] ?? [0, 0]];
}

function centroid(ring: [number, number][]): [number, number] | null {
	let [area, cx, cy] = [0, 0, 0];
	for (let at = 1; at < ring.length; at += 1) {
		const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [ring[at - 1], ring[at]];
		const cross = x1 * y2 - x2 * y1;
		area += cross;
		cx += (x1 + x2) * cross;
		cy += (y1 + y2) * cross;
	}
	return Math.abs(area) < 1e-12 ? null : [cx / (3 * area), cy / (3 * area)];
}

import { Delaunay } from 'd3-delaunay';
import { mapMeasures } from '#lib/graph/constants/map-measures.ts';
import { boundsOf, type Point } from './point.ts';

/** A place with the leaf and the large topic whose land it makes. */
export interface Site extends Point {
	leaf: number;
	large: number;
}

/**
 * The plane divided among sites, each point to the nearest (Voronoi): first the given ones, then those that make shore
 * and sea. A corner where three cells meet is a triangle of the Delaunay triangulation.
 */
export interface Cells {
	delaunay: Delaunay<unknown>;
	/** Of each site, -1 for none: shore has a large topic and no leaf, sea neither. */
	leaf: Int32Array;
	large: Int32Array;
	/** How many sites were given. */
	given: number;
	/** Where each corner is: x and y in turn, by the number of the triangle. */
	corners: Float64Array;
}

/** The grid points near the given sites, with the distance to the nearest of them, at least `from` distances away. */
function gridAround(
	sites: readonly Site[],
	distance: number
): { x: number; y: number; nearest: number; away: number }[] {
	const nearest = Delaunay.from(
		sites,
		({ x }) => x,
		({ y }) => y
	);
	const { from, sea } = mapMeasures.shore;
	const rings = Math.ceil(sea);
	const seen = new Set<number>();
	const found: { x: number; y: number; nearest: number; away: number }[] = [];
	// A cell number that no map outgrows: 2^21 distances to each side.
	const key = (column: number, row: number) => (column + 2 ** 20) * 2 ** 21 + row + 2 ** 20;
	for (const [index, { x, y }] of sites.entries()) {
		const [column, row] = [Math.round(x / distance), Math.round(y / distance)];
		for (let dx = -rings; dx <= rings; dx += 1)
			for (let dy = -rings; dy <= rings; dy += 1) {
				const at = key(column + dx, row + dy);
				if (seen.has(at)) continue;
				seen.add(at);
				// Every other row is half a step aside: a coast along a square grid looks like stairs.
				const shift = ((row + dy) & 1) / 2;
				const point = { x: (column + dx + shift) * distance, y: (row + dy) * distance };
				const site = nearest.find(point.x, point.y, index);
				const other = sites[site];
				const away = other ? Math.hypot(other.x - point.x, other.y - point.y) / distance : Infinity;
				if (away > from) found.push({ ...point, nearest: site, away });
			}
	}
	return found;
}

/** Far corners: no cell of a given site is open towards infinity. */
function frame(sites: readonly Site[], distance: number): Point[] {
	const far = 20 * distance;
	const box = boundsOf(sites);
	const [left, right, top, bottom] = [box.left - far, box.right + far, box.top - far, box.bottom + far];
	return [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: left, y: bottom },
		{ x: right, y: bottom }
	];
}

/** Where three sites are equally near. Rounded: both sides of a border get the same numbers. */
function cornersOf({ points, triangles }: Delaunay<unknown>): Float64Array {
	const corners = new Float64Array((2 * triangles.length) / 3);
	for (let triangle = 0; triangle < triangles.length / 3; triangle += 1) {
		const at = (corner: number) => 2 * (triangles[3 * triangle + corner] ?? 0);
		const [a, b, c] = [at(0), at(1), at(2)];
		const [x, y] = [points[a] ?? 0, points[a + 1] ?? 0];
		const [bx, by] = [(points[b] ?? 0) - x, (points[b + 1] ?? 0) - y];
		const [cx, cy] = [(points[c] ?? 0) - x, (points[c + 1] ?? 0) - y];
		const area = 2 * (bx * cy - by * cx);
		const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy];
		// Three in a line meet nowhere: the middle does as well.
		const flat = Math.abs(area) < 1e-9;
		corners[2 * triangle] = x + (flat ? (bx + cx) / 3 : (cy * b2 - by * c2) / area);
		corners[2 * triangle + 1] = y + (flat ? (by + cy) / 3 : (bx * c2 - cx * b2) / area);
	}
	return corners;
}

/**
 * Gives every site its cell, and each large topic a shore around its own: sites on a grid, wherever the nearest given
 * one is further than `shore.from` distances; beyond `shore.to` they are the sea. `distance`: how far two members are
 * apart. Ponds, which the sea does not reach, are filled.
 */
export function cellsOf(sites: readonly Site[], distance: number): Cells {
	const around = gridAround(sites, distance);
	const all: Point[] = [...sites, ...around, ...frame(sites, distance)];
	const delaunay = Delaunay.from(
		all,
		({ x }) => x,
		({ y }) => y
	);
	const leaf = new Int32Array(all.length).fill(-1);
	const large = new Int32Array(all.length).fill(-1);
	for (const [index, site] of sites.entries()) [leaf[index], large[index]] = [site.leaf, site.large];
	for (const [index, { nearest, away }] of around.entries())
		if (away <= mapMeasures.shore.to) large[sites.length + index] = sites[nearest]?.large ?? -1;
	const nearestOf = (index: number) => sites[around[index - sites.length]?.nearest ?? -1];
	fillPonds(delaunay, large, all.length - 1, (pond) => nearestOf(pond)?.large ?? -1);
	fillPonds(delaunay, leaf, all.length - 1, (pond) => nearestOf(pond)?.leaf ?? -1);
	return { delaunay, leaf, large, given: sites.length, corners: cornersOf(delaunay) };
}

/** Gives what belongs to nobody and is not reached from `outside` to who is nearest. */
function fillPonds(
	delaunay: Delaunay<unknown>,
	owner: Int32Array,
	outside: number,
	nearestOwner: (site: number) => number
): void {
	const isReached = new Uint8Array(owner.length);
	isReached[outside] = 1;
	const queue = [outside];
	for (let site = queue.pop(); site !== undefined; site = queue.pop())
		for (const other of delaunay.neighbors(site)) {
			if (isReached[other] === 1 || owner[other] !== -1) continue;
			isReached[other] = 1;
			queue.push(other);
		}
	for (const site of owner.keys())
		if (owner[site] === -1 && isReached[site] === 0) owner[site] = nearestOwner(site);
}

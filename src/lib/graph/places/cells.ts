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

/** Columns and rows of a grid with this distance that are at most `shore.sea` steps away from a site, row by row. */
function gridNear(sites: readonly Site[], distance: number): [column: number, row: number][] {
	const rings = Math.ceil(mapMeasures.shore.sea);
	const box = boundsOf(sites);
	const [left, top] = [box.left, box.top].map((edge) => Math.round(edge / distance) - rings) as [
		number,
		number
	];
	const [width, height] = [box.right / distance - left, box.bottom / distance - top].map(
		(span) => Math.round(span) + rings + 1
	) as [number, number];
	// Along the rows first, then along the columns: a square around each site.
	const alongRows = new Uint8Array(width * height);
	for (const { x, y } of sites) {
		const at = (Math.round(y / distance) - top) * width + Math.round(x / distance) - left;
		alongRows.fill(1, at - rings, at + rings + 1);
	}
	const isNear = new Uint8Array(width * height);
	for (const [at, marked] of alongRows.entries())
		if (marked === 1) for (let row = -rings; row <= rings; row += 1) isNear[at + row * width] = 1;
	return [...isNear.entries()].flatMap(([at, marked]): [number, number][] =>
		marked === 1 ? [[left + (at % width), top + Math.floor(at / width)]] : []
	);
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
	const { from } = mapMeasures.shore;
	const found: { x: number; y: number; nearest: number; away: number }[] = [];
	let near = 0;
	for (const [column, row] of gridNear(sites, distance)) {
		// Every other row is half a step aside: a coast along a square grid looks like stairs.
		const shift = (row & 1) / 2;
		const point = { x: (column + shift) * distance, y: row * distance };
		// The last one is not far: the search walks from there.
		near = nearest.find(point.x, point.y, near);
		const other = sites[near];
		const away = other ? Math.hypot(other.x - point.x, other.y - point.y) / distance : Infinity;
		if (away > from) found.push({ ...point, nearest: near, away });
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

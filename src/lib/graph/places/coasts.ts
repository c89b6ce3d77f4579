import type { Cells } from './cells.ts';
import type { Point } from './point.ts';

/** A closed line through corners, by their numbers; the land lies on the same side of all. */
type Ring = number[];

/** Halfedges and triangles in the numbers of d3-delaunay: three halfedges, in turn, make a triangle. */
function nextInTriangle(halfedge: number): number {
	return halfedge % 3 === 2 ? halfedge - 2 : halfedge + 1;
}

function triangleOf(halfedge: number): number {
	return Math.floor(halfedge / 3);
}

/** The borders of every owner's land: walks from corner to corner with the own cells on one side and others on the other. */
function ringsOf({ delaunay }: Cells, owner: Int32Array): Map<number, Ring[]> {
	const { triangles, halfedges } = delaunay;
	/** For each owner, which corner follows which: a border passes through a corner once. */
	const next = new Map<number, Map<number, number>>();
	for (let halfedge = 0; halfedge < halfedges.length; halfedge += 1) {
		const twin = halfedges[halfedge] ?? -1;
		if (twin < 0) continue;
		const own = owner[triangles[halfedge] ?? 0] ?? -1;
		if (own < 0 || own === owner[triangles[nextInTriangle(halfedge)] ?? 0]) continue;
		let follows = next.get(own);
		if (!follows) next.set(own, (follows = new Map<number, number>()));
		follows.set(triangleOf(halfedge), triangleOf(twin));
	}
	const rings = new Map<number, Ring[]>();
	for (const [own, follows] of next) {
		const found: Ring[] = [];
		for (const start of [...follows.keys()].sort((a, b) => a - b)) {
			const ring: Ring = [];
			for (let at: number | undefined = start; at !== undefined && follows.has(at);) {
				ring.push(at);
				const after: number | undefined = follows.get(at);
				follows.delete(at);
				at = after;
			}
			if (ring.length > 2) found.push(ring);
		}
		rings.set(own, found);
	}
	return rings;
}

/** Whether cells of three owners, or of one that must not be touched, meet at a corner: lines of two lands end there. */
function createIsFixed({ delaunay }: Cells, owner: Int32Array, untouched: ReadonlySet<number>) {
	const { triangles } = delaunay;
	return (corner: number) => {
		const sites = [0, 1, 2].map((at) => triangles[3 * corner + at] ?? 0);
		return new Set(sites.map((site) => owner[site])).size > 2 || sites.some((site) => untouched.has(site));
	};
}

/** Cuts the corners of a line whose ends stay (Chaikin 1974); the same from either end. */
function cutCorners(line: Point[]): Point[] {
	const cut: Point[] = [];
	for (const [at, point] of line.entries()) {
		const after = line[at + 1];
		if (!after) break;
		cut.push({ x: 0.75 * point.x + 0.25 * after.x, y: 0.75 * point.y + 0.25 * after.y });
		cut.push({ x: 0.25 * point.x + 0.75 * after.x, y: 0.25 * point.y + 0.75 * after.y });
	}
	const [first, last] = [line[0], line.at(-1)];
	return first && last ? [first, ...cut.slice(1, -1), last] : line;
}

function cutRing(ring: Point[]): Point[] {
	return ring.flatMap((point, at) => {
		const after = ring[(at + 1) % ring.length] ?? point;
		return [
			{ x: 0.75 * point.x + 0.25 * after.x, y: 0.75 * point.y + 0.25 * after.y },
			{ x: 0.25 * point.x + 0.75 * after.x, y: 0.25 * point.y + 0.75 * after.y }
		];
	});
}

/** Times that every corner goes half of the way to the middle of its neighbours: what a grid leaves is gone by then. */
const calmings = 4;

/** Evens a line out. Its ends stay, unless it is closed; the same from either end. */
function calmed(line: Point[], isClosed: boolean): Point[] {
	let current = line;
	for (let round = 0; round < calmings; round += 1) {
		const before = current;
		current = before.map((point, at) => {
			const last = isClosed ? before.at(at - 1) : before[at - 1];
			const next = isClosed ? before[(at + 1) % before.length] : before[at + 1];
			if (!last || !next) return point;
			return { x: point.x / 2 + (last.x + next.x) / 4, y: point.y / 2 + (last.y + next.y) / 4 };
		});
	}
	return current;
}

/** A ring as a rounded line: corners are cut between those where other lands meet, so that both sides agree. */
function smoothed(
	ring: Ring,
	pointOf: (corner: number) => Point,
	isFixed: (corner: number) => boolean
): Point[] {
	const start = ring.findIndex(isFixed);
	if (start < 0) return cutRing(calmed(ring.map(pointOf), true));
	const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start] ?? 0];
	const line: Point[] = [];
	let arc: Point[] = [];
	for (const [at, corner] of turned.entries()) {
		arc.push(pointOf(corner));
		if (at === 0 || !isFixed(corner)) continue;
		for (const point of cutCorners(calmed(arc, false)).slice(0, -1)) line.push(point);
		arc = [pointOf(corner)];
	}
	return line;
}

/** Twice the area inside of a ring, negative where it goes round the other way. */
export function signedArea(ring: readonly Point[]): number {
	let sum = 0;
	for (const [at, point] of ring.entries()) {
		const after = ring[(at + 1) % ring.length] ?? point;
		sum += point.x * after.y - after.x * point.y;
	}
	return sum;
}

/** Whether a point lies inside of a ring. */
export function isInside({ x, y }: Point, ring: readonly Point[]): boolean {
	let inside = false;
	for (const [at, a] of ring.entries()) {
		const b = ring[(at + 1) % ring.length] ?? a;
		if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
	}
	return inside;
}

/** Times that lines are drawn again around members that a rounded coast would leave in the sea. */
const corrections = 4;

/**
 * The coasts of every owner's land, rounded to whole units: one ring each, as long as its cells hang together; the
 * longest first otherwise. Every given site lies inside of its own.
 */
export function coastsOf(cells: Cells, owner: Int32Array): Map<number, Point[][]> {
	const rings = ringsOf(cells, owner);
	const pointOf = (corner: number): Point => ({
		x: Math.round(cells.corners[2 * corner] ?? 0),
		y: Math.round(cells.corners[2 * corner + 1] ?? 0)
	});
	const { points } = cells.delaunay;
	const untouched = new Set<number>();
	/** Given sites beside another owner's: no others can lie outside of their land. */
	const atBorder = Array.from({ length: cells.given }, (_, site) => site).filter((site) =>
		[...cells.delaunay.neighbors(site)].some((other) => owner[other] !== owner[site])
	);
	let coasts = new Map<number, Point[][]>();
	for (let tried = 0; tried <= corrections; tried += 1) {
		const isFixed = createIsFixed(cells, owner, untouched);
		coasts = new Map(
			[...rings].map(([own, found]) => {
				const lines = found.map((ring) =>
					smoothed(ring, pointOf, isFixed).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
				);
				return [own, lines.sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))];
			})
		);
		const before = untouched.size;
		for (const site of atBorder) {
			const point = { x: points[2 * site] ?? 0, y: points[2 * site + 1] ?? 0 };
			const lands = coasts.get(owner[site] ?? -1);
			if (lands && !lands.some((ring) => isInside(point, ring))) untouched.add(site);
		}
		if (untouched.size === before) break;
	}
	return coasts;
}

/** Rings as one flat list: [points, x1, y1, x2, y2, …, points, x1, …]. */
export function flatRings(rings: readonly Point[][]): number[] {
	return rings.flatMap((ring) => [ring.length, ...ring.flatMap(({ x, y }) => [x, y])]);
}

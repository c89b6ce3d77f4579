import type { MapTopic } from '#lib/domain/map-picture.ts';
import { tracedPath } from './traced-path.ts';

type Ring = [number, number][];

/** The rings of a flat coast: [points, x1, y1, x2, y2, …, points, x1, …]. */
function ringsOf(coast: number[]): Ring[] {
	const rings: Ring[] = [];
	for (let at = 0; at < coast.length;) {
		const points = coast[at] ?? 0;
		const ring: Ring = [];
		for (let point = 0; point < points; point += 1) {
			ring.push([coast[at + 1 + 2 * point] ?? 0, coast[at + 2 + 2 * point] ?? 0]);
		}
		rings.push(ring);
		at += 1 + 2 * points;
	}
	return rings;
}

function holds(ring: Ring, x: number, y: number): boolean {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
		const [xi, yi] = ring[i] ?? [0, 0];
		const [xj, yj] = ring[j] ?? [0, 0];
		if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}

/** A topic with its land ready to draw and to ask. */
export interface Land {
	topic: MapTopic;
	rings: Ring[];
	coast: Path2D;
	farCoast: Path2D;
}

function pathOf(rings: Ring[]): Path2D {
	return tracedPath(rings.map((ring) => `M ${ring.map(([x, y]) => `${x} ${y}`).join(' L ')} Z`).join(' '));
}

export function landOf(topic: MapTopic): Land {
	const rings = ringsOf(topic.coast);
	return { topic, rings, coast: pathOf(rings), farCoast: pathOf(ringsOf(topic.farCoast)) };
}

/** Whether a point lies on what the rings enclose; a ring inside another one is a hole, as it is drawn. */
function areAround(rings: Ring[], x: number, y: number): boolean {
	return rings.filter((ring) => holds(ring, x, y)).length % 2 === 1;
}

/** The topic on whose land a world point lies: a small one before the large one that it is part of. */
export function topicAt(lands: Land[], x: number, y: number): MapTopic | null {
	const found = lands.filter(({ topic: { box }, rings }) => {
		const [left = 0, top = 0, right = 0, bottom = 0] = box;
		return x >= left && x <= right && y >= top && y <= bottom && areAround(rings, x, y);
	});
	return found.sort((a, b) => b.topic.level - a.topic.level)[0]?.topic ?? null;
}

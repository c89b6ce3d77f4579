import type { Point } from './point.ts';

/** What a name should keep off: a place, and how bad it is to cover it. */
export interface Obstacle extends Point {
	cost: number;
}

/** The box of a name on the screen, in pixels, and the distance that makes two anchors different places. */
const nameBox = { width: 170, height: 52, apart: 60 };
const across = 26;
const down = 18;

/**
 * The three best places for a topic's name as [x1, y1, x2, y2, x3, y3], world units: over its box, the place
 * whose name covers the least, lies on its own land and near the middle. `zoom` is where the name is read.
 */
export function nameAnchors(
	[left, top, right, bottom]: [number, number, number, number],
	middle: Point,
	obstacles: Obstacle[],
	zoom: number
): number[] {
	const width = nameBox.width / zoom;
	const height = nameBox.height / zoom;
	const downwards = [...obstacles].sort((a, b) => a.y - b.y || a.x - b.x);
	const candidates: (Point & { cost: number })[] = [];
	for (let i = 0; i <= across; i += 1) {
		const x = left + ((right - left) * i) / across;
		const column = downwards.filter((obstacle) => Math.abs(obstacle.x - x) < width / 2);
		let first = 0;
		for (let j = 0; j <= down; j += 1) {
			const y = top - height * 0.3 + ((bottom - top + height * 0.6) * j) / down;
			let cost = (Math.hypot(x - middle.x, (y - middle.y) * 0.8) * zoom) / 120;
			// Both go down: what the box has left behind is not looked at again.
			while ((column[first]?.y ?? Infinity) <= y - height / 2) first += 1;
			for (let at = first; (column[at]?.y ?? Infinity) < y + height / 2; at += 1)
				cost += column[at]?.cost ?? 0;
			candidates.push({ x, y, cost });
		}
	}
	candidates.sort((a, b) => a.cost - b.cost || a.y - b.y || a.x - b.x);
	const chosen: Point[] = [];
	for (const candidate of candidates) {
		if (chosen.length === 3) break;
		if (chosen.every(({ x, y }) => Math.hypot(x - candidate.x, y - candidate.y) * zoom >= nameBox.apart)) {
			chosen.push(candidate);
		}
	}
	return chosen.flatMap(({ x, y }) => [Math.round(x), Math.round(y)]);
}

import type { Point } from './layout-members.ts';

/**
 * Pushes places apart until none are nearer than the sum of their radii, on a grid of cells so that only
 * neighbours are compared. `weight` 0 stays where it is, 1 moves freely. Changes the points in place.
 */
export function separate(points: Point[], radii: number[], weights: number[], rounds: number): void {
	const cell = 2 * Math.max(1, ...radii.map((radius) => radius));
	for (let round = 0; round < rounds; round += 1) {
		const cells = new Map<number, number[]>();
		points.forEach(({ x, y }, index) => {
			const key = Math.floor(x / cell) * 131_072 + Math.floor(y / cell);
			const list = cells.get(key);
			if (list) list.push(index);
			else cells.set(key, [index]);
		});
		let pushed = 0;
		points.forEach((point, a) => {
			const [cx, cy] = [Math.floor(point.x / cell), Math.floor(point.y / cell)];
			for (let ix = cx - 1; ix <= cx + 1; ix += 1) {
				for (let iy = cy - 1; iy <= cy + 1; iy += 1) {
					for (const b of cells.get(ix * 131_072 + iy) ?? []) {
						if (b > a && pushPair(points, radii, weights, a, b)) pushed += 1;
					}
				}
			}
		});
		if (pushed === 0) return;
	}
}

function pushPair(points: Point[], radii: number[], weights: number[], a: number, b: number): boolean {
	const [first, second] = [points[a], points[b]];
	if (!first || !second) return false;
	const wanted = (radii[a] ?? 0) + (radii[b] ?? 0);
	let [dx, dy] = [second.x - first.x, second.y - first.y];
	let distance = Math.hypot(dx, dy);
	if (distance >= wanted) return false;
	if (distance < 0.01) {
		// Two places in one spot part in a direction of their own, the same every time.
		[dx, dy] = [Math.cos(a * 2.4 + b), Math.sin(a * 2.4 + b)];
		distance = 1;
	}
	const [wa, wb] = [weights[a] ?? 1, weights[b] ?? 1];
	const both = wa + wb;
	if (both === 0) return false;
	const by = ((wanted - distance) / distance) * 0.55;
	first.x -= (dx * by * wa) / both;
	first.y -= (dy * by * wa) / both;
	second.x += (dx * by * wb) / both;
	second.y += (dy * by * wb) / both;
	return true;
}

import { seededRandom } from '#lib/graph/random.ts';
import type { Point } from './point.ts';

export interface Disc extends Point {
	radius: number;
}

/** How strongly two discs are drawn together, symmetric. */
export type Pull = (a: number, b: number) => number;

/** The picture is wider than high: what pulls towards the middle is stronger vertically. */
const aspect = 1.3;

/**
 * Places discs so that tied ones lie near each other and none overlap: simulated pull along ties and towards the
 * middle, push between discs that are nearer than `gap`. The middle is the origin.
 */
export function packDiscs(
	radii: number[],
	pull: Pull,
	{ gap, rounds }: { gap: number; rounds: number }
): Disc[] {
	const random = seededRandom(11);
	const total = Math.sqrt(radii.reduce((sum, radius) => sum + (radius + gap) ** 2, 0));
	const discs: Disc[] = radii.map((radius, index) => {
		const angle = index * 2.399963; // the golden angle: a sunflower, dense and without order
		const distance = total * Math.sqrt((index + 0.5) / radii.length);
		return {
			radius,
			x: distance * Math.cos(angle) * aspect + random(),
			y: distance * Math.sin(angle) + random()
		};
	});
	let strongest = 1e-9;
	for (const a of discs.keys())
		for (const b of discs.keys()) if (a !== b) strongest = Math.max(strongest, pull(a, b));
	for (let round = 0; round < rounds; round += 1) {
		const heat = 1 - round / rounds;
		for (const [a, first] of discs.entries()) {
			let [fx, fy] = [-first.x * 0.012, -first.y * 0.012 * aspect * aspect];
			for (const [b, second] of discs.entries()) {
				if (a === b) continue;
				const tie = pull(a, b) / strongest;
				fx += (second.x - first.x) * 0.05 * tie;
				fy += (second.y - first.y) * 0.05 * tie;
			}
			first.x += fx * heat;
			first.y += fy * heat;
		}
		pushApart(discs, gap);
	}
	for (let round = 0; round < 200; round += 1) if (!pushApart(discs, gap)) break;
	return discs;
}

function pushApart(discs: Disc[], gap: number): boolean {
	let moved = false;
	for (let a = 0; a < discs.length; a += 1) {
		for (let b = a + 1; b < discs.length; b += 1) {
			const [first, second] = [discs[a], discs[b]];
			if (!first || !second) continue;
			const wanted = first.radius + second.radius + gap;
			let [dx, dy] = [second.x - first.x, second.y - first.y];
			const distance = Math.hypot(dx, dy) || 0.01;
			if (distance >= wanted - 0.1) continue;
			if (dx === 0 && dy === 0) [dx, dy] = [0.01, 0];
			moved = true;
			const share = first.radius / (first.radius + second.radius);
			const by = (wanted - distance) / distance / 1.9;
			first.x -= dx * by * (1 - share);
			first.y -= dy * by * (1 - share);
			second.x += dx * by * share;
			second.y += dy * by * share;
		}
	}
	return moved;
}

/** Rounds in which groups are drawn to the middle, and the most in which they are pushed apart. */
const tightening = { drawn: 300, most: 500, across: 0.996, down: 0.99 };

/** The discs of two groups that overlap most: by how much, and in which direction from the first to the second. */
function worstOverlap(first: readonly Disc[], second: readonly Disc[], gap: number) {
	let worst = { by: 0, dx: 0, dy: 0 };
	for (const p of first)
		for (const q of second) {
			const distance = Math.hypot(q.x - p.x, q.y - p.y) || 1;
			const by = p.radius + q.radius + gap - distance;
			if (by > worst.by) worst = { by, dx: (q.x - p.x) / distance, dy: (q.y - p.y) / distance };
		}
	return worst;
}

function move(discs: readonly Disc[], dx: number, dy: number): void {
	for (const disc of discs) {
		disc.x += dx;
		disc.y += dy;
	}
}

/**
 * Draws groups of discs to the middle, each as a whole, until they lie as close as they may: no disc nearer than `gap`
 * to one of another group. Moves the discs in place.
 */
export function tighten(groups: readonly (readonly Disc[])[], gap: number): void {
	for (let round = 0; round < tightening.most; round += 1) {
		if (round < tightening.drawn)
			for (const discs of groups) {
				const x = discs.reduce((sum, disc) => sum + disc.x, 0) / discs.length;
				const y = discs.reduce((sum, disc) => sum + disc.y, 0) / discs.length;
				move(discs, x * (tightening.across - 1), y * (tightening.down - 1));
			}
		let moved = false;
		for (const [at, first] of groups.entries())
			for (const second of groups.slice(at + 1)) {
				const { by, dx, dy } = worstOverlap(first, second, gap);
				if (by < 0.5) continue;
				moved = true;
				move(first, (-dx * by) / 2, (-dy * by) / 2);
				move(second, (dx * by) / 2, (dy * by) / 2);
			}
		if (!moved && round >= tightening.drawn) return;
	}
}

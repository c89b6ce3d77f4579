import { seededRandom } from './random.ts';
import type { Point } from './layout-members.ts';

export interface Disc extends Point {
	radius: number;
	/** Discs of one group are kept together; the group is the large topic. */
	group: number;
}

/** How strongly two discs are drawn together, symmetric. */
export type Pull = (a: number, b: number) => number;

/** The picture is wider than high: what pulls towards the middle is stronger vertically. */
const aspect = 1.3;

/**
 * Places discs so that tied ones lie near each other and none overlap: simulated pull along ties and towards
 * the middle, push between discs that are nearer than `gap` within a group or `groupGap` between groups.
 */
export function placeDiscs(
	radii: { radius: number; group: number }[],
	pull: Pull,
	{ gap, groupGap, rounds, start }: { gap: number; groupGap: number; rounds: number; start?: Point[] }
): Disc[] {
	const random = seededRandom(11);
	const total = Math.sqrt(radii.reduce((sum, { radius }) => sum + (radius + gap) ** 2, 0));
	const discs: Disc[] = radii.map((disc, index) => {
		const angle = index * 2.399963; // the golden angle: a sunflower, dense and without order
		const distance = total * Math.sqrt((index + 0.5) / radii.length);
		const from = start?.[index] ?? {
			x: distance * Math.cos(angle) * aspect + random(),
			y: distance * Math.sin(angle) + random()
		};
		return { ...disc, ...from };
	});
	const strongest = Math.max(
		1e-9,
		...discs.flatMap((_, a) => discs.map((__, b) => (a === b ? 0 : pull(a, b))))
	);
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
		pushApart(discs, gap, groupGap);
	}
	for (let round = 0; round < 200; round += 1) if (!pushApart(discs, gap, groupGap)) break;
	return discs;
}

function pushApart(discs: Disc[], gap: number, groupGap: number): boolean {
	let moved = false;
	for (let a = 0; a < discs.length; a += 1) {
		for (let b = a + 1; b < discs.length; b += 1) {
			const [first, second] = [discs[a], discs[b]];
			if (!first || !second) continue;
			const wanted = first.radius + second.radius + (first.group === second.group ? gap : groupGap);
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

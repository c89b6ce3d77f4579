import type { Box } from '#lib/map/occupied.ts';
import type { Measure, Placed } from '#lib/map/place-labels.ts';

/** Six pixels a character, whatever the face. */
export const measure: Measure = (text) => 6 * text.length;

function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Texts that lie on one another, as pairs of their ids. */
export function overlapsOf(placed: readonly Pick<Placed, 'id' | 'box'>[]): string[] {
	return placed.flatMap((one, at) =>
		placed.slice(at + 1).flatMap((other) => (meet(one.box, other.box) ? [`${one.id} ${other.id}`] : []))
	);
}

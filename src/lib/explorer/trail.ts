import type { NodeRef } from '#lib/domain/ids.ts';

/** Where a person has been: a node, what it is called, and the address at which the map showed it. */
export interface Stop {
	ref: NodeRef;
	name: string;
	href: string;
}

/** Stops that are kept, and those that are shown. */
const longest = 100;
const shown = 5;

/** The trail with one more stop. A stop that is gone back to cuts what came after it; the same again changes its address. */
export function visit(trail: Stop[], stop: Stop): Stop[] {
	const known = trail.findIndex(({ ref }) => ref === stop.ref);
	const before = known < 0 ? trail : trail.slice(0, known);
	return [...before, stop].slice(-longest);
}

/** The last stops of a trail, the present one last. */
export function lastStops(trail: Stop[]): Stop[] {
	return trail.slice(-shown);
}

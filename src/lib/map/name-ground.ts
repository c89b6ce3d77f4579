import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapTopic } from '#lib/domain/map-picture.ts';
import type { Viewport } from './draw-land.ts';
import type { Box } from './occupied.ts';

/** The topic of a level on whose land a point of the world lies. */
export type LandAt = (x: number, y: number, level: MapTopic['level']) => NodeRef | null;

/** Points of a name at which the ground is looked at. */
const probes = { across: 5, down: 3 };

/**
 * How many of the points of a name's box, which is given in pixels of the screen, lie in the sea, and how many on others'
 * land.
 */
export function groundUnder(
	{ id, level }: MapTopic,
	box: Box,
	{ zoom, panX, panY }: Viewport,
	landAt: LandAt
): { inSea: number; foreign: number } {
	const found = { inSea: 0, foreign: 0 };
	for (let i = 0; i < probes.across; i += 1) {
		for (let j = 0; j < probes.down; j += 1) {
			const x = box.left + ((box.right - box.left) * i) / (probes.across - 1);
			const y = box.top + ((box.bottom - box.top) * j) / (probes.down - 1);
			const land = landAt((x - panX) / zoom, (y - panY) / zoom, level);
			if (land === null) found.inSea += 1;
			else if (land !== id) found.foreign += 1;
		}
	}
	return found;
}

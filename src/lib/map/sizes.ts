import { kindShapes } from './kind-shapes.ts';
import type { Place } from './place.ts';

const paperDiameter = 13;
const stackDiameter = 16;

/** How much places grow with the zoom: slower than the map, as on a chart. */
function growth(zoom: number): number {
	return Math.min(1.7, Math.max(0.8, Math.pow(zoom / 0.8, 0.35)));
}

/**
 * The diameter of a node in screen pixels. A concept's grows with its papers, relative to the corpus's
 * `most`: in a large corpus a square root alone would give 180 px.
 */
export function diameter(node: Pick<Place, 'kind' | 'papers'>, most: number, zoom: number): number {
	const k = growth(zoom);
	if (node.kind === 'stack') return stackDiameter;
	if (node.kind === 'paper') return paperDiameter * Math.min(k, 1.2);
	const relative = most > 1 ? Math.pow((node.papers - 1) / (most - 1), 0.42) : 0;
	const span = Math.min(17, 4.3 * Math.sqrt(Math.max(1, most - 1)));
	return (7.5 + span * relative) * k * kindShapes[node.kind].scale;
}

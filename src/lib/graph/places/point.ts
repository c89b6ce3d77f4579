/** A place on the map, in world units, y downwards. */
export interface Point {
	x: number;
	y: number;
}

/** Coordinates are stored with one decimal: more than a screen shows at any zoom. */
export function rounded({ x, y }: Point): Point {
	return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

/** The smallest box that holds some points. */
export interface Bounds {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The box around some points; nothing at the origin for none. */
export function boundsOf(points: readonly Point[]): Bounds {
	const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
	for (const { x, y } of points) {
		bounds.left = Math.min(bounds.left, x);
		bounds.right = Math.max(bounds.right, x);
		bounds.top = Math.min(bounds.top, y);
		bounds.bottom = Math.max(bounds.bottom, y);
	}
	return points.length === 0 ? { left: 0, top: 0, right: 0, bottom: 0 } : bounds;
}

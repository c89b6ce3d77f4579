/** A place on the map, in world units, y downwards. */
export interface Point {
	x: number;
	y: number;
}

/** Coordinates are stored with one decimal: more than a screen shows at any zoom. */
export function rounded({ x, y }: Point): Point {
	return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}

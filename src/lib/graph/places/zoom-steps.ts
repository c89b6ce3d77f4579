import type { Bounds, Point } from './point.ts';

/** A place that wants to be seen: the stronger, the earlier it appears. */
export interface Place extends Point {
	strength: number;
	isPaper: boolean;
	/** The step that an earlier generation gave it: it keeps that one, and what is new goes round it. */
	kept?: number | undefined;
}

/** The part of a 1440 x 900 screen that the map has between its panels, in CSS pixels. */
const screen = { width: 824, height: 848, margin: 0.92 };
const steps = 16;

/** The zoom at which the whole map fits the screen. */
export function wholeZoom({ left, right, top, bottom }: Bounds): number {
	return screen.margin * Math.min(screen.width / (right - left + 80), screen.height / (bottom - top + 80));
}

/** The first step at which papers are drawn: with the names in the sample, and the later the more there are. */
function papersFrom(places: number): number {
	return Math.max(0, Math.min(7, Math.round(2 * Math.log2(places / 260))));
}

/** The ellipse in pixels that must be free of stronger places. */
function ellipse(step: number, isPaper: boolean): [number, number] {
	if (isPaper) return [24, 20];
	return step >= 8 ? [34, 20] : [44, 24];
}

/**
 * The zoom step at which each place appears: the first, strongest places first, where nothing stronger stands in
 * its ellipse. Step s is the zoom `wholeZoom * 2^(s / 2)`; a place stays at every nearer one.
 */
export function zoomSteps(places: Place[], zoom: number): number[] {
	const cells = Array.from({ length: steps }, () => new Map<number, Point[]>());
	const found = places.map(() => steps);
	const order = places.map((_, index) => index);
	const isKept = (index: number) => places[index]?.kept !== undefined;
	order.sort(
		(a, b) =>
			Number(isKept(b)) - Number(isKept(a)) ||
			(places[b]?.strength ?? 0) - (places[a]?.strength ?? 0) ||
			a - b
	);
	const firstOfPapers = papersFrom(places.length);
	for (const index of order) {
		const place = places[index];
		if (!place) continue;
		if (place.kept !== undefined) found[index] = Math.min(steps, place.kept);
		for (let step = place.isPaper ? firstOfPapers : 0; place.kept === undefined && step < steps; step += 1) {
			const scale = zoom * Math.pow(2, step / 2);
			const [rx, ry] = ellipse(step, place.isPaper).map((pixels) => pixels / scale) as [number, number];
			if (!isTaken(cells[step], place, rx, ry, 44 / scale)) {
				found[index] = step;
				break;
			}
		}
		for (let step = found[index] ?? steps; step < steps; step += 1) {
			const cell = 44 / (zoom * Math.pow(2, step / 2));
			const key = Math.floor(place.x / cell) * 131_072 + Math.floor(place.y / cell);
			const list = cells[step]?.get(key);
			if (list) list.push(place);
			else cells[step]?.set(key, [place]);
		}
	}
	return found;
}

function isTaken(
	cells: Map<number, Point[]> | undefined,
	{ x, y }: Point,
	rx: number,
	ry: number,
	cell: number
): boolean {
	const [cx, cy] = [Math.floor(x / cell), Math.floor(y / cell)];
	for (let ix = cx - 1; ix <= cx + 1; ix += 1) {
		for (let iy = cy - 1; iy <= cy + 1; iy += 1) {
			for (const other of cells?.get(ix * 131_072 + iy) ?? []) {
				if (((other.x - x) / rx) ** 2 + ((other.y - y) / ry) ** 2 < 1) return true;
			}
		}
	}
	return false;
}

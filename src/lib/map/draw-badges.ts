import type { ReadingMark } from '#lib/domain/map-picture.ts';
import type { Palette } from './palette.ts';
import { readingShapes } from './reading-shapes.ts';
import { tracedPath } from './traced-path.ts';

/** A mark beside a node, in CSS pixels: a pin, what it is in the library, or the number of its neighbours that are not drawn. */
export interface Badge {
	x: number;
	y: number;
	radius: number;
	isPinned: boolean;
	more: number;
	reading: ReadingMark | null;
}

const pin = 'M-2.5 -5h5M-1.7 -5v4l-2.3 2.6v1.2h8v-1.2l-2.3 -2.6v-4M0 2.8v3.7';

/** A shape in ink on a halo, so that it is seen on every ground. */
function drawGlyph(context: CanvasRenderingContext2D, glyph: Path2D, x: number, y: number, palette: Palette) {
	context.save();
	context.translate(x, y);
	context.lineWidth = 3.5;
	context.strokeStyle = palette.halo;
	context.stroke(glyph);
	context.lineWidth = 1.3;
	context.strokeStyle = palette.ink;
	context.stroke(glyph);
	context.restore();
}

/** Draws the pins at the upper right of their nodes, the marks at the upper left and the numbers at the lower right. */
export function drawBadges(context: CanvasRenderingContext2D, badges: Badge[], palette: Palette): void {
	const glyph = tracedPath(pin);
	context.lineJoin = 'round';
	context.textBaseline = 'middle';
	context.font = "500 10px 'IBM Plex Sans Condensed', system-ui, sans-serif";
	for (const { x, y, radius, isPinned, more, reading } of badges) {
		const reach = radius * 0.75 + 6;
		if (isPinned) {
			drawGlyph(context, glyph, x + reach, y - reach - 1, palette);
		}
		if (reading) drawGlyph(context, tracedPath(readingShapes[reading]), x - reach, y - reach, palette);
		if (more > 0) {
			const text = `+${more.toLocaleString('en')}`;
			const width = context.measureText(text).width + 8;
			context.beginPath();
			context.roundRect(x + reach - 4, y + reach - 7, width, 14, 7);
			context.fillStyle = palette.halo;
			context.fill();
			context.lineWidth = 1;
			context.strokeStyle = palette['ink-3'];
			context.stroke();
			context.fillStyle = palette.ink;
			context.fillText(text, x + reach, y + reach + 0.5);
		}
	}
}

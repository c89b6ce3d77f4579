import type { Face } from './faces.ts';
import type { Palette } from './palette.ts';
import type { Measure, Placed } from './place-labels.ts';

/** Widths of texts, measured once each on `context`. */
export function textMeasure(context: CanvasRenderingContext2D): Measure {
	const known = new Map<string, number>();
	return (text, face) => {
		const key = `${face.font}\n${text}`;
		let width = known.get(key);
		if (width === undefined) {
			context.font = face.font;
			width = context.measureText(text).width + face.spacing * text.length;
			known.set(key, width);
		}
		return width;
	};
}

function write(context: CanvasRenderingContext2D, face: Face, palette: Palette): void {
	context.font = face.font;
	context.letterSpacing = `${face.spacing}px`;
	context.lineWidth = face.halo;
	context.strokeStyle = palette.halo;
	context.fillStyle = palette[face.colour];
}

/** Draws the placed texts in screen pixels, each moved by what its node has moved since it was placed. */
export function drawLabels(
	context: CanvasRenderingContext2D,
	placed: Placed[],
	shiftOf: (label: Placed) => [number, number],
	palette: Palette,
	{ width, height, pixelRatio }: { width: number; height: number; pixelRatio: number }
): void {
	context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
	context.clearRect(0, 0, width, height);
	context.textBaseline = 'middle';
	context.lineJoin = 'round';
	for (const label of placed) {
		const [dx, dy] = shiftOf(label);
		for (const { text, x, y, face } of label.lines) {
			write(context, face, palette);
			context.strokeText(text, x + dx, y + dy);
			context.fillText(text, x + dx, y + dy);
		}
	}
	context.letterSpacing = '0px';
}

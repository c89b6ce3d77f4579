import { drawnKinds, type DrawnKind } from '#lib/domain/view.ts';
import type { MeasureText } from './drawn.ts';
import { kindShapes } from './kind-shapes.ts';
import type { Palette } from './palette.ts';

/** What stands under a saved picture. */
export interface Caption {
	title: string;
	/** The kinds that are drawn: the legend tells these. */
	kinds: DrawnKind[];
	/** Where the picture comes from, in one line. */
	source: string;
}

const margin = 16;
const line = 20;
const glyph = 5;
const family = "'IBM Plex Sans', system-ui, sans-serif";
const faces = { title: `600 15px ${family}`, legend: `400 12px ${family}`, source: `400 11px ${family}` };

/** The kinds in their own order, each with its place; as many to a row as there is room for. */
function legendOf(
	kinds: DrawnKind[],
	width: number,
	measure: MeasureText
): { kind: DrawnKind; x: number; row: number }[] {
	let x = margin;
	let row = 0;
	return drawnKinds
		.filter((kind) => kinds.includes(kind))
		.map((kind) => {
			const wide = 2 * glyph + 6 + measure(kind, faces.legend);
			if (x > margin && x + wide > width - margin) {
				x = margin;
				row += 1;
			}
			const place = { kind, x, row };
			x += wide + margin;
			return place;
		});
}

function rowsOf(kinds: DrawnKind[], width: number, measure: MeasureText): number {
	return (legendOf(kinds, width, measure).at(-1)?.row ?? -1) + 1;
}

/** How high the caption is, in pixels. */
export function captionHeight({ kinds }: Caption, width: number, measure: MeasureText): number {
	return margin + line * (2 + rowsOf(kinds, width, measure)) + margin / 2;
}

function drawGlyph(
	context: CanvasRenderingContext2D,
	kind: DrawnKind,
	x: number,
	y: number,
	palette: Palette
): void {
	const { outline, scale, hollow } = kindShapes[kind];
	const reach = glyph * scale;
	context.beginPath();
	if (outline === 'circle') context.arc(x, y, reach, 0, 2 * Math.PI);
	else {
		outline.forEach(([dx, dy], at) => {
			if (at === 0) context.moveTo(x + dx * reach, y + dy * reach);
			else context.lineTo(x + dx * reach, y + dy * reach);
		});
		context.closePath();
	}
	const colour = kind === 'paper' ? palette['paper-line'] : palette[kind];
	context.fillStyle = hollow ? palette.land : colour;
	context.strokeStyle = colour;
	context.lineWidth = hollow ? 1.4 : 1;
	context.fill();
	context.stroke();
}

/** Draws the caption below `top`, over the whole width: the title, the legend, where it comes from. */
export function drawCaption(
	context: CanvasRenderingContext2D,
	{ title, kinds, source }: Caption,
	palette: Palette,
	{
		width,
		top,
		pixelRatio,
		measure
	}: { width: number; top: number; pixelRatio: number; measure: MeasureText }
): void {
	context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
	context.fillStyle = palette.land;
	context.fillRect(0, top, width, captionHeight({ title, kinds, source }, width, measure));
	context.textBaseline = 'middle';
	context.letterSpacing = '0px';
	const write = (text: string, x: number, y: number, font: string, colour: string) => {
		context.font = font;
		context.fillStyle = colour;
		context.fillText(text, x, y);
	};
	const fitting = (text: string, font: string) => {
		let shown = text;
		while (shown.length > 1 && measure(shown, font) > width - 2 * margin)
			shown = `${shown.slice(0, -2).trimEnd()}…`;
		return shown;
	};
	const middle = (row: number) => top + margin / 2 + line * (row + 0.5);
	write(fitting(title, faces.title), margin, middle(0), faces.title, palette.ink);
	for (const { kind, x, row } of legendOf(kinds, width, measure)) {
		drawGlyph(context, kind, x + glyph, middle(1 + row), palette);
		write(kind, x + 2 * glyph + 6, middle(1 + row), faces.legend, palette['ink-2']);
	}
	const last = 1 + rowsOf(kinds, width, measure);
	write(fitting(source, faces.source), margin, middle(last), faces.source, palette['ink-3']);
}

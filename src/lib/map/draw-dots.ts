import { isInRange, type Dots, type MonthRange } from '#lib/domain/dots.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { Viewport } from './draw-land.ts';
import type { Palette } from './palette.ts';

/** What decides how the dots are drawn, besides where. */
export interface DotManner {
	/** The topics on whose land one stands; null: on all of them. */
	within: Set<NodeRef> | null;
	range: MonthRange | null;
	/** Dots that a search has found: they are lit, all others sunk. */
	found: ReadonlySet<number> | null;
	hovered: number | null;
	pixelRatio: number;
}

/** How strongly a dot is drawn: on the land one stands on, in range; on other land; out of range or not found. */
const opacities = { own: 0.32, inRange: 0.6, other: 0.14, out: 0.07, found: 1 } as const;
type Strength = keyof typeof opacities;

/** The radius in CSS pixels: a grain far away, a point near. */
export function dotRadius(zoom: number): number {
	return Math.min(2.6, Math.max(1, 0.8 + zoom * 1.6));
}

function strengthOf(dots: Dots, dot: number, { within, range, found }: DotManner): Strength {
	if (found) return found.has(dot) ? 'found' : 'out';
	if (range && !isInRange(dots.month[dot] ?? 0, range)) return 'out';
	const topic = dots.topics[(dots.topic[dot] ?? 0) - 1];
	if (within && !(topic && within.has(topic))) return 'other';
	return range ? 'inRange' : 'own';
}

/** Draws every paper in view as a dot. The weakest go first, so that what is lit lies above. */
export function drawDots(
	context: CanvasRenderingContext2D,
	dots: Dots,
	{ zoom, panX, panY, width, height }: Viewport,
	palette: Palette,
	manner: DotManner
): void {
	context.setTransform(manner.pixelRatio, 0, 0, manner.pixelRatio, 0, 0);
	const radius = dotRadius(zoom);
	const byStrength: Record<Strength, number[]> = { out: [], other: [], own: [], inRange: [], found: [] };
	const { x, y } = dots;
	for (let dot = 0; dot < x.length; dot += 1) {
		const left = (x[dot] ?? 0) * zoom + panX;
		const top = (y[dot] ?? 0) * zoom + panY;
		if (left < -3 || top < -3 || left > width + 3 || top > height + 3) continue;
		byStrength[strengthOf(dots, dot, manner)].push(left, top);
	}
	for (const [strength, places] of Object.entries(byStrength) as [Strength, number[]][]) {
		const size = strength === 'found' ? radius + 1 : radius;
		context.fillStyle = strength === 'found' ? palette.select : palette['paper-line'];
		context.globalAlpha = opacities[strength];
		// What is found are few: they are round.
		if (strength === 'found') {
			discs(context, places, size);
			continue;
		}
		for (let at = 0; at < places.length; at += 2)
			context.fillRect((places[at] ?? 0) - size, (places[at + 1] ?? 0) - size, 2 * size, 2 * size);
	}
	context.globalAlpha = 1;
	if (manner.hovered !== null) ring(context, dots, manner.hovered, { zoom, panX, panY }, radius, palette);
}

function discs(context: CanvasRenderingContext2D, places: number[], radius: number): void {
	for (let at = 0; at < places.length; at += 2) {
		context.beginPath();
		context.arc(places[at] ?? 0, places[at + 1] ?? 0, radius, 0, 2 * Math.PI);
		context.fill();
	}
}

function ring(
	context: CanvasRenderingContext2D,
	dots: Dots,
	dot: number,
	{ zoom, panX, panY }: Pick<Viewport, 'zoom' | 'panX' | 'panY'>,
	radius: number,
	palette: Palette
): void {
	context.beginPath();
	context.arc(
		(dots.x[dot] ?? 0) * zoom + panX,
		(dots.y[dot] ?? 0) * zoom + panY,
		radius + 2.5,
		0,
		2 * Math.PI
	);
	context.lineWidth = 1.4;
	context.strokeStyle = palette['ink-3'];
	context.stroke();
}

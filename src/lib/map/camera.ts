import type { Core } from 'cytoscape';
import type { Camera } from '#lib/domain/view.ts';

/** A stretch of the world: left, top, right, bottom. */
export type WorldBox = [number, number, number, number];

/** CSS pixels at each side of the map that something else covers, such as the sheet on a phone. */
export interface Inset {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

/** The smallest box that holds all of these; null for none. */
export function boxAround(boxes: WorldBox[]): WorldBox | null {
	if (boxes.length === 0) return null;
	return [
		Math.min(...boxes.map(([left]) => left)),
		Math.min(...boxes.map(([, top]) => top)),
		Math.max(...boxes.map(([, , right]) => right)),
		Math.max(...boxes.map(([, , , bottom]) => bottom))
	];
}

/** The camera that shows a box as large as the part of the map that is free allows, but no nearer than `nearest`. */
export function cameraFor(
	[left, top, right, bottom]: WorldBox,
	size: { width: number; height: number },
	inset: Inset,
	nearest: number
): Camera {
	const free = {
		width: Math.max(40, size.width - inset.left - inset.right),
		height: Math.max(40, size.height - inset.top - inset.bottom)
	};
	const zoom = Math.min(
		nearest,
		free.width / Math.max(1, right - left),
		free.height / Math.max(1, bottom - top)
	);
	return {
		x: (left + right) / 2 - (inset.left - inset.right) / 2 / zoom,
		y: (top + bottom) / 2 - (inset.top - inset.bottom) / 2 / zoom,
		zoom
	};
}

/** Where the map is looked at now. */
export function cameraOf(cy: Core): Camera {
	const { x, y } = cy.pan();
	const zoom = cy.zoom();
	return { x: (cy.width() / 2 - x) / zoom, y: (cy.height() / 2 - y) / zoom, zoom };
}

/** Whether two cameras show the same to the eye: within a pixel, and half a percent of zoom. */
export function isSameCamera(a: Camera, b: Camera): boolean {
	const zoom = Math.max(a.zoom, b.zoom);
	return (
		Math.abs(a.zoom / b.zoom - 1) < 0.005 && Math.abs(a.x - b.x) * zoom < 1 && Math.abs(a.y - b.y) * zoom < 1
	);
}

/** Milliseconds of a motion of the map: none for people who ask for less motion. */
export function motionTime(): number {
	return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240;
}

/** Moves the camera in `milliseconds`; 0 jumps, as people ask for who want less motion. */
export function flyTo(cy: Core, { x, y, zoom }: Camera, milliseconds: number): void {
	const pan = { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom };
	cy.stop(true);
	if (milliseconds === 0) cy.viewport({ zoom, pan });
	else cy.animate({ zoom, pan }, { duration: milliseconds, easing: 'ease-out-cubic' });
}

const rim = 40;

/** Moves the camera to a world point that lies outside the view or at its rim; otherwise it stays. */
export function bringIntoView(cy: Core, at: { x: number; y: number }, milliseconds: number): void {
	const zoom = cy.zoom();
	const x = at.x * zoom + cy.pan().x;
	const y = at.y * zoom + cy.pan().y;
	const isSeen = x >= rim && y >= rim && x <= cy.width() - rim && y <= cy.height() - rim;
	if (!isSeen) flyTo(cy, { ...at, zoom }, milliseconds);
}

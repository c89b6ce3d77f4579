import type { Core } from 'cytoscape';

/** Pixels of the wheel for twice the size: a notch of most mice is 100 to 120 of them, so four notches. */
const pixelsToDouble = 420;
/** A trackpad tells a pinch as a wheel with Ctrl, in steps of a few pixels. */
const pinchToDouble = 90;
/** Browsers that count lines or pages, in pixels. */
const pixelsOf = [1, 36, 420];
/** Milliseconds in which two thirds of the way to the new zoom are gone: the whole takes about 200. */
const glide = 55;
/** Nearer than this to its goal, as a ratio, the zoom has arrived. */
const arrived = 0.002;

/** How much nearer a turn of the wheel brings the map: 2 is twice the size. */
export function wheelFactor({
	deltaY,
	deltaMode,
	ctrlKey
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
	const pixels = deltaY * (pixelsOf[deltaMode] ?? 1);
	return Math.pow(2, -pixels / (ctrlKey ? pinchToDouble : pixelsToDouble));
}

/**
 * Zooms at the pointer by the wheel, gliding; `isStill` for people who want no motion. Cytoscape's own wheel does not
 * get the events: it takes most wheels for inexact and needs 25 notches to double. Gives what ends it.
 */
export function zoomByWheel(cy: Core, container: HTMLElement, isStill: () => boolean): () => void {
	let goal = 0;
	let at = { x: 0, y: 0 };
	let frame = 0;
	let before = 0;
	const stop = () => {
		cancelAnimationFrame(frame);
		frame = 0;
	};
	const go = (now: number) => {
		const zoom = cy.zoom();
		// A flight of the camera that began meanwhile wins.
		if (cy.animated()) {
			stop();
			return;
		}
		const share = isStill() ? 1 : 1 - Math.exp(-(now - before) / glide);
		before = now;
		const next = Math.abs(goal / zoom - 1) < arrived ? goal : zoom * Math.pow(goal / zoom, share);
		cy.zoom({ level: next, renderedPosition: at });
		frame = next === goal ? 0 : requestAnimationFrame(go);
	};
	const turn = (event: WheelEvent) => {
		event.preventDefault();
		event.stopPropagation();
		const { left, top } = container.getBoundingClientRect();
		at = { x: event.clientX - left, y: event.clientY - top };
		const from = frame === 0 ? cy.zoom() : goal;
		goal = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), from * wheelFactor(event)));
		if (frame !== 0) return;
		cy.stop(true);
		before = performance.now();
		frame = requestAnimationFrame(go);
	};
	container.addEventListener('wheel', turn, { capture: true, passive: false });
	return () => {
		stop();
		container.removeEventListener('wheel', turn, { capture: true });
	};
}

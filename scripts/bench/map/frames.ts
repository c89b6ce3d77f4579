import type { Page } from '@playwright/test';

/** How smoothly a page draws: redraws a second, and the 95th percentile of a frame in milliseconds. */
export interface Smoothness {
	perSecond: number;
	p95: number;
}

const seconds = 3;
/** Milliseconds between two moves of the pointer, and between two notches of the wheel. */
const pace = { move: 16, notch: 120 };

/** Runs in the page, as text: what compiles this file adds helpers to functions that the page does not have. */
const noteFrames = `(() => {
	const isNoting = 'frameTimes' in window;
	window.frameTimes = [];
	if (isNoting) return;
	requestAnimationFrame(function note(now) {
		window.frameTimes.push(now);
		requestAnimationFrame(note);
	});
})()`;

/** Counts the frames of a page while `work` is done. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<Smoothness> {
	await page.evaluate(noteFrames);
	await work();
	const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
	const frames = times.slice(1).map((time, index) => time - (times[index] ?? time));
	const sorted = [...frames].sort((a, b) => a - b);
	const all = frames.reduce((sum, frame) => sum + frame, 0);
	return { perSecond: (1000 * frames.length) / all, p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0 };
}

async function forSeconds(step: (at: number) => Promise<void>, every: number): Promise<void> {
	const began = performance.now();
	for (let at = 0; performance.now() - began < seconds * 1000; at += 1) {
		const due = began + at * every;
		const early = due - performance.now();
		if (early > 0) await new Promise((wake) => setTimeout(wake, early));
		await step(at);
	}
}

/** Drags the map in circles for three seconds, by a point that holds nothing to drag. */
export function whilePanning(page: Page, from: { x: number; y: number }): Promise<Smoothness> {
	return framesDuring(page, async () => {
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await forSeconds(
			(at) => page.mouse.move(from.x + 120 * Math.sin(at / 15), from.y + 90 * (1 - Math.cos(at / 15))),
			pace.move
		);
		await page.mouse.up();
	});
}

/** Turns the wheel nearer and away again for three seconds. */
export function whileZooming(page: Page, at: { x: number; y: number }): Promise<Smoothness> {
	return framesDuring(page, async () => {
		await page.mouse.move(at.x, at.y);
		await forSeconds((turn) => page.mouse.wheel(0, turn % 12 < 6 ? -100 : 100), pace.notch);
	});
}

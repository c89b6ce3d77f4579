import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';

/** A text or a place of the picture with its box, in pixels. */
interface Drawn {
	name: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The picture of what is drawn, as the export writes it. */
async function savedPicture(page: Page, path: string): Promise<string> {
	await page.goto(path);
	await page.waitForFunction(() => performance.getEntriesByName('map drawn').length > 0);
	await page.waitForLoadState('networkidle');
	// At rest: cameras and what is laid out stand still.
	await page.waitForTimeout(1500);
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save and export' }).click();
	await page.getByRole('button', { name: /^SVG/ }).click();
	return readFile(await (await saved).path(), 'utf8');
}

/** Boxes as Chromium measures them with the page's own fonts; of texts the letters, without the room of a line. */
async function boxesOf(page: Page, svg: string): Promise<{ texts: Drawn[]; places: Drawn[] }> {
	return page.evaluate((source) => {
		const host = document.createElement('div');
		host.style.cssText = 'position:fixed;left:0;top:0;z-index:99';
		host.innerHTML = source.replace(/<\?xml[^>]*>/, '');
		document.body.append(host);
		const picture = host.querySelector('svg > g');
		const width = host.querySelector('svg')?.viewBox.baseVal.width ?? 0;
		const height = host.querySelector<SVGRectElement>('clipPath rect')?.height.baseVal.value ?? 0;
		const drawn = (name: string, { x, y, width: w, height: h }: DOMRect, cut: number) => ({
			name,
			left: x,
			right: x + w,
			top: y + h * cut,
			bottom: y + h * (1 - cut)
		});
		const isSeen = ({
			left,
			right,
			top,
			bottom
		}: {
			left: number;
			right: number;
			top: number;
			bottom: number;
		}) => right > 0 && left < width && bottom > 0 && top < height;
		const letters = [...(picture?.querySelectorAll('text') ?? [])].filter(
			(text) => text.getAttribute('fill') !== 'none'
		);
		const titles = [...(picture?.querySelectorAll('g > title') ?? [])];
		const texts = letters.map((text) => drawn(text.textContent, text.getBBox(), 0.18)).filter(isSeen);
		const places = titles
			.map((title) =>
				drawn(title.textContent, (title.parentElement?.lastElementChild as SVGGraphicsElement).getBBox(), 0)
			)
			.filter(isSeen);
		host.remove();
		return { texts, places };
	}, svg);
}

/** What shares more than the softness of an edge, in pixels. */
const soft = 1.5;

function meet(a: Drawn, b: Drawn): boolean {
	return (
		Math.min(a.right, b.right) - Math.max(a.left, b.left) > soft &&
		Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > soft
	);
}

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

for (const [viewport, path, least] of [
	[wide, '/', 50],
	[phone, '/', 20],
	[wide, 'the largest topic', 15]
] as const)
	test(`no text lies on a text or a place: ${path} at ${viewport.width} pixels`, async ({ page }) => {
		await page.setViewportSize(viewport);
		const { topics } = (await (await page.request.get('/api/topics')).json()) as { topics: { id: string }[] };
		const address = path === '/' ? path : `/?scope=${topics[0]?.id ?? ''}`;
		const { texts, places } = await boxesOf(page, await savedPicture(page, address));
		expect(texts.length).toBeGreaterThan(least);
		expect(places.length).toBeGreaterThan(10);
		const met = texts.flatMap((text, at) =>
			[...texts.slice(at + 1), ...places]
				.filter((other) => meet(text, other))
				.map(({ name }) => [text.name, name])
		);
		expect(met).toEqual([]);
	});

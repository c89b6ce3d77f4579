import { expect, test, type Browser, type Page } from '@playwright/test';

/**
 * Levels of 255 by which a pixel may be lighter or darker. Chromium rounds where two lines meet; Cytoscape draws a small
 * place itself or takes it from its cache, as it has time, and the rim of the same disc differs by up to 33.
 */
const unseen = 48;

/** How many pixels of two pictures a person could tell apart. */
async function pixelsApart(browser: Browser, first: Buffer, second: Buffer): Promise<number> {
	if (first.equals(second)) return 0;
	const page = await browser.newPage();
	const apart = await page.evaluate(
		async ({ pictures, unseen: least }) => {
			const [a, b] = await Promise.all(
				pictures.map(async (data) => {
					const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
					const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
					const context = canvas.getContext('2d');
					context?.drawImage(bitmap, 0, 0);
					return context?.getImageData(0, 0, bitmap.width, bitmap.height);
				})
			);
			if (!a || !b || a.width !== b.width || a.height !== b.height) return Infinity;
			let count = 0;
			for (let at = 0; at < a.data.length; at += 4)
				if ([0, 1, 2].some((part) => Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > least))
					count += 1;
			return count;
		},
		{ pictures: [first, second].map((each) => each.toString('base64')), unseen }
	);
	await page.close();
	return apart;
}

/** The map as it is drawn, once nothing comes any more. */
async function pictureOf(page: Page): Promise<Buffer> {
	await page.waitForFunction(() => performance.getEntriesByName('map drawn').length > 0);
	await page.waitForLoadState('networkidle');
	// No pointer over anything.
	await page.mouse.move(1435, 895);
	const looks: Buffer[] = [];
	for (let look = 0; look < 30; look += 1) {
		const now = await page.getByRole('application').screenshot({ animations: 'disabled' });
		looks.push(now);
		// Land, dots and fonts come one after the other: it is at rest when nothing has come for most of a second.
		if (looks.length > 2 && looks.slice(-3).every((each) => each.equals(now))) return now;
		await page.waitForTimeout(350);
	}
	throw new Error('The picture does not come to rest.');
}

for (const [view, other] of [
	['/', '/?at=concepts/rationale'],
	['/?scope=concepts/group-relative-policy-optimization', '/?from=2025-01-01&only=dataset']
] as const)
	test(`${view} is the same picture on reload, for someone else, and after back and forward`, async ({
		page,
		browser
	}) => {
		test.setTimeout(120_000);
		await page.goto(view);
		const first = await pictureOf(page);
		await page.goto(other);
		const second = await pictureOf(page);
		expect(await pixelsApart(browser, first, second)).toBeGreaterThan(1000);
		await page.goBack();
		expect(await pixelsApart(browser, first, await pictureOf(page))).toBe(0);
		await page.goForward();
		expect(await pixelsApart(browser, second, await pictureOf(page))).toBe(0);
		await page.reload();
		expect(await pixelsApart(browser, second, await pictureOf(page))).toBe(0);
		const someone = await browser.newPage();
		await someone.goto(view);
		expect(await pixelsApart(browser, first, await pictureOf(someone))).toBe(0);
		await someone.close();
	});

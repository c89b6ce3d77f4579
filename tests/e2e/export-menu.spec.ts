import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Download, type Page } from '@playwright/test';

/** Guards that people take the map with them: as pictures, as a page that needs no network, as files of what is drawn. */

async function openMenu(page: Page, address = '/'): Promise<void> {
	await page.goto(address);
	await expect(page.getByRole('application')).toBeVisible();
	const choice = page.getByRole('button', { name: /^PNG/ });
	const opener = page.getByRole('button', { name: 'Save and export' });
	// The button is there before its script is.
	await expect(async () => {
		if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
		await expect(choice).toBeEnabled({ timeout: 1000 });
	}).toPass();
}

async function saved(page: Page, role: 'button' | 'link', name: RegExp): Promise<Download> {
	const download = page.waitForEvent('download');
	await page.getByRole(role, { name }).click();
	return download;
}

async function textOf(download: Download): Promise<string> {
	return readFile(await download.path(), 'utf8');
}

test('a PNG with its caption under it', async ({ page }) => {
	await openMenu(page);
	const map = await page.getByRole('application').boundingBox();
	const download = await saved(page, 'button', /^PNG/);
	expect(download.suggestedFilename()).toBe('throughline-map.png');
	const bytes = await readFile(await download.path());
	const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
	expect(width).toBe(2 * Math.round(map?.width ?? 0));
	expect(height).toBeGreaterThan(2 * Math.round(map?.height ?? 0) + 60);
	await expect(page.getByRole('button', { name: 'Save and export' })).toBeFocused();
});

test('an SVG in which texts are texts and every node that is drawn has its title', async ({ page }) => {
	// The name of what is selected is always there.
	await openMenu(page, '/?at=concepts/group-relative-policy-optimization');
	const download = await saved(page, 'button', /^SVG/);
	expect(download.suggestedFilename()).toBe('throughline-map.svg');
	const svg = await textOf(download);
	await page.goto('about:blank');
	const seen = await page.evaluate((text) => {
		const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
		const all = (selector: string) => [...root.querySelectorAll(selector)];
		return {
			name: root.nodeName,
			texts: all('text').map(({ textContent }) => textContent),
			nodes: all('g > title').length,
			lines: all('line').length,
			paths: all('path').length
		};
	}, svg);
	expect(seen.name).toBe('svg');
	expect(seen.texts).toContain('GRPO');
	expect(
		seen.texts.some((text) => /\d+ concepts, \d+ papers · graph of \d{4}-\d\d-\d\d · Throughline/.test(text))
	).toBe(true);
	expect(seen.texts).toEqual(expect.arrayContaining(['method', 'dataset']));
	expect(seen.nodes).toBeGreaterThan(20);
	expect(seen.lines).toBeGreaterThan(10);
	expect(seen.paths).toBeGreaterThan(10);
});

test('a page that shows the view without a network', async ({ browser, page }) => {
	await openMenu(page, '/?at=concepts/group-relative-policy-optimization');
	const download = await saved(page, 'button', /^HTML page/);
	expect(download.suggestedFilename()).toBe('throughline-view.html');
	const context = await browser.newContext({ offline: true, javaScriptEnabled: true });
	const offline = await context.newPage();
	const asked: string[] = [];
	const complaints: string[] = [];
	offline.on('request', (request) => asked.push(request.url()));
	offline.on('console', (message) => complaints.push(message.text()));
	const path = `${await download.path()}.html`;
	await download.saveAs(path);
	await offline.goto(`file://${path}`);
	await expect(offline.locator('svg text', { hasText: 'GRPO' }).first()).toBeVisible();
	expect(await offline.locator('blockquote mark').count()).toBeGreaterThan(10);
	await expect(offline.locator('h2')).toHaveText(['Concepts', 'Papers', 'Lines']);
	expect(await offline.locator('script').count()).toBe(0);
	expect([asked.filter((url) => !url.startsWith('file:')), complaints]).toEqual([[], []]);
	const { violations } = await new AxeBuilder({ page: offline }).analyze();
	expect(
		violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)
	).toEqual([]);
	await context.close();
});

test('files of what is drawn', async ({ page }) => {
	await openMenu(page, '/?without=paper');
	const gexf = await saved(page, 'link', /^GEXF/);
	expect(gexf.suggestedFilename()).toBe('throughline-view.gexf');
	expect(await textOf(gexf)).not.toContain('id="Paper/');
	await expect(page.getByRole('link', { name: /^BibTeX/ })).toHaveCount(0);
	await openMenu(page);
	const bibtex = await saved(page, 'link', /^BibTeX/);
	expect((await textOf(bibtex)).match(/^@/gm)).toHaveLength(52);
});

test('the keyboard opens the menu, walks it and leaves it', async ({ page }) => {
	await openMenu(page);
	const opener = page.getByRole('button', { name: 'Save and export' });
	await page.keyboard.press('Escape');
	await expect(opener).toHaveAttribute('aria-expanded', 'false');
	await opener.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('button', { name: /^PNG/ })).toBeFocused();
	await page.keyboard.press('End');
	await expect(page.getByRole('link', { name: /^CSL-JSON/ })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('button', { name: /^PNG/ })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(opener).toBeFocused();
	await expect(page.getByRole('button', { name: /^PNG/ })).toBeHidden();
});

test('on a phone everything in the menu is large enough for a thumb', async ({ browser }) => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
	const page = await context.newPage();
	await openMenu(page);
	const choices = page.locator('#export-choices li > *, button[aria-controls="export-choices"]');
	expect(await choices.count()).toBeGreaterThan(10);
	for (const choice of await choices.all()) {
		const box = await choice.boundingBox();
		expect(box?.height).toBeGreaterThanOrEqual(44);
		expect(box?.width).toBeGreaterThanOrEqual(44);
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
	}
	await context.close();
});

test('axe finds nothing in the open menu', async ({ page }) => {
	await openMenu(page);
	const { violations } = await new AxeBuilder({ page }).include('.export').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});

import { expect, test, type Page } from '@playwright/test';
import type { PathAnswer, RelatedToAll } from '#lib/domain/answers.ts';

/** Guards what the pages beside the map say and let people do, with script and without. */

const path = '/path?from=GRPO&to=rationale';

test('paths stand beside each other, and "not through this" leads to others', async ({ page }) => {
	await page.goto(path);
	const ways = page.locator('.ways section');
	const count = await ways.count();
	expect(count).toBeGreaterThan(1);
	await expect(ways.first().getByRole('heading')).toHaveText(new RegExp(`^1 of ${count}, \\d hops?$`));
	const avoided = page
		.locator('.ways section li:not(:first-child):not(:last-child):not(.paper) .name a')
		.first();
	const name = (await avoided.textContent())?.trim() ?? '';
	const href = (await avoided.getAttribute('href')) ?? '';
	await page.locator(`.ways li:has(.name a[href="${href}"]) .avoid`).first().click();
	await expect(page).toHaveURL(/avoid=concepts/);
	await expect(page.locator(`.ways a[href="${href}"]`)).toHaveCount(0);
	const chip = page.getByRole('link', { name: `${name}: leave this out` });
	await expect(chip).toBeVisible();
	await chip.click();
	await expect(page.locator(`.ways a[href="${href}"]`).first()).toBeVisible();
	await expect(ways.first().getByRole('link', { name: 'Show on the map' })).toHaveAttribute(
		'href',
		/^\/\?only=/
	);
});

test('a path page says what it leaves out, and how far it looked', async ({ page }) => {
	await page.goto(`${path}&avoid=no+such+pond&avoid=%3Cscript%3E`);
	await expect(page.getByRole('status').filter({ hasText: 'no such pond' })).toBeVisible();
	await expect(page.getByText(/Looked as far as \d hops/)).toBeVisible();
});

test('the API of paths answers as many as are asked for, and without what is avoided', async ({
	request
}) => {
	const at = '/api/path?from=concepts/group-relative-policy-optimization&to=concepts/rationale';
	const { paths } = (await (await request.get(at)).json()) as PathAnswer;
	expect(paths.length).toBeGreaterThan(1);
	const one = (await (await request.get(`${at}&limit=1`)).json()) as PathAnswer;
	expect(one.paths).toEqual(paths.slice(0, 1));
	const inner = paths[0]?.stations[1]?.ref ?? '';
	const without = (await (
		await request.get(`${at}&avoid=${encodeURIComponent(inner)}`)
	).json()) as PathAnswer;
	expect(JSON.stringify(without.paths)).not.toContain(`"${inner}"`);
	expect((await request.get(`${at}&avoid=ponds/1`)).status()).toBe(422);
	expect((await request.get(`${at}&from=concepts/x`)).status()).toBe(422);
});

/** The titles of the related papers, in their order. */
const titles = (page: Page) =>
	page.locator('section[aria-labelledby="related"] li .title a').allTextContents();

async function paperWithRelated(page: Page): Promise<string> {
	await page.goto('/papers?sort=concepts');
	return (await page.locator('main a.title').first().getAttribute('href')) ?? '';
}

test('weights rank related papers anew as one slides, and stand in the address', async ({
	page,
	browser
}) => {
	const href = await paperWithRelated(page);
	await page.goto(href);
	await page.getByText('Adjust').click();
	await page.getByRole('slider', { name: 'shared concepts' }).fill('0');
	await expect(page).toHaveURL(/\?w=concepts:0,text:1,cites:1$/);
	const byText = await titles(page);
	const score = await page.locator('section[aria-labelledby="related"] li b').first().textContent();
	const text = await page.locator('section[aria-labelledby="related"] li .numbers').first().textContent();
	expect(text).toBe(`shared concepts 0.00 + text ${score ?? ''}`);
	const plain = await browser.newContext({ javaScriptEnabled: false });
	const served = await plain.newPage();
	await served.goto(page.url());
	expect(await titles(served)).toEqual(byText);
	await served.goto(`${href}?w=concepts:99,%3Cscript%3Ealert(1)%3C/script%3E`);
	await expect(served.getByText(/is no weight/)).toHaveCount(2);
	expect((await titles(served)).length).toBeGreaterThan(0);
	await plain.close();
});

test('related to all of a set: page and API agree', async ({ page, request }) => {
	await page.goto('/papers?q=reward');
	const [first = '', second = ''] = await page
		.locator('main a.title')
		.evaluateAll((links) =>
			links.map((link) => decodeURIComponent(link.getAttribute('href')?.slice('/papers/'.length) ?? ''))
		);
	const api = `/api/related?${new URLSearchParams([
		['of', `papers/${first}`],
		['of', `papers/${second}`]
	]).toString()}`;
	const { of, related } = (await (await request.get(api)).json()) as RelatedToAll;
	expect(of.map(({ ref }) => ref)).toEqual([`papers/${first}`, `papers/${second}`]);
	await page.goto(
		`/related?${new URLSearchParams([
			['papers', first],
			['papers', second]
		]).toString()}`
	);
	expect(await page.locator('main li .title a').allTextContents()).toEqual(
		related.map(({ paper }) => paper.title)
	);
	await expect(page.getByRole('link', { name: /leave this out/ })).toHaveCount(2);
	expect((await request.get('/api/related')).status()).toBe(422);
	expect((await request.get('/api/related?of=pond')).status()).toBe(422);
});

test('topics are a tree with counts, in the navigation', async ({ page }) => {
	await page.goto('/papers');
	await page
		.getByRole('navigation', { name: 'Main', exact: true })
		.getByRole('link', { name: 'Topics' })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ topics/);
	await expect(page.locator('main .counts').first()).toHaveText(/^\d+ papers? · [\d,]+ concepts?$/);
	await page.locator('main .line a').first().click();
	await expect(page).toHaveURL(/\/topics\/.+/);
});

test('what nothing answers to is answered by what is written like it', async ({ page }) => {
	await page.goto('/search?q=ratonale');
	await expect(
		page.getByLabel('Near matches').getByRole('link', { name: 'rationale', exact: true })
	).toBeVisible();
	await page.goto('/concepts?q=ratonale');
	await expect(
		page.getByLabel('Near matches').getByRole('link', { name: 'rationale', exact: true })
	).toBeVisible();
	await page.goto('/concepts');
	await page.getByRole('combobox', { name: /Search/ }).fill('ratonale');
	await expect(page.getByRole('option', { name: /rationale/ }).first()).toBeVisible();
});

test('waiting is shown after 200 ms, and not before', async ({ page }) => {
	await page.goto('/help');
	let answer: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route('**/papers/__data.json*', async (route) => {
		await held;
		await route.continue();
	});
	const bar = page.getByRole('progressbar');
	await page
		.getByRole('navigation', { name: 'Main', exact: true })
		.getByRole('link', { name: 'Papers' })
		.click();
	await expect(bar).toBeVisible();
	const delay = await page
		.locator('.waiting')
		.evaluate((element) => getComputedStyle(element).animationDelay);
	expect(delay).toBe('0.2s');
	answer();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d+ papers/);
	await expect(bar).toHaveCount(0);
});

test('a stranger is told what this is and given three ways in', async ({ page }) => {
	await page.goto('/');
	const panel = page.getByRole('complementary', { name: 'Details' });
	await expect(panel.getByText(/Last ingest \d+ \w{3} \d{4}/)).toBeVisible();
	const ways = panel.locator('.ways a');
	await expect(ways).toHaveCount(3);
	const [topic, concept, paper] = await ways.evaluateAll((links) =>
		links.map((link) => link.getAttribute('href'))
	);
	expect([topic, concept, paper].map((href) => href?.split('/')[1])).toEqual([
		'?scope=topics',
		'?at=concepts',
		'?at=papers'
	]);
	await expect(panel.getByText('What the capitals mean')).toBeVisible();
	await expect(panel.locator('dd').first()).toHaveText(/[a-z]{4,} [a-z]/);
});

test('a saved query of a concept may be asked with what is narrower', async ({ page }) => {
	const rows = async () =>
		Number(
			/[\d,]+/.exec(
				(await page
					.getByText(/\d+ rows?/)
					.first()
					.textContent()) ?? ''
			)?.[0]
		);
	const at = '/queries/methods-used-with-a-dataset?concept=concepts/large-language-model&limit=500';
	await page.goto(at);
	const own = await rows();
	await expect(page.getByLabel('with what is narrower')).not.toBeChecked();
	await page.getByLabel('with what is narrower').check();
	await page.getByRole('button', { name: 'Run' }).click();
	await expect(page).toHaveURL(/narrower=true/);
	await expect.poll(rows).toBeGreaterThan(own);
});

for (const width of [200, 264]) {
	test(`the list of the map stays within ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width: width === 200 ? 1000 : 1440, height: 900 });
		await page.goto('/');
		await page.getByRole('button', { name: 'List what is drawn' }).click();
		const table = page.locator('aside.left table');
		await expect(table).toBeVisible();
		const over = await page
			.locator('aside.left')
			.evaluate((aside) => ({ width: aside.clientWidth, beyond: aside.scrollWidth - aside.clientWidth }));
		expect(over.beyond).toBe(0);
		expect(Math.abs(over.width - width)).toBeLessThan(20);
	});
}

import { expect, test } from '@playwright/test';

/** Guards the three ways in which people use Throughline: see topics, walk papers, ask queries. */

test('find a topic and open its strongest concept', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByText(/Showing \d+ of \d+ concepts/).first()).toBeVisible();
	await page.locator('a[href*="scope=topics"]').first().click();
	await expect(page).toHaveURL(/scope=topics/);
	const topic = new URL(page.url()).searchParams.get('scope') ?? '';
	await page.goto(`/${topic}`);
	await expect(page.getByRole('heading', { name: 'Strongest concepts' })).toBeVisible();
	await page.locator('a[href^="/concepts/"]').first().click();
	await expect(page.getByRole('heading', { name: 'Where papers speak of it' })).toBeVisible();
	await expect(page.locator('mark').first()).toBeVisible();
});

test('walk from a paper to a related paper and on, with the reasons shown', async ({ page }) => {
	await page.goto('/papers');
	await page.locator('main a[href^="/papers/"]').first().click();
	for (let walked = 0; walked < 2; walked += 1) {
		const title = await page.locator('h1').textContent();
		const related = page.locator('section[aria-labelledby="related"] li').first();
		await expect(related.getByRole('img', { name: /^Score 0\.\d+/ })).toBeVisible();
		await related.locator('.title a').click();
		await expect(page.locator('h1')).not.toHaveText(title ?? '');
	}
});

test('run a saved query with a parameter and open its map', async ({ page }) => {
	await page.goto('/queries');
	await page.getByRole('link', { name: 'Concepts that come with a concept' }).click();
	await page.getByLabel('Concept', { exact: true }).fill('rationale');
	await page.getByRole('button', { name: 'Run' }).click();
	await expect(page).toHaveURL(/concept=rationale/);
	await expect(page.getByText(/\d+ rows/)).toBeVisible();
	await page.getByRole('link', { name: 'map', exact: true }).click();
	await page.getByRole('link', { name: 'Open as map' }).click();
	await expect(page).toHaveURL(/only=concepts/);
	await expect(page.getByRole('application')).toBeVisible();
});

test('find how two concepts hang together by their names', async ({ page }) => {
	await page.goto('/path');
	await page.getByLabel('From', { exact: true }).fill('GRPO');
	await page.getByLabel('To', { exact: true }).fill('rationale');
	await page.getByRole('button', { name: 'Find the path' }).click();
	await expect(page.getByRole('heading', { name: /^1 of \d, \d hops?$/ })).toBeVisible();
	await expect(page.getByLabel('From', { exact: true })).toHaveValue('GRPO');
	await page.goto('/path?from=GRPO&to=no+such+pond');
	await expect(page.getByRole('alert')).toContainText('no such pond');
});

test('search suggests as one types, and a query that writes is refused', async ({ page }) => {
	await page.goto('/concepts');
	await page.getByRole('combobox', { name: /Search/ }).fill('GRP');
	await expect(page.getByRole('option', { name: /GRPO/ }).first()).toBeVisible();
	await page.goto(`/query?${new URLSearchParams({ cypher: 'MATCH (n) DETACH DELETE n' }).toString()}`);
	await expect(page.getByRole('alert')).toContainText('is not allowed here');
});

test('pages make sense without script', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/concepts/rationale');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('rationale');
	await page.goto('/papers?q=reward');
	await expect(page.locator('h1')).toHaveText(/\d+ papers/);
	await context.close();
});

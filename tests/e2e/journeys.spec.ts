import { expect, test } from '@playwright/test';

test('find a topic and open its strongest concept', async ({ page }) => {
	await page.goto('/');
	const topics = page.locator('a[href*="topics/"], a[href*="topics%2F"]');
	await expect(topics.first()).toBeVisible();
	const response = await page.request.get('/api/topics');
	const { topics: land } = (await response.json()) as { topics: { id: string; name: string }[] };
	const topic = land[0];
	if (!topic) throw new Error('the corpus has no topic');
	await page.goto(`/${topic.id}`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(topic.name);
	const concept = page.getByRole('main').locator('a[href^="/concepts/"]').first();
	await concept.click();
	await expect(page).toHaveURL(/\/concepts\//);
	await expect(page.locator('mark').first()).toBeVisible();
});

test('walk from a paper to a related paper to a related paper, with the reasons shown', async ({ page }) => {
	await page.goto('/papers');
	await page.getByRole('main').locator('a[href^="/papers/"]').first().click();
	for (let hop = 0; hop < 2; hop += 1) {
		await expect(page.getByRole('heading', { name: 'Related papers' })).toBeVisible();
		const before = page.url();
		await page.locator('[data-related] a[href^="/papers/"]').first().click();
		await expect(page).not.toHaveURL(before);
	}
	await expect(page.locator('[data-related]').first()).toContainText(/0\.\d+/);
});

test('run a saved query with a parameter and open its map', async ({ page }) => {
	const response = await page.request.get('/api/queries');
	const { queries } = (await response.json()) as {
		queries: { id: string; parameters: { name: string; type: string }[] }[];
	};
	const query = queries.find(({ parameters }) => parameters.some(({ type }) => type === 'concept'));
	if (!query) throw new Error('no shipped query has a concept parameter');
	const parameter = query.parameters.find(({ type }) => type === 'concept');
	await page.goto(`/queries/${query.id}`);
	await page.locator(`[name="${parameter?.name ?? ''}"]`).fill('reinforcement-learning');
	await page.getByRole('button', { name: 'Run' }).click();
	await expect(page).toHaveURL(/reinforcement-learning/);
	await expect(page.getByRole('table')).toBeVisible();
	await page.getByRole('link', { name: 'Map' }).last().click();
	await expect(page).toHaveURL(/view=map/);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('what is wrong with a concept is said on its page, listed, and taken back', async ({ page }) => {
	await page.goto('/concepts/group-relative-policy-optimization');
	await page
		.getByRole('link', { name: /^Wrong\?/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { name: 'What is wrong?' })).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.getByRole('button', { name: 'Not a concept' }).click();
	const said = 'group relative policy optimization is no concept';
	await expect(page.getByText(`Kept: ${said}.`)).toBeVisible();
	await expect(page.getByText('Takes effect with the next ingest.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Apply now' })).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.goto('/curate');
	await expect(page.getByText(said)).toHaveCount(1);
	await page.getByRole('button', { name: 'Take back' }).click();
	await expect(page.getByText(`Taken back: ${said}.`)).toBeVisible();
	await expect(page.getByText('None yet.')).toBeVisible();
});

test('another site decides nothing', async ({ page, request }) => {
	const answer = await request.post('/curate?/decide', {
		form: { decision: 'hide', form: 'GRPO' },
		headers: { origin: 'https://pond.example', 'sec-fetch-site': 'cross-site' }
	});
	expect(answer.status()).toBe(403);
	await page.goto('/curate');
	await expect(page.getByText('None yet.')).toBeVisible();
});

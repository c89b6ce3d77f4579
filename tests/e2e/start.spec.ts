import { expect, test } from '@playwright/test';

test('the explorer opens and says what the graph store holds', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Throughline' })).toBeVisible();
	await expect(page.getByText(/\d+ papers, \d+ concepts/)).toBeVisible();
});

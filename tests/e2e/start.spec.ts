import { expect, test } from '@playwright/test';
import type { MapPicture } from '#lib/domain/map-picture.ts';

test('the explorer opens with the bundled sample', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { name: /52 papers, \d+ concepts/ })).toBeVisible();
});

test('the API describes itself and answers problems', async ({ request }) => {
	const description = (await (await request.get('/api/openapi.json')).json()) as { paths: object };
	expect(Object.keys(description.paths)).toContain('/api/map');
	const map = (await (await request.get('/api/map?scope=corpus')).json()) as MapPicture;
	// All 52 papers of the sample with the strongest concepts, and lines for most of them: much, and no more than 300.
	expect(map.nodes.filter(({ kind }) => kind === 'paper')).toHaveLength(52);
	expect(map.nodes.filter(({ kind }) => kind !== 'paper').length).toBeGreaterThan(60);
	expect(map.edges.length).toBeGreaterThan(60);
	expect(map.nodes.length + map.edges.length).toBeLessThanOrEqual(300);
	const missing = await request.get('/api/papers/none');
	expect(missing.status()).toBe(404);
	expect(missing.headers()['content-type']).toContain('application/problem+json');
});

for (const path of [
	'/?scope=topics/none',
	'/topics/none',
	'/papers/none',
	'/concepts/none',
	'/queries/none',
	'/none'
]) {
	test(`${path} is not found`, async ({ request }) => {
		expect((await request.get(path)).status()).toBe(404);
	});
}

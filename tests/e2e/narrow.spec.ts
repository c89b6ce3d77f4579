import { expect, test } from '@playwright/test';
import { mapPictureSchema } from '#lib/domain/map-picture.ts';

/** Guards that every page fits: a small phone, a phone, a tablet, and a laptop whose page is at twice its size. */

const concept = 'concepts/group-relative-policy-optimization';
const addresses = [
	'/',
	`/?at=${concept}`,
	'/?embed',
	'/papers',
	'/concepts',
	`/${concept}`,
	'/topics',
	'/queries',
	'/query',
	`/path?from=${concept}&to=concepts/rationale`,
	'/related',
	'/ingest',
	'/help',
	'/search?q=reward',
	'/none'
];
const screens = [
	{ width: 320, height: 568, isMobile: true },
	{ width: 390, height: 844, isMobile: true },
	{ width: 720, height: 450, isMobile: false },
	{ width: 768, height: 1024, isMobile: false }
];

for (const { width, height, isMobile } of screens) {
	test(`nothing reaches beyond ${width} by ${height}`, async ({ browser }) => {
		const context = await browser.newContext({ viewport: { width, height }, isMobile, hasTouch: isMobile });
		const page = await context.newPage();
		for (const address of addresses) {
			await page.goto(address);
			await page.waitForLoadState('networkidle');
			const reach = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(`${address} ${reach}`).toBe(`${address} ${width}`);
		}
		await context.close();
	});
}

test('a phone lists what is drawn, and takes back what was chosen in the list', async ({ browser }) => {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		isMobile: true,
		hasTouch: true
	});
	const page = await context.newPage();
	const { nodes } = mapPictureSchema.parse(await (await page.request.get('/api/map?scope=corpus')).json());
	await page.goto('/');
	await page.waitForFunction(() => performance.getEntriesByName('map drawn').length > 0);
	await page.getByRole('button', { name: 'List what is drawn' }).tap();
	const sheet = page.getByRole('region', { name: 'What is drawn' });
	await expect(sheet.getByRole('row')).toHaveCount(nodes.length + 1);
	await sheet.getByRole('link').nth(2).tap();
	await expect(page).toHaveURL(new RegExp(`at=${nodes[2]?.id ?? ''}(&|$)`));
	await page.getByRole('button', { name: 'Size of the sheet: middle' }).press('Enter');
	await page.getByRole('button', { name: 'Size of the sheet: full' }).press('Enter');
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(page).not.toHaveURL(/at=/);
	await context.close();
});

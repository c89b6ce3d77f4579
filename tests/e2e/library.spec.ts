import { expect, test } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';

/** Guards the library: papers are marked on their pages and in the library, undone, and nobody writes over another. */

async function paperAt(page: import('@playwright/test').Page, at: number): Promise<string> {
	await page.goto('/papers?sort=title');
	return (await page.locator('main li a.title').nth(at).getAttribute('href')) ?? '';
}

test('a paper is marked, undone, marked with a note, and stands in the library and in lists', async ({
	page
}) => {
	const address = await paperAt(page, 0);
	await page.goto(address);
	const title = await page.getByRole('heading', { level: 1 }).innerText();
	const toRead = page.getByRole('button', { name: 'To read', exact: true });
	await toRead.click();
	await expect(toRead).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByRole('status').filter({ hasText: 'in the library' })).toContainText('to read.');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(toRead).toHaveAttribute('aria-pressed', 'false');
	await page.getByRole('button', { name: 'Redo' }).click();
	await expect(toRead).toHaveAttribute('aria-pressed', 'true');
	await page.getByText('Note', { exact: true }).click();
	await page.getByLabel('Note on this paper').fill('why <b>this</b>');
	await page.getByRole('button', { name: 'Star', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'in the library' })).toContainText(
		'to read, starred, with a note.'
	);

	await page.goto('/papers?sort=title');
	await expect(page.getByRole('img', { name: 'In the library: to read, starred, with a note' })).toHaveCount(
		1
	);
	await page
		.getByRole('navigation', { name: 'Main', exact: true })
		.getByRole('link', { name: 'Library' })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library');
	const row = page.getByRole('listitem').filter({ hasText: title });
	await expect(row.getByLabel('Note on this paper')).toHaveValue('why <b>this</b>');
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await row.getByRole('button', { name: 'Read', exact: true }).click();
	await expect(page.getByRole('link', { name: /^Read 1$/ })).toBeVisible();
	await page.getByRole('link', { name: /^To read 0$/ }).click();
	await expect(row).toHaveCount(0);
	await page.goto('/library?q=THIS');
	await expect(row).toHaveCount(1);
});

test('two who mark one paper: the second is told, and keeps what was written', async ({ page, context }) => {
	const address = await paperAt(page, 1);
	const other = await context.newPage();
	for (const on of [page, other]) await on.goto(address);
	for (const [on, note] of [
		[page, 'mine'],
		[other, 'theirs']
	] as const) {
		await on.getByText('Note', { exact: true }).click();
		await on.getByLabel('Note on this paper').fill(note);
		await on.getByRole('button', { name: 'Save the note' }).click();
		await expect(on.locator('.mine [role=status]')).not.toBeEmpty();
	}
	await expect(other.locator('.mine [role=status]')).toContainText('Someone else changed the library entry');
	await expect(other.getByLabel('Note on this paper')).toHaveValue('theirs');
	await page.reload();
	await expect(page.getByLabel('Note on this paper')).toHaveValue('mine');
});

test('without script a paper is marked', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(await paperAt(page, 2));
	await page.getByRole('button', { name: 'Read', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute(
		'aria-pressed',
		'false'
	);
	await context.close();
});

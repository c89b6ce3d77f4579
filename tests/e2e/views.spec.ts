import { expect, test } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';

/** Guards that people keep views: saved from the map, opened under a lasting address, changed, deleted and taken back. */

const view = '/?at=concepts/rationale&without=dataset&from=2022';

test('a view is saved from the map and opened, changed, deleted and taken back', async ({ page }) => {
	await page.goto(view);
	await page.waitForFunction(() => performance.getEntriesByName('map drawn').length > 0);
	await page.getByRole('button', { name: 'Save this view' }).click();
	const panel = page.locator('#save-view');
	await expect(panel.getByLabel('Name')).toHaveValue('rationale');
	await panel.getByLabel('Name').fill('Why <b>models</b> say');
	await panel.getByLabel('Note').fill('to read again\nnext week');
	await panel.getByRole('button', { name: 'Save' }).click();
	await expect(panel.getByRole('status')).toHaveText('“Why <b>models</b> say” is saved.');
	expect(new URL(page.url()).pathname).toBe('/');

	await panel.getByRole('link', { name: 'All saved views' }).click();
	const row = page.getByRole('listitem').filter({ hasText: 'Why <b>models</b> say' });
	await expect(row).toContainText('to read again');
	const link = row.getByRole('link');
	const address = (await link.getAttribute('href')) ?? '';
	expect(address).toMatch(/^\/views\/why-b-models-b-say(-\d+)?$/);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await link.click();
	await page.waitForURL(/\/\?at=/);
	const { searchParams } = new URL(page.url());
	expect(searchParams.get('at')).toBe('concepts/rationale');
	expect(searchParams.get('without')).toBe('dataset');
	expect(searchParams.get('from')).toBe('2022');

	await page.goto('/views');
	await row.getByText('Change').click();
	await row.getByLabel('Name').fill('Reasons');
	await row.getByRole('button', { name: 'Save' }).click();
	const renamed = page.getByRole('listitem').filter({ hasText: 'Reasons' });
	await expect(renamed.getByRole('link', { name: 'Reasons' })).toHaveAttribute('href', address);
	await expect(page.getByRole('status')).toHaveText('“Reasons” is changed.');

	await renamed.getByRole('button', { name: 'Delete' }).click();
	await expect(renamed).toHaveCount(0);
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(renamed).toHaveCount(1);
});

test('two who change one view: the second is told, and the first keeps what was written', async ({
	page,
	context
}) => {
	await page.goto('/views?address=/&name=Twice');
	await page.getByRole('button', { name: 'Save' }).first().click();
	const rowOf = (on: typeof page) => on.getByRole('listitem').filter({ hasText: 'Twice' });
	await expect(rowOf(page)).toHaveCount(1);
	const other = await context.newPage();
	await other.goto('/views');
	for (const [on, note] of [
		[page, 'mine'],
		[other, 'theirs']
	] as const) {
		await rowOf(on).getByText('Change').click();
		await rowOf(on).getByLabel('Note').fill(note);
		await rowOf(on).getByRole('button', { name: 'Save' }).click();
	}
	await expect(other.getByRole('status')).toContainText(
		'Someone else changed the saved view "Twice" meanwhile.'
	);
	await page.reload();
	await expect(rowOf(page)).toContainText('mine');
});

test('without script a view is kept and opened', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/views?name=Plain&address=%2F%3Fscope%3Dcorpus%26hide%3Dconcepts%2Frationale%26evil%3D1');
	await page.getByRole('button', { name: 'Save' }).first().click();
	await page.getByRole('link', { name: 'Plain', exact: true }).click();
	expect(page.url()).toMatch(/\/\?hide=concepts\/rationale$/);
	await context.close();
});

test('what is no view, or comes from another site, is not kept', async ({ request, baseURL }) => {
	const save = (form: Record<string, string>, headers: Record<string, string> = {}) =>
		request.post('/views?/save', {
			form,
			headers: { accept: 'application/json', origin: baseURL ?? '', ...headers }
		});
	const answerOf = async (response: Awaited<ReturnType<typeof save>>) =>
		(await response.json()) as { type: string; status: number };
	expect(await answerOf(await save({ name: '', address: '/' }))).toMatchObject({
		type: 'failure',
		status: 422
	});
	expect(await answerOf(await save({ name: 'x'.repeat(101), address: '/' }))).toMatchObject({
		type: 'failure'
	});
	expect(await answerOf(await save({ address: '/' }))).toMatchObject({ type: 'failure', status: 422 });
	expect(
		await answerOf(await save({ name: 'Far', address: 'https://evil.example/?at=concepts/x' }))
	).toMatchObject({
		type: 'success'
	});
	const opened = await request.get('/views/far', { maxRedirects: 0 });
	expect(opened.headers()['location']).toBe('/?at=concepts/x');
	expect((await save({ name: 'Foreign', address: '/' }, { origin: 'http://evil.example' })).status()).toBe(
		403
	);
	expect((await request.get('/views/foreign')).status()).toBe(404);
});

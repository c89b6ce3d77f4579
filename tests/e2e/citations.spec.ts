import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openOwnExplorer, type OwnExplorer } from './own-explorer.ts';

/** Guards the lines between papers that cite each other: in the key, with words for who cites whom, and grown from one. */

let own: OwnExplorer;
test.beforeAll(async () => {
	test.setTimeout(240_000);
	own = await openOwnExplorer();
	const paper = (n: number, title: string, cites: string[]) => ({
		id: `pond-${n}`,
		title,
		abstract: `We propose ${title.split(':')[0] ?? ''}, which counts water fowl on a winter pond by their wing beats and a flock graph.`,
		date: `2024-0${n}-01`,
		cites
	});
	const papers = [
		paper(1, 'WingCount: water fowl by their wing beats', []),
		paper(2, 'PondNet: a flock graph for winter ponds', ['pond-1']),
		paper(3, 'ReedFlow: water fowl between the reeds', ['pond-1', 'pond-2', 'nobody'])
	];
	const file = join(own.folder, 'ponds.jsonl');
	await writeFile(file, papers.map((each) => JSON.stringify(each)).join('\n'));
	const { code, errors } = await own.ingest(file);
	expect(code, errors).toBe(0);
});
test.afterAll(() => own.end());

test('a line tells who cites whom, the key explains it, and a paper grows by what it cites', async ({
	page
}) => {
	const only = [1, 2, 3].map((n) => `only=papers/pond-${n}`).join('&');
	await page.goto(`${own.origin}/?${only}&line=papers/pond-1&line=papers/pond-3`);
	const key = page.getByRole('list', { name: 'Lines and marks' }).first();
	await expect(key).toContainText('cites');
	await expect(page.getByText('ReedFlow cites WingCount, as its source tells')).toBeVisible();
	await page.goto(`${own.origin}/?only=papers/pond-3&at=papers/pond-3`);
	await page.getByText('By kind').click();
	await page.getByRole('button', { name: '2 papers that it cites' }).click();
	await expect(page).toHaveURL(/grow=/);
});

import { expect, test } from '@playwright/test';
import { exportFileName, exportFormatIds, exportParts, formatRow } from '#lib/domain/export-formats.ts';
import { ask } from './raw-request.ts';

/** Guards that exports have places, one for a client and two over all, and that each says what it is. */

const statuses = async (clients: string[]) =>
	(await Promise.all(clients.map((from) => ask('/api/export', { from })))).map(({ status }) => status).sort();

test('one export at a time for a client', async () => {
	expect(await statuses(['127.0.0.1', '127.0.0.1', '127.0.0.1'])).toEqual([200, 429, 429]);
	const [first, second] = await Promise.all([ask('/api/export'), ask('/api/export')]);
	const busy = first.status === 429 ? first : second;
	expect(busy.headers['retry-after']).toBe('30');
	expect(JSON.parse(busy.text)).toMatchObject({ type: '/help#busy', status: 429 });
});

test('two exports at a time over all, and their places are free again', async () => {
	for (let round = 0; round < 3; round += 1)
		expect(await statuses(['127.0.0.1', '127.0.0.2', '127.0.0.3'])).toEqual([200, 200, 429]);
	const { status, text } = await ask('/api/export');
	expect(status).toBe(200);
	expect(text.trimEnd().split('\n').length).toBeGreaterThan(1000);
});

test('a person who opens the address gets a file', async ({ page }) => {
	await page.goto('/help');
	const download = page.waitForEvent('download');
	await page.evaluate(() => {
		location.href = '/api/export';
	});
	const file = await download;
	expect(file.suggestedFilename()).toBe('throughline.jsonl');
	expect(await file.failure()).toBeNull();
});

for (const format of exportFormatIds) {
	const { hasParts, mediaType, of } = formatRow(format);
	for (const part of hasParts ? exportParts : [null]) {
		test(`${format} ${part ?? ''} has its type and its name, of the whole graph and of a view`, async () => {
			for (const view of of === 'view' ? ['&scope=corpus'] : ['', '&scope=corpus']) {
				const path = `/api/export?format=${format}${part ? `&part=${part}` : ''}${view}`;
				for (const method of ['HEAD', 'GET']) {
					const { status, headers, text } = await ask(path, { method });
					expect([path, status, headers['content-type']]).toEqual([path, 200, mediaType]);
					const name = exportFileName(format, view !== '', part);
					expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
					expect(text.length > 100).toBe(method === 'GET');
				}
			}
		});
	}
}

test('OpenAPI tells the formats and their types', async () => {
	const { paths } = JSON.parse((await ask('/api/openapi.json')).text) as {
		paths: Record<
			string,
			{ get: { parameters: { name: string; schema: object }[]; responses: { 200: { content: object } } } }
		>;
	};
	const { parameters = [], responses } = paths['/api/export']?.get ?? {};
	expect(parameters.find(({ name }) => name === 'format')?.schema).toMatchObject({ enum: exportFormatIds });
	const types = new Set(exportFormatIds.map((format) => formatRow(format).mediaType));
	expect(Object.keys(responses?.[200].content ?? {}).sort()).toEqual([...types].sort());
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPapers } from '#lib/sources/read-papers.ts';

const folder = 'tests/data/sources';
/** What a case is expected to be read as stands beside it. */
const expected = '.expected.json';

describe.each(readdirSync(folder))('readPapers reads %s as its golden file tells:', (format) => {
	const cases = readdirSync(join(folder, format)).filter((name) => !name.endsWith(expected));

	test.each(cases)('%s', async (name) => {
		const { papers, rejected, omitted, notes, duplicates } = await readPapers([join(folder, format, name)], {
			now: new Date('2026-07-01')
		});
		const found = JSON.stringify({ papers, rejected, omitted, notes, duplicates }, null, '\t');
		await expect(`${found}\n`).toMatchFileSnapshot(join(process.cwd(), folder, format, name + expected));
	});
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { serviceExamples, usualOrigin } from '#lib/domain/service-examples.ts';
import { own } from './raw-request.ts';

/** Guards that every line on the help page gives what stands beside it: each is run as it is shown. */
const graph = `local:${resolve('test-results/data')}`;

async function outputOf(line: string, folder: string): Promise<string> {
	const isCommand = line.startsWith('npm ');
	const asked = isCommand ? `${line} --graph ${graph}` : line.replaceAll(usualOrigin, own);
	const { stdout } = await promisify(execFile)('bash', ['-c', asked], {
		cwd: isCommand ? process.cwd() : folder
	});
	return stdout;
}

for (const { what, line, gives, then = gives } of serviceExamples)
	test(what.slice(0, 60), async ({ page }) => {
		await page.goto('/help#service');
		await expect(page.getByText(line, { exact: true })).toHaveCount(1);
		const folder = await mkdtemp(join(tmpdir(), 'throughline-example-'));
		try {
			for (const expected of [gives, then])
				expect((await outputOf(line, folder)).slice(0, expected.length)).toBe(expected);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	});

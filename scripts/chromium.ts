import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { installFromDebian } from '#lib/server/local-server/system-packages.ts';

/** Where systems put theirs, the one of Debian's package first. */
const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** How Playwright starts it: the system's where there is one, else its own. */
export function chromiumOptions(): { args: string[]; executablePath?: string } {
	const system = systemPaths.find((path) => existsSync(path));
	const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
	return system === undefined ? { args } : { args, executablePath: system };
}

function isThere(): boolean {
	return existsSync(chromiumOptions().executablePath ?? chromium.executablePath());
}

/**
 * Sees to it that there is a Chromium: one that is there, else the system's package (as root on Debian), else Playwright's
 * own, fetched. Throws ThroughlineError where none of these can be had.
 */
export async function ensureChromium(log: (line: string) => void): Promise<void> {
	if (isThere()) return;
	await installFromDebian('Chromium', ['chromium'], log).catch(() => undefined);
	if (isThere()) return;
	log("Fetching Playwright's Chromium.");
	spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
		stdio: 'ignore'
	});
	if (isThere()) return;
	throw new ThroughlineError(
		'There is no Chromium, which the browser tests need, and none could be fetched.',
		"Install the system's package chromium, or run npx playwright install chromium."
	);
}

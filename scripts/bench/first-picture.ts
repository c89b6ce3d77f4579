import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { openStore } from '#lib/server/store.ts';

const port = 4179;
const address = `http://127.0.0.1:${port}`;
const systemChromium = '/usr/bin/chromium';
const rounds = 7;

async function waitForServer(): Promise<void> {
	for (let waited = 0; waited < 60_000; waited += 200) {
		const isUp = await fetch(`${address}/api/health`).then(
			({ ok }) => ok,
			() => false
		);
		if (isUp) return;
		await new Promise((wake) => setTimeout(wake, 200));
	}
	throw new ThroughlineError('The explorer did not start within a minute.', 'Is something else on its port?');
}

/** Milliseconds from the navigation to the drawn map, in a browser that has nothing in its cache. */
async function drawOnce(browser: Browser): Promise<number> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await page.goto(address);
	const handle = await page.waitForFunction(() => performance.getEntriesByName('map drawn')[0]?.startTime);
	const time = await handle.jsonValue();
	await context.close();
	return time ?? 0;
}

/** The median of the first picture of the overview map, in milliseconds, after one visit to warm the server up. */
export async function firstPicture(graph: string): Promise<number> {
	const store = await openStore({ url: graph, javaHome: process.env['JAVA_HOME'] });
	const server = spawn(process.execPath, ['build/index.js'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, GRAPH_URL: graph, GRAPH_JOIN: 'true', HOST: '127.0.0.1', PORT: String(port) }
	});
	const browser = await chromium.launch({
		args: ['--no-sandbox', '--disable-gpu'],
		...(existsSync(systemChromium) ? { executablePath: systemChromium } : {})
	});
	try {
		await waitForServer();
		const times: number[] = [];
		for (let round = 0; round <= rounds; round += 1) times.push(await drawOnce(browser));
		const measured = times.slice(1).sort((a, b) => a - b);
		return measured[Math.floor(rounds / 2)] ?? 0;
	} finally {
		await browser.close();
		server.kill('SIGKILL');
		await store.close();
	}
}

import { spawn } from 'node:child_process';
import { chromium, type Browser } from '@playwright/test';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { chromiumOptions, ensureChromium } from '../../chromium.ts';

const port = 4179;

/** What a bench may use of an explorer that runs: its address, a browser, and the store behind it. */
export interface Running {
	address: string;
	browser: Browser;
	store: Store;
}

async function waitForServer(address: string): Promise<void> {
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

/** Runs the built explorer on a graph, with a Chromium beside it, for the length of `work`. */
export async function withBuiltExplorer<Result>(
	graph: string,
	work: (running: Running) => Promise<Result>
): Promise<Result> {
	const address = `http://127.0.0.1:${port}`;
	await ensureChromium(console.error);
	const browser = await chromium.launch(chromiumOptions());
	try {
		const store = await openStore({ url: graph, javaHome: process.env['JAVA_HOME'] });
		const server = spawn(process.execPath, ['build/index.js'], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, GRAPH_URL: graph, GRAPH_JOIN: 'true', HOST: '127.0.0.1', PORT: String(port) }
		});
		try {
			await waitForServer(address);
			return await work({ address, browser, store });
		} finally {
			server.kill('SIGKILL');
			await store.close();
		}
	} finally {
		await browser.close();
	}
}

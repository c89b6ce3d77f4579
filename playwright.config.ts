import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/chromium.ts';

const port = 4173;

/** The real build on a real graph of the sample corpus, in real Chromium: nothing is mocked. */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	workers: 1,
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: process.env['TEST_JSON']
		? [['list'], ['json', { outputFile: process.env['TEST_JSON'] }]]
		: 'list',
	use: {
		baseURL: `http://127.0.0.1:${port}`,
		viewport: { width: 1440, height: 900 },
		launchOptions: chromiumOptions()
	},
	webServer: {
		command: 'npx tsx scripts/start.ts',
		url: `http://127.0.0.1:${port}/api/health`,
		timeout: 600_000,
		reuseExistingServer: false,
		stdout: 'pipe',
		gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
		env: { PORT: String(port), GRAPH_URL: 'local:./test-results/data' }
	}
});

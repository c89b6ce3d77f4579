import { sveltekit } from '@sveltejs/kit/vite';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { basicLatinFonts } from './scripts/basic-latin-fonts.ts';
import { leanClient } from './scripts/lean-client.ts';

/**
 * The process of people's queries as one file beside the built server: it starts in a quarter of the time that its
 * sources take, and one that was ended at a limit is replaced before the next query comes.
 */
function queryProcess(): Plugin {
	return {
		name: 'query-process',
		apply: 'build',
		closeBundle: {
			sequential: true,
			order: 'post',
			async handler() {
				// The client's bundle is closed as well; the server's comes last.
				if (this.environment.name !== 'ssr') return;
				await build({
					configFile: false,
					logLevel: 'error',
					build: {
						ssr: 'src/lib/server/queries/query-process.ts',
						outDir: process.env['BUILD_FOLDER'] ?? 'build/by-hand',
						emptyOutDir: false,
						target: 'node20'
					},
					ssr: { noExternal: true }
				});
			}
		}
	};
}

const faults = 'tests/graph/faults/*.test.ts';

export default defineConfig({
	plugins: [basicLatinFonts(), leanClient(), sveltekit(), queryProcess()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					environment: 'node',
					// Files share their process, and so what they import: no module keeps anything that a test changes.
					isolate: false,
					// One less than the cores by default, which leaves one of two idle; twice as many share their time.
					maxWorkers: '100%',
					testTimeout: 20_000
				}
			},
			{
				extends: true,
				test: {
					name: 'graph',
					include: ['tests/graph/**/*.test.ts'],
					exclude: [faults],
					globalSetup: 'tests/graph/shared-server.ts',
					environment: 'node',
					isolate: false,
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 300_000
				}
			},
			{
				// Each file starts Neo4js of its own and takes them down; most of the time it waits for one to start.
				extends: true,
				test: {
					name: 'faults',
					include: [faults],
					environment: 'node',
					maxWorkers: 2,
					testTimeout: 120_000,
					hookTimeout: 300_000
				}
			}
		]
	}
});

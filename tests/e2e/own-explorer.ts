import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { runProcess } from '../graph/processes/run-process.ts';
import { portOf } from '../graph/port-of.ts';

export interface OwnExplorer {
	origin: string;
	/** For files of the test; it goes at the end. */
	folder: string;
	/** Where its graph is, as commands name it. */
	graph: string;
	/** Ingests as the command does. */
	ingest: (...given: string[]) => ReturnType<typeof runProcess>;
	end: () => Promise<void>;
}

/** An explorer with a graph of its own, the sample at first: for what stays when it was done. */
export async function openOwnExplorer(env: Record<string, string> = {}): Promise<OwnExplorer> {
	const folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
	const probe = createServer();
	const port = await portOf(probe);
	probe.close();
	const origin = `http://127.0.0.1:${port}`;
	const graph = `local:${join(folder, 'data')}`;
	const explorer = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
		env: {
			...process.env,
			...{ THROUGHLINE_CACHE: join(folder, 'cache'), PORT: String(port), GRAPH_URL: graph, TMPDIR: folder },
			...env
		},
		stdio: 'ignore'
	});
	const statusOf = () =>
		fetch(`${origin}/favicon.svg`).then(
			({ status }) => status,
			() => 0
		);
	await expect.poll(statusOf, { timeout: 150_000 }).toBe(200);
	return {
		...{ origin, folder, graph },
		ingest: (...given) => runProcess('scripts/ingest.ts', ...given, '--graph', graph),
		end: async () => {
			explorer.kill();
			await once(explorer, 'exit');
			await rm(folder, { recursive: true, force: true });
		}
	};
}

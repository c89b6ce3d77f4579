import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processesOf, surviveKills } from '../../../scripts/bench/kills.ts';
import { javaHome } from '../opened-store.ts';
import { runProcess } from '../processes/run-process.ts';

/** `KILLS=50 npx vitest run --project faults tests/graph/faults/kills.test.ts` is the full number. */
const count = Number(process.env['KILLS'] ?? 4);
const seed = Number(process.env['KILLS_SEED'] ?? 1);

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-kills-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test(
	`a folder opens again after each of ${count} kills of commands, app and Java, with all that was in it`,
	{ timeout: count * 120_000 },
	async () => {
		const kills = await surviveKills({
			folder,
			count,
			seed,
			javaHome,
			onKill: (kill) => {
				console.log(JSON.stringify(kill));
			}
		});
		expect(kills.filter(({ opened, lost }) => opened === null || lost !== 0)).toEqual([]);
		const ingest = await runProcess(
			'scripts/ingest.ts',
			'static/sample-papers.jsonl',
			'--graph',
			`local:${folder}`
		);
		expect(ingest).toMatchObject({
			code: 0,
			output: expect.stringMatching(/^The graph holds 52 papers/) as string
		});
		await expect.poll(() => processesOf(folder), { timeout: 60_000 }).toEqual([]);
	}
);

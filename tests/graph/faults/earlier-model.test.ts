import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isOfEarlierModel } from '#lib/server/questions/health.ts';
import { freePort } from '#lib/server/local-server/server-process.ts';
import { openStore, type Store } from '#lib/server/store.ts';
import { madeUpPaper } from '../made-up-papers.ts';
import { javaHome, ownFolder } from '../opened-store.ts';
import { runProcess } from '../processes/run-process.ts';
import { runningCommand } from '../processes/running-command.ts';

const own = ownFolder();
const url = () => `local:${own.folder}`;
const spelt = {
	text: 'MATCH (c:Concept) RETURN count(c) AS concepts, count(c.spelling) AS spelt',
	row: z.object({ concepts: z.int(), spelt: z.int() })
};

async function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
	const store = await openStore({ url: url(), javaHome });
	try {
		return await work(store);
	} finally {
		await store.close();
	}
}

test('npm start makes a graph of an earlier version again, and keeps its papers', async () => {
	const file = join(own.folder, 'papers.jsonl');
	await writeFile(file, [0, 1, 2, 3].map((n) => `${JSON.stringify(madeUpPaper(n))}\n`).join(''));
	await runProcess('scripts/ingest.ts', file, '--graph', url());
	await withStore(async (store) => {
		expect(await isOfEarlierModel(store)).toBe(false);
		await store.write((transaction) =>
			transaction.run(
				'MATCH (i:Ingest) REMOVE i.model, i.drawn WITH count(i) AS n MATCH (c:Concept) REMOVE c.spelling SET c.hash = "earlier"'
			)
		);
		expect(await isOfEarlierModel(store)).toBe(true);
		expect((await store.read(spelt))[0]?.spelt).toBe(0);
	});
	const port = await freePort();
	const start = runningCommand(['scripts/start.ts', '--graph', url()], {
		PORT: String(port),
		HOST: '127.0.0.1'
	});
	const health = () =>
		fetch(`http://127.0.0.1:${port}/api/health`).then(
			(answer) => answer.json() as Promise<{ status: string; papers: number }>,
			() => null
		);
	await expect
		.poll(health, { timeout: 180_000, interval: 500 })
		.toMatchObject({ status: 'ready', papers: 4 });
	start.signal('SIGTERM');
	await start.end;
	expect(start.said.errors).toContain(
		'The graph is of an earlier version of Throughline: making it again of its papers.'
	);
	await withStore(async (store) => {
		expect(await isOfEarlierModel(store)).toBe(false);
		const [found] = await store.read(spelt);
		expect(found?.concepts).toBeGreaterThan(0);
		expect(found?.spelt).toBe(found?.concepts);
	});
}, 400_000);

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { decisions } from '#lib/server/people/decisions.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
let files: string;
beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-decisions-'));
});
afterAll(() => rm(files, { recursive: true }));

const row = z.object({ id: z.string(), name: z.string(), papers: z.int(), former: z.array(z.string()) });
const concepts = () =>
	opened.store.read({
		text: 'MATCH (c:Concept) RETURN c.id AS id, c.name AS name, c.papers AS papers, coalesce(c.formerIds, []) AS former ORDER BY c.papers DESC, c.id',
		row
	});
/** What the corpus says, without places. */
const said = async () =>
	(await exportedLines(opened.store)).filter((line) =>
		/"label":"(MENTIONS|INTRODUCES|CO_OCCURS|BROADER)"/.test(line)
	);

test('decide, ingest, look, undo, ingest: as before', async () => {
	const file = join(files, 'ponds.jsonl');
	await writeFile(file, [0, 1, 2, 3, 4, 5].map((n) => `${JSON.stringify(madeUpPaper(n))}\n`).join(''));
	const ingest = () => runProcess('scripts/ingest.ts', file, '--graph', `local:${opened.folder}`);
	await ingest();
	const [before, saidBefore] = [await concepts(), await said()];
	const [stays, merged, hidden] = before;
	if (!stays || !merged || !hidden) throw new Error('The made-up papers have three concepts.');

	const made = decisions(opened.store);
	const merge = await made.create({ what: 'merge', form: merged.name, into: stays.name });
	const hide = await made.create({ what: 'hide', form: hidden.name });
	expect(await ingest()).toMatchObject({ code: 0 });
	const after = await concepts();
	const gone = new Set([merged.id, hidden.id]);
	expect(after.map(({ id }) => id).sort()).toEqual(
		before.flatMap(({ id }) => (gone.has(id) ? [] : [id])).sort()
	);
	expect(after.find(({ id }) => id === stays.id)?.former).toContain(merged.id);
	const saidAfter = await said();
	expect(saidAfter).not.toEqual(saidBefore);
	expect((await ingest()).output).toContain('0 records written');
	expect(await said()).toEqual(saidAfter);

	await made.remove(merge.id, merge.revision);
	await made.remove(hide.id, hide.revision);
	await ingest();
	expect(await said()).toEqual(saidBefore);
	expect(await concepts()).toEqual(before);
});

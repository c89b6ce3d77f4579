import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, openedStore } from './opened-store.ts';
import { runProcess } from './processes/run-process.ts';

const opened = openedStore();
const titles = z.object({ a: z.string(), b: z.string() });
let files: string;
beforeAll(async () => {
	files = await mkdtemp(join(tmpdir(), 'throughline-cites-'));
});
afterAll(() => rm(files, { recursive: true }));

/** A file of made-up papers; each cites the DOIs of the others that are given. */
async function fileOf(name: string, papers: Record<number, number[]>): Promise<string> {
	const lines = Object.entries(papers).map(([n, cited]) => {
		const references = cited.map((other) => `https://doi.org/10.5555/POND.${other}`);
		return JSON.stringify({ ...madeUpPaper(Number(n)), id: undefined, doi: `10.5555/pond.${n}`, references });
	});
	const file = join(files, name);
	await writeFile(file, lines.join('\n'));
	return file;
}

const ingest = async (...given: string[]) => {
	const { code, errors } = await runProcess(
		'scripts/ingest.ts',
		...given,
		'--graph',
		`local:${opened.folder}`
	);
	expect(errors, errors).toSatisfy(() => code === 0);
};
const linesOf = async (...types: string[]) =>
	(await exportedLines(opened.store)).filter((line) =>
		types.some((type) => line.includes(`"label":"${type}"`))
	);

test('citations inside the corpus, also of what comes later: additions are what a rebuild is', async () => {
	const citing = await fileOf('citing.jsonl', { 1: [2, 3, 99], 4: [2, 3], 5: [] });
	const cited = await fileOf('cited.jsonl', { 2: [], 3: [], 6: [1] });
	await ingest(citing);
	expect(await linesOf('CITES')).toEqual([]);
	await ingest(cited);
	const added = await linesOf('CITES', 'RELATED');
	const ofCites = added
		.filter((line) => line.includes('"label":"CITES"'))
		.map((line) => JSON.parse(line) as { start: { id: string }; end: { id: string } });
	expect(ofCites).toHaveLength(5);
	const { cites, citedBy, citesTotal, citedByTotal, related } = await paperDetails(
		opened.store,
		'10.5555/pond.1'
	);
	expect([cites.map(({ ref }) => ref).sort(), citesTotal]).toEqual([
		['papers/10.5555/pond.2', 'papers/10.5555/pond.3'],
		2
	]);
	expect([citedBy.map(({ ref }) => ref), citedByTotal]).toEqual([['papers/10.5555/pond.6'], 1]);
	const parts = new Map(related.map(({ paper, cites: part }) => [paper.ref, part]));
	expect(parts.get('papers/10.5555/pond.2')).toBeGreaterThan(0.2);
	expect(parts.get('papers/10.5555/pond.5') ?? 0).toBe(0);
	await ingest('--fresh', cited, citing);
	expect(await linesOf('CITES', 'RELATED')).toEqual(added);
});

test('a citation by a key follows its paper to the id that it has in the graph', async () => {
	const [title, citing] = [madeUpPaper(7).title, madeUpPaper(8).title];
	const held = await fileOf('held.jsonl', { 7: [], 5: [] });
	const keyed = join(files, 'keyed.bib');
	await writeFile(keyed, `@misc{old, title={${title}}}\n@misc{new, title={${citing}}, cites={old, lost}}`);
	await ingest('--fresh', held);
	await ingest(keyed);
	const lines = (await linesOf('CITES')).map(
		(line) => JSON.parse(line) as { start: { id: string }; end: { id: string } }
	);
	const row = { text: 'MATCH (a:Paper)-[:CITES]->(b:Paper) RETURN a.title AS a, b.id AS b', row: titles };
	expect(lines).toHaveLength(1);
	expect(await opened.store.read(row)).toEqual([{ a: citing, b: '10.5555/pond.7' }]);
});

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Decision } from '#lib/domain/decision.ts';
import { ingest } from '#lib/ingest/ingest.ts';
import { readDecisionFile } from '#lib/server/people/decision-files.ts';
import { decisionsOf, lastOutcomes } from '#lib/server/people/decisions.ts';
import { movedAddress } from '#lib/server/questions/moved-node.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { exportedLines, openedStore } from './opened-store.ts';

const opened = openedStore();
const at = (path: string) => new URL(path, 'http://127.0.0.1:3000');

async function add(from: number, to: number, fresh = false) {
	const file = join(await mkdtemp(join(tmpdir(), 'throughline-curation-')), 'papers.jsonl');
	const papers = Array.from({ length: to - from }, (_, n) => JSON.stringify(madeUpPaper((from + n) * 8)));
	await writeFile(file, papers.join('\n'));
	return run([file], fresh);
}

/** Without files: the graph of the papers that are there, made again. */
function run(files: string[] = [], fresh = false) {
	return ingest(
		{ files, fresh },
		{
			withStore: (work) => work(opened.store),
			extraction: { workers: 1 },
			onStep: () => undefined,
			onRead: () => undefined,
			tell: () => undefined
		}
	);
}

/** What the corpus says, as it is stored: all but places, topics and nearness. */
async function said(): Promise<string[]> {
	const text = `MATCH (c:Concept) RETURN c {.id, .name, .label, .kind, .aliases, .papers,
	mentions: [(p:Paper)-[m:MENTIONS]->(c) | p.id + ' ' + toString(m.count)]} AS concept ORDER BY c.id`;
	const rows = await opened.store.read({
		text,
		row: z.object({ concept: z.record(z.string(), z.unknown()) })
	});
	return rows.map(({ concept: { mentions, ...rest } }) =>
		JSON.stringify({ ...rest, mentions: z.array(z.string()).parse(mentions).sort() })
	);
}

const concept = async (id: string) => {
	const text = 'MATCH (c:Concept {id: $id}) RETURN c {.name, .label, .kind, .aliases, .papers} AS concept';
	const [row] = await opened.store.read(
		{ text, row: z.object({ concept: z.record(z.string(), z.unknown()) }) },
		{ id }
	);
	return row?.concept;
};

const merge: Decision = { decision: 'merge', forms: ['phoneme lattices'], into: ['Beam-search decoder'] };

/** The tests of this group follow each other. */
describe('what people decide about concepts', () => {
	let before: string[] = [];

	beforeAll(async () => {
		await add(0, 12);
		before = await said();
	});

	test('is kept, changes nothing by itself, and takes effect with the next ingest', async () => {
		expect([
			(await concept('phoneme-lattice'))?.['papers'],
			(await concept('beam-search-decoder'))?.['papers']
		]).toEqual([expect.any(Number), expect.any(Number)]);
		await decisionsOf(opened.store).keepAll([
			merge,
			{ decision: 'hide', forms: ['quartz'] },
			{ decision: 'kind', forms: ['beam search decoder'], kind: 'theory' }
		]);
		expect(await said()).toEqual(before);
		const { decided, news } = await run();
		expect(decided).toEqual([
			{ key: 'hide | quartz', applies: false, sentence: 'No concept is written quartz.' },
			{
				...{ key: 'kind | beam search decoder', applies: true },
				sentence: 'beam search decoder is of the kind theory.'
			},
			expect.objectContaining({ key: 'merge | phoneme lattices', applies: true })
		]);
		expect(await concept('phoneme-lattice')).toBeUndefined();
		expect(await concept('beam-search-decoder')).toMatchObject({
			...{ kind: 'theory', aliases: expect.arrayContaining(['phoneme lattice']) as string[] }
		});
		expect(news.merged).toContainEqual({
			...{ former: 'concepts/phoneme-lattice', now: 'concepts/beam-search-decoder' }
		});
		expect([...(await lastOutcomes(opened.store)).values()]).toEqual(decided);
	});

	test('leads from the id that ended to what took it in', async () => {
		expect(await movedAddress(opened.store, at('/concepts/phoneme-lattice'))).toBe(
			'/concepts/beam-search-decoder'
		);
	});

	test('gives the same however often it is ingested, added to, or made anew', async () => {
		const once = await exportedLines(opened.store);
		await run();
		expect(await exportedLines(opened.store)).toEqual(once);
		await add(12, 20);
		const added = await said();
		await add(0, 20, true);
		expect(await said()).toEqual(added);
		expect(await movedAddress(opened.store, at('/concepts/phoneme-lattice'))).toBe(
			'/concepts/beam-search-decoder'
		);
		await add(0, 12, true);
	});

	test('one about the same takes the place of the other; the same again changes nothing', async () => {
		const decisions = decisionsOf(opened.store);
		const kept = await decisions.keep({ ...merge, forms: ['Phoneme Lattices'], note: 'looked at again' });
		expect(kept.revision).toBe(2);
		expect(
			await decisions.keepAll([{ ...merge, forms: ['Phoneme Lattices'], note: 'looked at again' }])
		).toBe(0);
		expect(await decisions.list()).toHaveLength(3);
	});

	test('is taken back, and after the next ingest all is as before', async () => {
		const decisions = decisionsOf(opened.store);
		for (const { id, revision } of await decisions.list()) await decisions.remove(id, revision);
		await run();
		expect(await said()).toEqual(before);
		expect(await movedAddress(opened.store, at('/concepts/phoneme-lattice'))).toBeNull();
		const [first] = await decisions.list({ deleted: true });
		await decisions.restore(first?.id ?? '');
		expect(await decisions.list()).toHaveLength(1);
	});

	test('that another program wrote badly stops no ingest and is told', async () => {
		await opened.store.write((transaction) =>
			transaction.run("CREATE (:Decision {id: 'odd', decision: 'marry', forms: ['a']})")
		);
		const { decided } = await run();
		expect(decided).toContainEqual({
			...{ key: 'odd', applies: false, sentence: 'The decision "odd" cannot be read.' }
		});
		await opened.store.write((transaction) => transaction.run("MATCH (d:Decision {id: 'odd'}) DELETE d"));
	});

	test('of more than may be kept nothing is taken', async () => {
		const rows = Array.from({ length: 2001 }, (_, n) => `word ${n}\tother`);
		const many = readDecisionFile(['label\treplace by', ...rows].join('\n'), 'many.txt');
		const count = (await decisionsOf(opened.store).list()).length;
		await expect(decisionsOf(opened.store).keepAll(many)).rejects.toThrow('are kept at most');
		expect(await decisionsOf(opened.store).list()).toHaveLength(count);
	});
});

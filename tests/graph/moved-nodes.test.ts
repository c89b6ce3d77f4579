import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { movedAnswer } from '#lib/server/answers/moved-answer.ts';
import { movedAddress } from '#lib/server/questions/moved-node.ts';
import { namedNode } from '#lib/server/questions/named-node.ts';
import { ingest } from '#lib/ingest/ingest.ts';
import { readStoredMap } from '#lib/server/publishing/stored-map.ts';
import { openedStore } from './opened-store.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const opened = openedStore();

/** Ingests papers that write one concept in some way, on top of what is there. */
async function add(from: number, to: number, write: (text: string) => string, fresh = false) {
	const folder = await mkdtemp(join(tmpdir(), 'throughline-moved-'));
	const file = join(folder, 'papers.jsonl');
	const papers = Array.from({ length: to - from }, (_, at) => {
		const paper = madeUpPaper((from + at) * 8);
		return JSON.stringify({ ...paper, title: write(paper.title), abstract: write(paper.abstract) });
	});
	await writeFile(file, papers.join('\n'));
	return ingest(
		{ files: [file], fresh },
		{
			withStore: (work) => work(opened.store),
			extraction: { workers: 1 },
			onStep: () => undefined,
			onRead: () => undefined,
			tell: () => undefined
		}
	);
}

const asIs = (text: string) => text;
const hyphened = (text: string) => text.replaceAll('beam search decoder', 'beamsearch decoder');

/** The tests of this group follow each other. */
describe('ids that last', () => {
	const at = (path: string) => new URL(path, 'http://127.0.0.1:3000');

	beforeAll(async () => {
		await add(0, 12, asIs);
		await opened.store.write((transaction) =>
			transaction.run(
				`MATCH (c:Concept {id: 'phoneme-lattice'}) SET c.formerIds = ['lattice of/phonemes', 'old'], c.hash = null`
			)
		);
	});

	test('an address of an id that ended leads to what took it in, in its path and its parameters', async () => {
		expect(await movedAddress(opened.store, at('/concepts/old?page=2'))).toBe(
			'/concepts/phoneme-lattice?page=2'
		);
		expect(await movedAddress(opened.store, at('/api/concepts/lattice%20of/phonemes'))).toBe(
			'/api/concepts/phoneme-lattice'
		);
		expect(
			await movedAddress(opened.store, at('/?scope=concepts/old&moved=concepts/old~1~2&from=2020'))
		).toBe('/?scope=concepts%2Fphoneme-lattice&moved=concepts%2Fphoneme-lattice%7E1%7E2&from=2020');
		for (const path of [
			'/concepts/never',
			'/concepts/phoneme-lattice',
			'/papers/old',
			'/concepts/%E0%A4%A',
			'/'
		])
			expect(await movedAddress(opened.store, at(path))).toBeNull();
	});

	test('a request for it is answered with the way', async () => {
		const missing = new Response('{}', { status: 404 });
		const asked = { store: opened.store, url: at('/concepts/old'), isData: false };
		const moved = await movedAnswer(missing, asked);
		expect([moved.status, moved.headers.get('location')]).toEqual([308, '/concepts/phoneme-lattice']);
		expect(await movedAnswer(missing, { ...asked, url: at('/concepts/never') })).toBe(missing);
		const there = new Response('{}');
		expect(await movedAnswer(there, asked)).toBe(there);
		const data = Response.json({ type: 'data', nodes: [null, { type: 'error', error: {}, status: 404 }] });
		expect(await (await movedAnswer(data, { ...asked, isData: true })).json()).toEqual({
			type: 'redirect',
			location: '/concepts/phoneme-lattice'
		});
		expect(await namedNode(opened.store, 'concepts/old', ['concepts'])).toMatchObject({
			ref: 'concepts/phoneme-lattice'
		});
	});

	test('an id stays when another spelling is written more often, and the ingest tells only what is new', async () => {
		const { news } = await add(12, 40, hyphened);
		const ids = await opened.store.read({
			text: `MATCH (c:Concept) WHERE any(form IN [c.name] + c.aliases WHERE replace(form, ' ', '') = 'beamsearchdecoder')
RETURN c.id AS id, c.name AS name`,
			row: z.object({ id: z.string(), name: z.string() })
		});
		expect(ids).toEqual([{ id: 'beam-search-decoder', name: 'beamsearch decoder' }]);
		expect(news.papers).toHaveLength(28);
		expect(news.concepts).not.toContain('beamsearch-decoder');
		const [stored] = await opened.store.read({
			text: `MATCH (i:Ingest) RETURN i.newPapersTotal AS papers, size(i.newPapers) AS listed, i.newConcepts AS concepts
ORDER BY i.id DESC LIMIT 1`,
			row: z.object({ papers: z.int(), listed: z.int(), concepts: z.array(z.string()) })
		});
		expect(stored).toEqual({ papers: 28, listed: 28, concepts: news.concepts });
	});

	test('what had ended is remembered by the next generation', async () => {
		expect((await readStoredMap(opened.store))?.former).toEqual([
			{ former: 'concepts/lattice of/phonemes', now: 'concepts/phoneme-lattice' },
			{ former: 'concepts/old', now: 'concepts/phoneme-lattice' }
		]);
	});

	test('a graph made anew forgets papers, and no id of what comes again', async () => {
		const topics = new Set((await readStoredMap(opened.store))?.topics.map(({ id }) => id));
		const { graph, drawn } = await add(0, 36, hyphened, true);
		expect([graph.papers.length, drawn]).toEqual([36, 36]);
		expect(graph.concepts.map(({ id }) => id)).toContain('beam-search-decoder');
		expect(graph.formerIds).toContainEqual({ former: 'concepts/old', now: 'concepts/phoneme-lattice' });
		expect(graph.topics.some(({ id }) => topics.has(id))).toBe(true);
	});

	test('a map is drawn anew when there are more than four times as many papers as it was drawn of', async () => {
		await add(0, 8, asIs, true);
		expect((await add(8, 32, asIs)).drawn).toBe(8);
		const before = (await readStoredMap(opened.store))?.papers;
		const { graph, drawn } = await add(32, 33, asIs);
		expect(drawn).toBe(33);
		// What was squeezed into the land of eight papers has land of its own now.
		expect(graph.papers.some(({ id, x, y }) => before?.get(id)?.x !== x || before.get(id)?.y !== y)).toBe(
			true
		);
		expect(graph.concepts.map(({ id }) => id)).toContain('beam-search-decoder');
	});
});

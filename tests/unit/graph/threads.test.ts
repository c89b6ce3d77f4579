import { beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { rangesOf } from '#lib/graph/nearness/nearest-papers.ts';
import { nearestInRange } from '#lib/graph/nearness/nearest-in-range.ts';
import { conceptTerms } from '#lib/graph/nearness/concept-terms.ts';
import { withThreads } from '#lib/graph/threads/threads.ts';
import { graphText, madeUpCorpus } from './made-up-corpus.ts';
import { madeUpTies } from './made-up-ties.ts';

const ties = madeUpTies(900, 4, 2);

describe('the graph of 900 papers', () => {
	const { papers, corpus } = madeUpCorpus(ties);
	let alone = '';

	beforeAll(async () => {
		alone = graphText(await buildGraph(papers, corpus));
	}, 60_000);

	test.each([2, 3])('is the same to the letter in %d threads', { timeout: 60_000 }, async (threads) => {
		expect(graphText(await buildGraph(papers, corpus, { threads }))).toBe(alone);
	});
});

describe('withThreads', () => {
	const terms = { rows: conceptTerms(ties), terms: ties.concepts };
	const ranges = rangesOf(terms, terms, 3);
	const expected = ranges.map(nearestInRange);

	test.each([1, 2, 3])('gives results in the order of the pieces, from %d threads', async (count) => {
		const done: number[] = [];
		const found = await withThreads(count, (threads) =>
			threads.all('nearestInRange', ranges, (pieces) => done.push(pieces))
		);
		expect(found).toEqual(expected);
		expect(done).toEqual(ranges.map((_, at) => at + 1));
	});

	test('throws what goes wrong in another thread', async () => {
		const [first] = ranges;
		// The first piece goes to the other thread; what cannot be made fails there.
		const broken = { ...first, count: -1 } as (typeof ranges)[number];
		await expect(
			withThreads(2, (threads) => threads.all('nearestInRange', [broken, ...ranges.slice(1)]))
		).rejects.toThrow('Invalid typed array length');
	});
});

import { describe, expect, test } from 'vitest';
import type { Graph } from '#lib/domain/graph.ts';
import { topicIdSchema } from '#lib/domain/ids.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { keptMapOf } from '#lib/graph/kept-map.ts';
import { distanceOf, layOut, spreadOf } from '#lib/graph/places/lay-out.ts';
import { placeTopics } from '#lib/graph/places/topic-lands.ts';
import { treeOf } from '#lib/graph/topics/topic-tree.ts';
import { graphText, madeUpCorpus, mapText } from './made-up-corpus.ts';
import { madeUpTies, nearnessOf } from './made-up-ties.ts';

/*
 * What `golden-graphs.test.ts` does for a corpus that has everything, for one that is built in a blink: this one is asked
 * for every mutant.
 */

let graph: Promise<Graph> | null = null;

function built(): Promise<Graph> {
	const { papers, corpus } = madeUpCorpus(madeUpTies(12, 2, 1));
	return (graph ??= buildGraph(papers, corpus));
}

describe('the graph of 12 papers', () => {
	test('is as it was', async () => {
		await expect(graphText(await built())).toMatchFileSnapshot('../../data/graph/made-up-12.txt');
	});

	test('is as it was where two papers and their concepts come to a map that is there', async () => {
		const { papers, corpus } = madeUpCorpus(madeUpTies(12, 2, 1));
		const before = keptMapOf(await built());
		const isOld = ([id]: [string, unknown]) => !['p003', 'p008'].includes(id);
		const concepts = new Map([...before.concepts].filter((_, at) => at % 9 !== 4));
		const kept = {
			...before,
			concepts,
			papers: new Map([...before.papers].filter(isOld)),
			forms: new Map([...before.forms].filter(([id]) => concepts.has(id)))
		};
		const after = await buildGraph(papers, corpus, { kept });
		await expect(mapText(after)).toMatchFileSnapshot('../../data/graph/made-up-10-and-2.txt');
	});

	test('is as it was with a large topic that is divided in two', async () => {
		const ties = madeUpTies(12, 2, 1);
		const nearness = nearnessOf(ties);
		const tree = treeOf(ties, {
			ofPaper: Int32Array.from([2, 2, 2, 2, 3, 3, 3, 3, 1, 1, 1, -1]),
			parents: [null, null, 0, 0]
		});
		const names = ['water', 'sky', 'pond', 'bank'].map((id) => ({
			id: topicIdSchema.parse(id),
			name: id,
			terms: []
		}));
		const layout = await layOut(ties, tree, nearness);
		const distance = distanceOf(spreadOf(ties.papers + ties.concepts));
		const topics = placeTopics(tree, names, layout, { ties, zoom: 0.7, distance });
		const text = mapText({
			...{
				papers: [],
				concepts: [],
				mentions: [],
				introduces: [],
				broader: [],
				coOccurs: [],
				related: [],
				cites: []
			},
			...{ memberships: [], partOf: [], formerIds: [], topics }
		});
		const points = [...layout.papers, ...layout.concepts].map(({ x, y }) => `${x} ${y}`).join('\n');
		await expect(`${text}${points}\n`).toMatchFileSnapshot('../../data/graph/made-up-levels.txt');
	});
});

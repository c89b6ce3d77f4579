import { describe, expect, test } from 'vitest';
import type { NodeRef } from '#lib/domain/ids.ts';
import { neighboursIn, nodeSentence } from '#lib/explorer/node-sentence.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';

const picture = {
	nodes: [
		mapNode('concepts/ppo', { name: 'PPO', papers: 9 }),
		mapNode('concepts/rl', { name: 'pond learning', papers: 13 }),
		mapNode('concepts/lone', { name: 'lone heron', kind: 'task' }),
		mapNode('papers/p', { name: 'Lighthouse', title: 'Lighthouse: a study', date: '2025-01' }),
		mapNode('papers/q', { title: 'Reeds' }),
		mapNode('papers/r', { name: 'Rushes', title: 'Rushes', date: '2024' })
	],
	edges: [
		mapEdge('papers/p', 'concepts/ppo', { weight: 0.2 }),
		mapEdge('papers/p', 'concepts/ppo', { type: 'INTRODUCES', weight: 0.6 }),
		mapEdge('concepts/ppo', 'concepts/rl', { type: 'CO_OCCURS', weight: 0.9 }),
		mapEdge('papers/r', 'concepts/ppo', { weight: 0.4 }),
		mapEdge('papers/q', 'concepts/ppo', { weight: 0.4 }),
		mapEdge('papers/r', 'papers/q', { type: 'RELATED', weight: 1 }),
		mapEdge('concepts/ppo', 'concepts/gone', { weight: 1 })
	]
};

describe('neighboursIn', () => {
	test.each<[NodeRef, NodeRef[]]>([
		// The stronger of two lines to one place counts, equals go by their ids, what is not drawn is left out.
		['concepts/ppo', ['concepts/rl', 'papers/p', 'papers/q', 'papers/r']],
		['papers/p', ['concepts/ppo']],
		['papers/q', ['papers/r', 'concepts/ppo']],
		['concepts/lone', []]
	])('of %s are %j, by the strongest line', (ref, expected) => {
		expect(neighboursIn(picture, ref).map(({ id }) => id)).toEqual(expected);
	});
});

describe('nodeSentence', () => {
	test.each<[NodeRef, string]>([
		['concepts/ppo', 'PPO, method, 9 papers, nearest: pond learning, Lighthouse, q'],
		['concepts/lone', 'lone heron, task, 1 paper'],
		['papers/p', 'Lighthouse: a study, paper, 2025-01, nearest: PPO'],
		['papers/q', 'Reeds, paper, nearest: Rushes, PPO'],
		['concepts/none', '']
	])('says of %s: %s', (ref, expected) => {
		expect(nodeSentence(picture, ref)).toBe(expected);
	});
});

import { expect, test } from 'vitest';
import type { MapEdge, MapNode } from '#lib/domain/map-picture.ts';
import { nodeSentence } from '#lib/explorer/node-sentence.ts';

function node(id: MapNode['id'], name: string, kind: MapNode['kind'], papers: number): MapNode {
	return {
		id,
		name,
		title: `${name}: a study`,
		kind,
		papers,
		x: 0,
		y: 0,
		step: 0,
		topic: null,
		introduced: false,
		date: '2025-01',
		more: 0
	};
}
function edge(source: MapNode['id'], target: MapNode['id'], weight: number): MapEdge {
	return { id: `${source} MENTIONS ${target}`, source, target, type: 'MENTIONS', weight, papers: 1 };
}

const picture = {
	nodes: [
		node('concepts/grpo', 'GRPO', 'method', 9),
		node('concepts/rl', 'reinforcement learning', 'method', 13),
		node('papers/p', 'Lighthouse', 'paper', 1)
	],
	edges: [edge('papers/p', 'concepts/grpo', 0.2), edge('concepts/grpo', 'concepts/rl', 0.9)]
};

test('nodeSentence says what a concept is and what lies nearest, strongest first', () => {
	expect(nodeSentence(picture, 'concepts/grpo')).toBe(
		'GRPO, method, 9 papers, nearest: reinforcement learning, Lighthouse'
	);
});

test('nodeSentence says the title and the date of a paper', () => {
	expect(nodeSentence(picture, 'papers/p')).toBe('Lighthouse: a study, paper, 2025-01, nearest: GRPO');
});

test('nodeSentence is empty for what is not drawn', () => {
	expect(nodeSentence(picture, 'concepts/none')).toBe('');
});

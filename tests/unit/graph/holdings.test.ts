import { describe, expect, test } from 'vitest';
import type { Graph, Mention } from '#lib/domain/graph.ts';
import { holdingsOf } from '#lib/graph/holdings.ts';

/** A graph of ten papers a day apart, the last without a date, in which every second mentions herons, the last five carps. */
function madeUpGraph(): Graph {
	const days = Array.from({ length: 10 }, (_, at) => `2025-07-${String(at + 1).padStart(2, '0')}`);
	const papers = days.map((date, at) => ({ id: `p${at}`, date })).concat({ id: 'p10', date: null as never });
	const mention = (paper: number, concept: string) => ({ paper: `p${paper}`, concept }) as unknown as Mention;
	return {
		papers,
		concepts: [
			{ id: 'carp', papers: 5 },
			{ id: 'newt', papers: 5 },
			{ id: 'heron', papers: 6 }
		],
		mentions: [
			...[0, 2, 4, 6, 8, 10].map((at) => mention(at, 'heron')),
			...[5, 6, 7, 8, 9].map((at) => mention(at, 'carp'))
		],
		topics: [{ id: 'birds', name: 'Birds', level: 1, papers: 11, x: 0, y: 0 }]
	} as unknown as Graph;
}

describe('holdingsOf', () => {
	test('counts papers, and those of the latest fifth of the dated ones', () => {
		expect(holdingsOf(madeUpGraph())).toEqual({
			topics: [{ id: 'birds', name: 'Birds', level: 1, papers: 11 }],
			concepts: [
				['heron', 6, 1],
				['carp', 5, 2],
				['newt', 5, 0]
			],
			newest: { papers: 2, from: '2025-07-09' }
		});
	});

	test('takes all papers of the day that the fifth ends with, and none where none has a date', () => {
		const graph = madeUpGraph();
		for (const paper of graph.papers.slice(7, 9)) paper.date = '2025-07-09';
		expect(holdingsOf(graph).newest).toEqual({ papers: 3, from: '2025-07-09' });
		for (const paper of graph.papers) paper.date = null;
		expect(holdingsOf(graph).newest).toEqual({ papers: 0, from: null });
	});

	test('keeps the strongest two thousand', () => {
		const graph = madeUpGraph();
		graph.concepts = Array.from({ length: 2100 }, (_, at) => ({ id: `c${at}`, papers: at + 1 })) as never;
		const { concepts } = holdingsOf(graph);
		expect(concepts).toHaveLength(2000);
		expect(concepts[0]).toEqual(['c2099', 2100, 0]);
	});
});

import { expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { keptMapOf } from '#lib/graph/kept-map.ts';

function paper(number: number, abstract: string): Paper {
	return {
		...{ id: paperIdSchema.parse(`p${number}`), title: `Ponds ${number}`, abstract, date: null, url: null },
		...{ organization: null, authors: [], authorCount: null, comments: null, source: 'test' }
	};
}

const copy =
	'We present PondNet, a lily transformer. PondNet uses lily attention and duck sampling on ponds.';

test.each<[string, Paper[]]>([
	['no paper', []],
	['one paper', [paper(1, copy)]],
	['two papers that share nothing', [paper(1, copy), paper(2, 'A heron policy gradient is studied.')]],
	[
		'papers without any concept',
		Array.from({ length: 30 }, (_, at) => paper(at, 'It is so. And so it was.'))
	],
	['600 copies of one abstract', Array.from({ length: 600 }, (_, at) => paper(at, copy))]
])('%s: a graph, and the same again from its own map', { timeout: 60_000 }, async (_, papers) => {
	const corpus = await extractCorpus(papers);
	const graph = await buildGraph(papers, corpus);
	expect(graph.papers).toHaveLength(papers.length);
	const speaking = new Set(graph.mentions.map((mention) => mention.paper));
	const members = graph.memberships.filter(({ member }) => member.startsWith('papers/'));
	expect(members).toHaveLength(speaking.size);
	expect(graph.topics.filter(({ level }) => level === 1).reduce((sum, each) => sum + each.papers, 0)).toBe(
		speaking.size
	);
	for (const { x, y, step } of [...graph.papers, ...graph.concepts])
		expect([x, y, step].every(Number.isFinite)).toBe(true);
	expect(await buildGraph(papers, corpus, { kept: keptMapOf(graph) })).toEqual(graph);
});

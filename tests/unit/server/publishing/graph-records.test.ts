import { expect, test } from 'vitest';
import type { Graph } from '#lib/domain/graph.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { fingerprintOf, recordsOf } from '#lib/server/publishing/graph-records.ts';
import { madeUpCorpus, madeUpPaper } from '../../graph/made-up-corpus.ts';
import { madeUpTies } from '../../graph/made-up-ties.ts';

const { papers, corpus } = madeUpCorpus(madeUpTies(12, 2, 1));
const graph = await buildGraph(
	papers.map((paper, at) => ({
		...paper,
		authors: at % 2 === 0 ? ['Zoe Marsh', 'Ada Brook'] : [],
		organization: at === 3 ? 'Pond Institute' : null
	})),
	corpus
);
const records = recordsOf(graph);
const contentOf = (label: string, id: string) =>
	records.find((record) => record.label === label && record.id === id)?.content();

test('nodes go by label, then by id', () => {
	const keys = records.map(({ label, id }) => `${label} ${id}`);
	expect(keys.slice(0, 2)).toEqual(['Author Ada Brook', 'Author Zoe Marsh']);
	expect(keys).toEqual([...keys].sort());
	expect(keys).toHaveLength(2 + 1 + 12 + graph.concepts.length + graph.topics.length);
});

test('what leaves a node is all of it, type by type, in the order of the graph', () => {
	const wrote = contentOf('Author', 'Ada Brook')?.outgoing.map(({ type, to }) => `${type} ${to.id}`);
	expect(wrote).toEqual(['p000', 'p002', 'p004', 'p006', 'p008', 'p010'].map((id) => `WROTE ${id}`));
	const left = contentOf('Paper', 'p003')?.outgoing.map(({ type, to }) => `${type} ${to.id}`);
	const own = ({ mentions, introduces, related, memberships }: Graph) => [
		...mentions.flatMap(({ paper, concept }) => (paper === 'p003' ? [`MENTIONS ${concept}`] : [])),
		...introduces.flatMap(({ paper, concept }) => (paper === 'p003' ? [`INTRODUCES ${concept}`] : [])),
		...related.flatMap((each) => (each.paper === 'p003' ? [`RELATED ${each.related}`] : [])),
		...memberships.flatMap(({ member, topic }) => (member === 'papers/p003' ? [`IN_TOPIC ${topic}`] : []))
	];
	expect(left?.length).toBeGreaterThan(10);
	expect(left).toEqual(own(graph));
});

test('a node is told from another by what it holds and by what leaves it', () => {
	const [paper] = graph.papers;
	const moved = { ...graph, papers: graph.papers.map((each) => (each === paper ? { ...each, x: 1 } : each)) };
	// The nearest one stays: a paper holds its score.
	const [, ...further] = graph.related
		.filter((each) => each.paper === paper?.id)
		.sort((a, b) => b.score - a.score);
	expect(further.length).toBeGreaterThan(2);
	const lonely = { ...graph, related: graph.related.filter((each) => !further.includes(each)) };
	const hashOf = (of: Graph) => {
		const record = recordsOf(of).find(({ label, id }) => label === 'Paper' && id === paper?.id);
		return record ? fingerprintOf(record.content()).hash.split('.') : [];
	};
	const [own, outgoing] = hashOf(graph);
	expect(hashOf(moved)).toEqual([expect.not.stringMatching(own ?? ''), outgoing]);
	expect(hashOf(lonely)).toEqual([own, expect.not.stringMatching(outgoing ?? '')]);
});

test('what leaves a paper that is not there is an error of ours', () => {
	const lost = { ...graph, cites: [{ paper: madeUpPaper('nowhere').id, cited: madeUpPaper('p000').id }] };
	expect(() => recordsOf(lost)).toThrow('CITES leaves Paper nowhere, which is not in the graph');
});

import { beforeAll, describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Graph } from '#lib/domain/graph.ts';
import { nodeRef } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

let papers: Paper[];
let graph: Graph;

async function build(of: Paper[], earlier?: Graph): Promise<Graph> {
	const places = [
		...(earlier?.papers ?? []).map(({ id, x, y }) => [nodeRef('papers', id), { x, y }] as const),
		...(earlier?.concepts ?? []).map(({ id, x, y }) => [nodeRef('concepts', id), { x, y }] as const)
	];
	return buildGraph(of, await extractCorpus(of), { previous: new Map(places) });
}

beforeAll(async () => {
	papers = (await readPapers(['static/sample-papers.jsonl'])).papers;
	graph = await build(papers);
});

describe('buildGraph', () => {
	test('gives the same graph in whatever order the papers come', async () => {
		expect(await build([...papers].reverse())).toEqual(graph);
	});

	test('gives the same graph again from its own positions', async () => {
		expect(await build(papers, graph)).toEqual(graph);
	});

	test('keeps what has a place where it is when papers are added', async () => {
		const before = await build(papers.slice(0, 45));
		const after = await build(papers, before);
		for (const { id, x, y } of before.papers)
			expect(after.papers.find((paper) => paper.id === id)).toMatchObject({ x, y });
	});

	test('puts no two papers on one spot', () => {
		const places = new Set(graph.papers.map(({ x, y }) => `${x} ${y}`));
		expect(places.size).toBe(graph.papers.length);
	});

	test('gives every paper and concept a topic with a name of its own', () => {
		const members = new Set(graph.memberships.map(({ member }) => member));
		for (const { id } of graph.papers) expect(members).toContain(nodeRef('papers', id));
		for (const { id } of graph.concepts) expect(members).toContain(nodeRef('concepts', id));
		expect(new Set(graph.topics.map(({ id }) => id)).size).toBe(graph.topics.length);
		for (const { name } of graph.topics) expect(name).not.toMatch(/^topic/i);
	});

	test('relates a paper to at most ten others, never itself, with a score that is the sum of its parts', () => {
		const counts = new Map<string, number>();
		for (const { paper, related, score, concepts, text, topic, time } of graph.related) {
			expect(paper).not.toBe(related);
			expect(concepts + text + topic + time).toBeCloseTo(score, 5);
			counts.set(paper, (counts.get(paper) ?? 0) + 1);
		}
		expect(Math.max(...counts.values())).toBeLessThanOrEqual(10);
		expect(counts.size).toBe(papers.length);
	});

	test('counts each pair of concepts once, by the smaller id, with the NPMI of its counts', () => {
		const count = new Map(graph.concepts.map(({ id, papers: of }) => [id, of]));
		for (const { first, second, papers: both, npmi } of graph.coOccurs) {
			expect(first < second).toBe(true);
			const share = both / papers.length;
			const expected =
				share === 1
					? 1
					: Math.log((both * papers.length) / ((count.get(first) ?? 0) * (count.get(second) ?? 0))) /
						-Math.log(share);
			expect(npmi).toBeCloseTo(expected, 2);
		}
	});

	test('has no circle of broader concepts', () => {
		const broaderOf = new Map(graph.broader.map(({ narrower, broader }) => [narrower, broader]));
		for (const start of broaderOf.keys()) {
			const seen = new Set([start]);
			for (let at = broaderOf.get(start); at; at = broaderOf.get(at)) {
				expect(seen).not.toContain(at);
				seen.add(at);
			}
		}
	});
});

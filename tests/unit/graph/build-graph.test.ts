import { beforeAll, describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import type { Graph } from '#lib/domain/graph.ts';
import { nodeRef, splitRef } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { keptMapOf } from '#lib/graph/kept-map.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

let papers: Paper[];
let graph: Graph;

async function build(of: Paper[], earlier?: Graph, redraw = false): Promise<Graph> {
	return buildGraph(of, await extractCorpus(of), { kept: earlier && keptMapOf(earlier), redraw });
}

/** The papers that mention a concept. */
function speakersOf({ mentions }: Graph): Set<Paper['id']> {
	return new Set(mentions.map(({ paper }) => paper));
}

beforeAll(async () => {
	papers = (await readPapers(['static/sample-papers.jsonl'])).papers;
	graph = await build(papers);
});

describe('buildGraph', () => {
	test('gives the same graph in whatever order the papers come', async () => {
		expect(await build([...papers].reverse())).toEqual(graph);
	});

	test('gives the same graph again from its own map', async () => {
		expect(await build(papers, graph)).toEqual(graph);
	});

	test('puts no two papers on one spot', () => {
		const places = new Set(graph.papers.map(({ x, y }) => `${x} ${y}`));
		expect(places.size).toBe(graph.papers.length);
	});

	test('gives every concept, and every paper that mentions one, a topic with a name of its own', () => {
		const members = new Set(graph.memberships.map(({ member }) => member));
		for (const id of speakersOf(graph)) expect(members).toContain(nodeRef('papers', id));
		expect(members.size).toBe(speakersOf(graph).size + graph.concepts.length);
		for (const { id } of graph.concepts) expect(members).toContain(nodeRef('concepts', id));
		expect(new Set(graph.topics.map(({ id }) => id)).size).toBe(graph.topics.length);
		for (const { name } of graph.topics) expect(name).not.toMatch(/^(topic|other papers)/i);
	});

	test('relates a paper to at most ten others, never itself, with a score that is the sum of its parts', () => {
		const counts = new Map<string, number>();
		for (const { paper, related, score, concepts, text, cites } of graph.related) {
			expect(paper).not.toBe(related);
			expect(concepts + text + cites).toBeCloseTo(score, 5);
			expect(score).toBeGreaterThan(0);
			counts.set(paper, (counts.get(paper) ?? 0) + 1);
		}
		expect(Math.max(...counts.values())).toBe(10);
		expect(counts.size).toBe(papers.length);
	});

	test('counts each pair of concepts once, by the smaller id, with the NPMI of its counts', () => {
		const count = new Map(graph.concepts.map(({ id, papers: of }) => [id, of]));
		for (const { first, second, papers: both, npmi } of graph.coOccurs) {
			expect(first < second).toBe(true);
			const share = both / papers.length;
			const expected =
				Math.log((both * papers.length) / ((count.get(first) ?? 0) * (count.get(second) ?? 0))) /
				-Math.log(share);
			expect(Math.abs(npmi - expected)).toBeLessThanOrEqual(0.1 + 1e-9);
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

	test('counts no place of a concept that lies inside a longer one, but of what a paper introduces', () => {
		const introduced = new Set(graph.introduces.map(({ paper, concept }) => `${paper} ${concept}`));
		for (const { id } of papers) {
			const mentions = graph.mentions.filter(({ paper }) => paper === id);
			const all = mentions.flatMap(({ paper, concept, starts, ends }) =>
				starts.map((start, at) => ({ paper, concept, start, end: ends[at] ?? 0 }))
			);
			for (const place of all) {
				if (introduced.has(`${place.paper} ${place.concept}`)) continue;
				const holders = all.filter(
					({ concept, start, end }) =>
						concept !== place.concept &&
						start <= place.start &&
						end >= place.end &&
						end - start > place.end - place.start
				);
				expect(holders).toEqual([]);
			}
		}
	});
});

describe('when papers are added', () => {
	let before: Graph;
	let after: Graph;
	beforeAll(async () => {
		before = await build(papers.filter((_, index) => index % 9 !== 0));
		after = await build(papers, before);
	});

	test('what has a place stays there, and in its topic', () => {
		const topics = new Map(after.memberships.map(({ member, topic }) => [member, topic]));
		for (const { id, x, y, step } of before.papers)
			expect(after.papers.find((paper) => paper.id === id)).toMatchObject({ x, y, step });
		for (const { id, x, y } of before.concepts) {
			const now = after.concepts.find((concept) => concept.id === id);
			if (now) expect(now).toMatchObject({ x, y });
		}
		for (const { member, topic } of before.memberships)
			if (splitRef(member).collection === 'papers')
				expect([member, topics.get(member)]).toEqual([member, topic]);
	});

	test('topics keep their ids and names, and every new paper has one', () => {
		const names = (graph: Graph) => graph.topics.map(({ id, name }) => [id, name]);
		expect(names(after)).toEqual(names(before));
		const members = new Set(after.memberships.map(({ member }) => member));
		for (const id of speakersOf(after)) expect(members).toContain(nodeRef('papers', id));
		expect(after.topics.reduce((sum, { papers: of }) => sum + of, 0)).toBe(speakersOf(after).size);
	});

	test('what the corpus says is what one run over all says', () => {
		const said = ({ mentions, introduces, broader, coOccurs, related }: Graph) => ({
			...{ mentions, introduces, broader, coOccurs, related }
		});
		expect(said(after)).toEqual(said(graph));
	});

	test('a map that is drawn anew is that of one run, under the ids of the topics that go on', async () => {
		const redrawn = await build(papers, before, true);
		const places = (graph: Graph) => graph.papers.map(({ id, x, y }) => [id, x, y]);
		expect(places(redrawn)).toEqual(places(graph));
		const old = new Set(before.topics.map(({ id }) => id));
		expect(redrawn.topics.filter(({ id }) => old.has(id)).length).toBeGreaterThan(before.topics.length / 2);
	});
});

describe('when a paper tells more than it did', () => {
	const told = (text: string) => (paper: Paper, index: number) =>
		index === 7 ? { ...paper, title: 'A note', abstract: text } : paper;
	const nothing = 'It is so. And so it was.';

	test('one without a concept has no topic and lies below the map; with one it goes to the land of its topic', async () => {
		const without = await build(papers.map(told(nothing)));
		const id = papers[7]?.id ?? '';
		const placeIn = ({ papers: all }: Graph) => all.find((paper) => paper.id === id) ?? { x: 0, y: 0 };
		const topicIn = ({ memberships }: Graph) =>
			memberships.find(({ member }) => member === `papers/${id}`)?.topic;
		const lowest = Math.max(...without.topics.map(({ box }) => box[3] ?? 0));
		expect(topicIn(without)).toBeUndefined();
		expect(placeIn(without).y).toBeGreaterThan(lowest);

		const withOne = await build(papers, without);
		const topic = withOne.topics.find((each) => each.id === topicIn(withOne));
		const [left = 0, top = 0, right = 0, bottom = 0] = topic?.box ?? [];
		const { x, y } = placeIn(withOne);
		expect([x > left, x < right, y > top, y < bottom]).toEqual([true, true, true, true]);
		// One piece, though the paper came from far away.
		expect(topic?.coast[0]).toBe(((topic?.coast.length ?? 0) - 1) / 2);

		const again = await build(papers.map(told(nothing)), withOne);
		expect(topicIn(again)).toBeUndefined();
		expect(placeIn(again).y).toBeGreaterThan(lowest);
	});
});

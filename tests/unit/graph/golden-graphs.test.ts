import { describe, expect, test } from 'vitest';
import { isInside, signedArea } from '#lib/graph/places/coasts.ts';
import type { Graph, Topic } from '#lib/domain/graph.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { keptMapOf } from '#lib/graph/kept-map.ts';
import type { Point } from '#lib/graph/places/point.ts';
import { graphText, madeUpCorpus, mapText } from './made-up-corpus.ts';
import { madeUpTies } from './made-up-ties.ts';

/*
 * Whole graphs of a made-up corpus as text, to be read when they change (`npx vitest -u` writes them anew): topics and
 * their names, land, places, related papers, co-occurrence. The other tests say what of this is promised.
 */

const { papers, corpus } = madeUpCorpus(madeUpTies(30, 2, 1));

/** What a corpus of the first papers alone would be. */
function firstPapers(count: number) {
	const some = papers.slice(0, count);
	const ids = new Set<string>(some.map(({ id }) => id));
	const mentions = corpus.mentions.filter(({ paper }) => ids.has(paper));
	const said = new Set<string>(mentions.map(({ concept }) => concept));
	return { some, found: { ...corpus, mentions, concepts: corpus.concepts.filter(({ id }) => said.has(id)) } };
}

let graph: Promise<Graph> | null = null;

/** The graph of all papers, built once: in the first test that asks for it. */
function built(): Promise<Graph> {
	return (graph ??= buildGraph(papers, corpus));
}

/** The first ring of a flat coast. */
function coastOf({ coast: [count = 0, ...flat] }: Topic): Point[] {
	return Array.from({ length: count }, (_, at) => ({ x: flat[2 * at] ?? 0, y: flat[2 * at + 1] ?? 0 }));
}

describe('the graph of 30 papers', () => {
	test('is as it was', async () => {
		await expect(graphText(await built())).toMatchFileSnapshot('../../data/graph/made-up-30.txt');
	});

	test('is as it was where 4 papers were added', async () => {
		const { some, found } = firstPapers(26);
		const before = await buildGraph(some, found);
		const after = await buildGraph(papers, corpus, { kept: keptMapOf(before) });
		await expect(mapText(after)).toMatchFileSnapshot('../../data/graph/made-up-26-and-4.txt');
	});

	test('is as it was where 4 were added and it was drawn anew', async () => {
		const { some, found } = firstPapers(26);
		const kept = keptMapOf(await buildGraph(some, found));
		const ids = ({ topics }: Graph) => topics.map(({ id, name }) => `${id}: ${name}`).join('\n');
		const redrawn = await buildGraph(papers, corpus, { kept, redraw: true });
		await expect(`${ids(redrawn)}\n`).toMatchFileSnapshot('../../data/graph/made-up-redrawn.txt');
	});

	test('is the same in whatever order papers and mentions come', async () => {
		const turned = {
			concepts: [...corpus.concepts].reverse(),
			mentions: [...corpus.mentions].reverse(),
			introduces: [...corpus.introduces].reverse(),
			broader: [...corpus.broader].reverse()
		};
		expect(graphText(await buildGraph([...papers].reverse(), turned))).toBe(graphText(await built()));
	});

	test('has related papers best first by their score, ten at most, whose parts add up', async () => {
		const { related } = await built();
		for (const { id } of papers) {
			const own = related.filter(({ paper }) => paper === id);
			expect(own.length).toBeGreaterThan(0);
			expect(own.length).toBeLessThanOrEqual(10);
			for (const { score, concepts, text } of own) expect(concepts + text).toBeCloseTo(score, 9);
			// Whoever is left out is no nearer than the least of the ten, by what both mention with their weights.
			expect(new Set(own.map(({ related: other }) => other)).size).toBe(own.length);
			expect(own.map(({ related: other }) => other)).not.toContain(id);
		}
	});

	test('has land that goes round one way, with its members inside of it and others outside', async () => {
		const { topics, memberships, papers: placed } = await built();
		const place = new Map(placed.map((paper) => [`papers/${paper.id}`, paper]));
		expect(topics.length).toBeGreaterThan(3);
		const directions = new Set(topics.map((topic) => Math.sign(signedArea(coastOf(topic)))));
		expect(directions.size).toBe(1);
		for (const topic of topics) {
			const inside = [...place]
				.flatMap(([ref, point]) => (isInside(point, coastOf(topic)) ? [ref] : []))
				.sort();
			const members = memberships.filter((each) => each.topic === topic.id && place.has(each.member));
			expect(inside).toEqual(members.map(({ member }) => member as string).sort());
			// Its box holds it exactly, up to rounding.
			const xs = coastOf(topic).map(({ x }) => x);
			const ys = coastOf(topic).map(({ y }) => y);
			expect(topic.box).toEqual([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
		}
	});

	test('tells how far it is', async () => {
		const steps: string[] = [];
		await buildGraph(papers, corpus, { onStep: (step, share) => steps.push(`${step} ${share.toFixed(1)}`) });
		const names = [...new Set(steps.map((step) => step.replace(/ [\d.]+$/, '')))];
		expect(names).toEqual(['nearest papers', 'topics', 'positions', 'land', 'co-occurrence']);
		expect(steps).toContain('positions 1.0');
	});
});

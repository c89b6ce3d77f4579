import { describe, expect, test } from 'vitest';
import { NotFoundError } from '#lib/domain/errors.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { asked } from '#lib/domain/constants/asked.ts';
import { bestPaths } from '#lib/server/questions/path.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

const grpo = nodeRef('concepts', 'group-relative-policy-optimization');
const rationale = nodeRef('concepts', 'rationale');
const ask = (from: NodeRef, to: NodeRef, avoid: NodeRef[] = [], ways: number = asked.paths.usual) =>
	bestPaths(opened.store, { from, to, avoid, ways });

/** What every mention of the graph joins. */
const mentions = new Set(
	graph.mentions.flatMap(({ paper, concept }) => {
		const [a, b] = [nodeRef('papers', paper), nodeRef('concepts', concept)];
		return [`${a} ${b}`, `${b} ${a}`];
	})
);
const between = (path: { stations: { ref: NodeRef }[] }) =>
	path.stations
		.slice(1, -1)
		.map(({ ref }) => ref)
		.filter((ref) => ref.startsWith('concepts/'));

describe('the paths between two concepts', () => {
	test('go along mentions, a paper with a sentence at every hop, cheapest first', async () => {
		const { paths, searched } = await ask(grpo, rationale);
		expect(paths.length).toBeGreaterThan(1);
		expect(paths.length).toBeLessThanOrEqual(asked.paths.usual);
		expect(searched).toBeGreaterThanOrEqual(8);
		const costs = paths.map(({ cost }) => cost);
		expect(costs).toEqual([...costs].sort((a, b) => a - b));
		for (const { stations, evidence, hops } of paths) {
			const refs = stations.map(({ ref }) => ref);
			expect([refs[0], refs.at(-1)]).toEqual([grpo, rationale]);
			expect(new Set(refs).size).toBe(refs.length);
			for (let at = 1; at < refs.length; at += 1) expect(mentions).toContain(`${refs[at - 1]} ${refs[at]}`);
			expect(evidence).toHaveLength(refs.length - 1);
			expect(hops.map(({ paper }) => paper.ref)).toEqual(refs.filter((ref) => ref.startsWith('papers/')));
			for (const { sentence, marks } of hops) {
				expect(marks.length).toBeGreaterThan(0);
				for (const [start, end] of marks) expect(sentence.slice(start, end).trim().length).toBeGreaterThan(1);
			}
		}
	});

	test('are distinct, and keep off what they may not go through', async () => {
		const { paths } = await ask(grpo, rationale);
		for (const one of paths)
			for (const other of paths)
				if (one !== other && between(one).length > 0)
					expect(between(one).every((ref) => between(other).includes(ref))).toBe(false);
		const first = paths.find((path) => between(path).length > 0);
		const [concept] = first ? between(first) : [];
		const paper = first?.hops[0]?.paper.ref;
		if (!concept || !paper) throw new Error('there is no path over another concept');
		const without = await ask(grpo, rationale, [concept, paper]);
		expect(without.avoid).toEqual([concept, paper]);
		expect(without.paths.length).toBeGreaterThan(0);
		const met = without.paths.flatMap(({ stations }) => stations.map(({ ref }) => ref));
		expect(met).not.toContain(concept);
		expect(met).not.toContain(paper);
	});

	test('say both concepts in one sentence where a paper does', async () => {
		const { paths } = await ask(grpo, rationale);
		const joined = paths.flatMap(({ hops }) => hops).filter(({ sentence }) => !sentence.includes(' … '));
		expect(joined.length).toBeGreaterThan(0);
		expect(joined.every(({ marks }) => marks.length >= 2)).toBe(true);
	});

	test('join papers too, and a paper with a concept', async () => {
		const { paper = '', concept = '' } = graph.mentions.find(({ concept: of }) => of === 'rationale') ?? {};
		const ref = nodeRef('papers', paper);
		const direct = await ask(ref, nodeRef('concepts', concept));
		expect(direct.paths[0]?.stations.map((station) => station.ref)).toEqual([ref, rationale]);
		expect(direct.paths[0]?.evidence).toHaveLength(1);
		const other = nodeRef(
			'papers',
			graph.mentions.find(({ concept: of }) => of === 'group-relative-policy-optimization')?.paper ?? ''
		);
		const { paths } = await ask(ref, other);
		expect(paths.length).toBeGreaterThan(0);
		for (const { stations, evidence, hops } of paths) {
			expect([stations[0]?.ref, stations.at(-1)?.ref]).toEqual([ref, other]);
			expect(evidence).toHaveLength(stations.length - 1);
			expect(hops).toHaveLength((stations.length + 1) / 2);
		}
	});

	test('are none from a node to itself; of what is not there nobody knows', async () => {
		expect((await ask(grpo, grpo)).paths).toEqual([]);
		await expect(ask(grpo, nodeRef('concepts', 'no-such-pond'))).rejects.toThrow(NotFoundError);
	});
});

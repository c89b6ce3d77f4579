import { expect, test } from 'vitest';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { overview } from '#lib/server/questions/overview.ts';
import { topicTree } from '#lib/server/questions/topic-tree.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { madeUpPaper } from './made-up-papers.ts';
import { graphOf, ingestAt, openedStore } from './opened-store.ts';

const graph = await graphOf(Array.from({ length: 160 }, (_, n) => madeUpPaper(n)));
const opened = openedStore((store) => publish(store, graph, ingestAt(7)));

test('the tree holds every topic once, the largest first, with its papers in every year', async () => {
	const tree = await topicTree(opened.store);
	const all = tree.flatMap((large) => [large, ...large.small]);
	expect(all.map(({ ref }) => ref).sort()).toEqual(
		graph.topics.map(({ id }) => nodeRef('topics', id)).sort()
	);
	for (const level of [tree, ...tree.map(({ small }) => small)]) {
		const papers = level.map((topic) => topic.papers);
		expect(papers).toEqual([...papers].sort((a, b) => b - a));
	}
	const years = [...new Set(graph.papers.map(({ date }) => Number(date?.slice(0, 4))))].sort();
	const topicsOf = new Map<NodeRef, string>(graph.memberships.map(({ member, topic }) => [member, topic]));
	for (const { ref, years: own, small } of all.map((topic) => ({ small: [], ...topic }))) {
		expect(own.map(({ year }) => year)).toEqual(years);
		const parts = new Set([ref, ...small.map((part: { ref: NodeRef }) => part.ref)]);
		for (const { year, papers, all: ofYear } of own) {
			const inYear = graph.papers.filter(({ date }) => date?.startsWith(String(year)));
			expect(ofYear).toBe(inYear.length);
			const members = inYear.filter(({ id }) =>
				parts.has(nodeRef('topics', topicsOf.get(nodeRef('papers', id)) ?? ''))
			);
			expect([ref, year, papers]).toEqual([ref, year, members.length]);
		}
	}
});

test('the overview tells when the graph was last added to', async () => {
	const { ingestedAt, papers } = await overview(opened.store);
	expect([ingestedAt, papers]).toEqual(['2026-01-01T00:00:07Z', 160]);
});

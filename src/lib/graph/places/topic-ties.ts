import { largeOf, type TopicTree } from '#lib/graph/topics/topic-tree.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import type { Pull } from './pack-discs.ts';

/** How strongly topics are tied by their papers, for their sizes: of leaves, or of large topics. */
export function topicTies(
	tree: TopicTree,
	{ offsets, targets, weights }: WeightedGraph,
	level: 'leaf' | 'large'
): Pull {
	const count = tree.topics.length;
	const of = tree.leafOfPaper.map((leaf) => (leaf < 0 || level === 'leaf' ? leaf : largeOf(tree, leaf)));
	const sums = new Map<number, number>();
	for (const [paper, topic] of of.entries())
		for (let at = offsets[paper] ?? 0; at < (offsets[paper + 1] ?? 0); at += 1) {
			const other = of[targets[at] ?? 0] ?? -1;
			if (topic < 0 || other <= topic) continue;
			const key = topic * count + other;
			sums.set(key, (sums.get(key) ?? 0) + (weights[at] ?? 0));
		}
	const size = (topic: number) => Math.max(1, tree.topics[topic]?.papers.length ?? 1);
	return (a, b) => (sums.get(Math.min(a, b) * count + Math.max(a, b)) ?? 0) / Math.sqrt(size(a) * size(b));
}

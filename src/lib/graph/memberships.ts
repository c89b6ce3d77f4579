import type { Concept, Graph, Membership } from '#lib/domain/graph.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { compare, round1 } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { listOf, type Ties } from './ties.ts';
import type { TopicName } from './topics/name-topics.ts';
import type { TopicTree } from './topics/topic-tree.ts';

/** Every paper and concept that has a topic, with it and the share of its ties that lies there. */
export function membershipsOf(
	papers: readonly Paper[],
	concepts: readonly Concept[],
	ties: Ties,
	tree: TopicTree,
	names: readonly TopicName[]
): Membership[] {
	const member = (ref: NodeRef, leaf: number, others: Uint32Array, leafOf: Int32Array): Membership[] => {
		const topic = names[leaf];
		if (!topic) return [];
		let inside = 0;
		for (const other of others) if (leafOf[other] === leaf) inside += 1;
		return [{ member: ref, topic: topic.id, weight: round1(inside / Math.max(1, others.length)) }];
	};
	return [
		...concepts.flatMap(({ id }, index) =>
			member(
				nodeRef('concepts', id),
				tree.leafOfConcept[index] ?? -1,
				listOf(ties.ofConcept, index),
				tree.leafOfPaper
			)
		),
		...papers.flatMap(({ id }, index) =>
			member(
				nodeRef('papers', id),
				tree.leafOfPaper[index] ?? -1,
				listOf(ties.ofPaper, index),
				tree.leafOfConcept
			)
		)
	].sort((a, b) => compare(a.member, b.member));
}

/** Which small topic is part of which large one. */
export function partsOf({ topics }: TopicTree, names: readonly TopicName[]): Graph['partOf'] {
	return topics
		.flatMap(({ parent }, index) => {
			const [topic, large] = [names[index], parent === null ? undefined : names[parent]];
			return topic && large ? [{ topic: topic.id, parent: large.id }] : [];
		})
		.sort((a, b) => compare(a.topic, b.topic));
}

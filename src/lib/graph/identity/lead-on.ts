import type { FormerId, Graph } from '#lib/domain/graph.ts';
import { nodeRef, splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import type { KeptMap, KeptTopic } from '#lib/graph/kept-map.ts';

type Nodes = Pick<Graph, 'papers' | 'concepts' | 'topics' | 'memberships' | 'partOf'>;

/** The topic of the same level that most papers of each old topic are in now. */
function heirsOfTopics({ memberships, partOf, topics }: Nodes, kept: KeptMap): Map<NodeRef, NodeRef> {
	const parentNow = new Map<string, string>(partOf.map(({ topic, parent }) => [topic, parent]));
	const levelNow = new Map<string, number>(topics.map(({ id, level }) => [id, level]));
	const old = new Map<string, KeptTopic>(kept.topics.map((topic) => [topic.id, topic]));
	const counts = new Map<string, Map<string, number>>();
	const count = (before: KeptTopic | undefined, now: string | undefined) => {
		// One that was not divided stands for both levels.
		if (!before || now === undefined) return;
		const shared = counts.get(before.id) ?? new Map<string, number>();
		counts.set(before.id, shared.set(now, (shared.get(now) ?? 0) + 1));
	};
	for (const { member, topic } of memberships) {
		const { collection, id } = splitRef(member);
		if (collection !== 'papers') continue;
		const before = old.get(kept.papers.get(id)?.topic ?? '');
		const large = levelNow.get(topic) === 1 ? topic : parentNow.get(topic);
		count(before, before?.level === 1 ? large : topic);
		if (before?.parent) count(old.get(before.parent), large);
	}
	return new Map(
		[...counts].map(([id, shared]) => {
			const [most] = [...shared].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
			return [nodeRef('topics', id), nodeRef('topics', most?.[0] ?? '')];
		})
	);
}

/**
 * The ids of earlier generations that have ended, each with the node that took it in: `heirs` says what became of
 * papers and concepts, topics lead to where most of their papers are. What has no heir is forgotten.
 */
export function leadOn(nodes: Nodes, kept: KeptMap, heirs: ReadonlyMap<NodeRef, NodeRef>): FormerId[] {
	const live = new Set<NodeRef>([
		...nodes.papers.map(({ id }) => nodeRef('papers', id)),
		...nodes.concepts.map(({ id }) => nodeRef('concepts', id)),
		...nodes.topics.map(({ id }) => nodeRef('topics', id))
	]);
	const ofTopics = heirsOfTopics(nodes, kept);
	const heirOf = (ref: NodeRef) => heirs.get(ref) ?? ofTopics.get(ref);
	const found = new Map<NodeRef, NodeRef>();
	const lead = (former: NodeRef, to: NodeRef | undefined) => {
		if (to !== undefined && !live.has(former) && live.has(to)) found.set(former, to);
	};
	for (const { former, now } of kept.former) lead(former, live.has(now) ? now : heirOf(now));
	for (const former of [...heirs.keys(), ...ofTopics.keys()]) lead(former, heirOf(former));
	return [...found]
		.map(([former, now]) => ({ former, now }))
		.sort((a, b) => compare(a.now, b.now) || compare(a.former, b.former));
}

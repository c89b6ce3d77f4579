import { compare } from '#lib/domain/order.ts';
import type { TopicId } from '#lib/domain/ids.ts';
import type { KeptPlaces, KeptTopic } from '#lib/graph/kept-map.ts';
import { lengthOf, listOf, type Ties } from '#lib/graph/ties.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import type { TopicName } from './name-topics.ts';
import { homeOf, pullsOn, treeOf, type TopicTree } from './topic-tree.ts';

interface Named {
	id: string;
}

/** The large topics, then the small ones, each with its parent's index; a topic whose parent is gone is left out. */
function ordered(topics: readonly KeptTopic[]): { topic: KeptTopic; parent: number | null }[] {
	const large = topics.filter(({ level }) => level === 1).sort((a, b) => compare(a.id, b.id));
	const index = new Map<TopicId, number>(large.map(({ id }, at) => [id, at]));
	const small = topics
		.filter(({ level }) => level === 2)
		.sort((a, b) => compare(a.id, b.id))
		.flatMap((topic) => {
			const parent = topic.parent === null ? undefined : index.get(topic.parent);
			return parent === undefined ? [] : [{ topic, parent }];
		});
	return [...large.map((topic) => ({ topic, parent: null })), ...small];
}

/** The leaf that most of the concepts of a paper have their home in: for one that is near to nothing. */
function leafByConcepts(paper: number, ties: Ties, homes: Int32Array): number {
	const votes = new Map<number, number>();
	for (const concept of listOf(ties.ofPaper, paper)) {
		const home = homes[concept] ?? -1;
		if (home >= 0) votes.set(home, (votes.get(home) ?? 0) + 1);
	}
	return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

/**
 * The topics of an earlier generation with the papers of this one: who was there stays where it was, a new paper joins
 * the small topic of its nearest papers by weighted vote, a new concept that of its papers. Topics keep their ids and
 * names; one that has lost all of its papers is gone.
 */
export function keepTopics(
	papers: readonly Named[],
	concepts: readonly Named[],
	kept: KeptPlaces,
	{ ties, nearness }: { ties: Ties; nearness: WeightedGraph }
): { tree: TopicTree; names: TopicName[] } {
	const topics = ordered(kept.topics);
	const indexOf = new Map<string, number>(topics.map(({ topic }, index) => [topic.id, index]));
	const keptLeaf = (place: { topic: TopicId | null } | undefined) => indexOf.get(place?.topic ?? '') ?? -1;
	const before = Int32Array.from(papers, ({ id }, paper) =>
		lengthOf(ties.ofPaper, paper) === 0 ? -1 : keptLeaf(kept.papers.get(id))
	);
	const homes = Int32Array.from(concepts, ({ id }) => keptLeaf(kept.concepts.get(id)));
	const largest = mostFrequent(before);
	const ofPaper = before.map((leaf, paper) => {
		if (leaf >= 0 || lengthOf(ties.ofPaper, paper) === 0) return leaf;
		const [vote] = [...pullsOn(paper, nearness, before)].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
		const near = vote?.[0] ?? leafByConcepts(paper, ties, homes);
		return near >= 0 ? near : largest;
	});
	const sizes = new Float64Array(topics.length);
	for (const leaf of ofPaper) if (leaf >= 0) sizes[leaf] = (sizes[leaf] ?? 0) + 1;
	for (const [index, { parent }] of topics.entries())
		if (parent !== null) sizes[parent] = (sizes[parent] ?? 0) + (sizes[index] ?? 0);
	const numbers = new Map<number, number>();
	for (const index of topics.keys()) if ((sizes[index] ?? 0) > 0) numbers.set(index, numbers.size);
	const left = topics.filter((_, index) => numbers.has(index));
	const renumbered = (leaf: number) => numbers.get(leaf) ?? -1;
	const leaves = {
		ofPaper: ofPaper.map(renumbered),
		parents: left.map(({ parent }) => (parent === null ? null : renumbered(parent)))
	};
	const newHomes = homes.map((home, concept) => {
		const stays = renumbered(home);
		return stays >= 0 ? stays : renumbered(homeOf(concept, ties, ofPaper, sizes));
	});
	return {
		tree: treeOf(ties, leaves, newHomes),
		names: left.map(({ topic: { id, name, terms } }) => ({ id, name, terms }))
	};
}

function mostFrequent(leaves: Int32Array): number {
	const counts = new Map<number, number>();
	for (const leaf of leaves) if (leaf >= 0) counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

/** Share of the papers of two topics together that both have, from which on the new one bears the id of the old one. */
const sameTopic = 0.5;

/**
 * Names of a division that was made anew, with the ids of the old topics that they go on from: the one with which they
 * share most papers, where it is at least half of those of both.
 */
export function inheritIds(
	papers: readonly Named[],
	tree: TopicTree,
	names: readonly TopicName[],
	kept: KeptPlaces
): TopicName[] {
	const levelOf = new Map(kept.topics.map(({ id, level }) => [id, level]));
	const parentOf = new Map(kept.topics.map(({ id, parent }) => [id, parent]));
	const oldSizes = new Map<TopicId, number>();
	const shared = new Map<string, { topic: number; old: TopicId; papers: number }>();
	const olds = papers.map(({ id }) => {
		const own = kept.papers.get(id)?.topic ?? null;
		const parent = own === null ? null : (parentOf.get(own) ?? null);
		return [own, parent].flatMap((topic) => topic ?? []);
	});
	for (const old of olds.flat()) oldSizes.set(old, (oldSizes.get(old) ?? 0) + 1);
	for (const [topic, { level, papers: members }] of tree.topics.entries())
		for (const paper of members)
			for (const old of olds[paper] ?? []) {
				if (levelOf.get(old) !== level) continue;
				const key = `${topic} ${old}`;
				const known = shared.get(key);
				if (known) known.papers += 1;
				else shared.set(key, { topic, old, papers: 1 });
			}
	const jaccard = ({ topic, old, papers: both }: { topic: number; old: TopicId; papers: number }) =>
		both / ((tree.topics[topic]?.papers.length ?? 0) + (oldSizes.get(old) ?? 0) - both);
	const inherited = new Map<number, TopicId>();
	const taken = new Set<string>();
	const pairs = [...shared.values()].sort(
		(a, b) => jaccard(b) - jaccard(a) || a.topic - b.topic || compare(a.old, b.old)
	);
	for (const pair of pairs) {
		if (jaccard(pair) < sameTopic || inherited.has(pair.topic) || taken.has(pair.old)) continue;
		inherited.set(pair.topic, pair.old);
		taken.add(pair.old);
	}
	return names.map((name, topic) => {
		const own = inherited.get(topic);
		if (own !== undefined) return { ...name, id: own };
		let id: string = name.id;
		for (let number = 2; taken.has(id); number += 1) id = `${name.id}-${number}`;
		taken.add(id);
		return { ...name, id: id as TopicId };
	});
}

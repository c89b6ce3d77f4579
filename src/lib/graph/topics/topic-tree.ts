import { listOf, lengthOf, type Ties } from '#lib/graph/ties.ts';
import { inducedGraph, type WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { divideCorpus, divideTopic } from './divide.ts';

/** A topic before it has a name or a place. Papers and concepts are indices into the sorted lists, ascending. */
export interface TopicNode {
	level: 1 | 2;
	/** Index of the large topic that a small one is part of. */
	parent: number | null;
	papers: number[];
	concepts: number[];
}

/** Every topic, large ones first, and for each paper and concept the leaf that it is a member of. */
export interface TopicTree {
	topics: TopicNode[];
	/** -1 for a paper that mentions no concept: it belongs to no topic. */
	leafOfPaper: Int32Array;
	/** -1 for a concept that no such paper mentions. */
	leafOfConcept: Int32Array;
}

/** The leaves of papers, and of each leaf the large topic that it is part of: what a tree is made from. */
export interface Leaves {
	ofPaper: Int32Array;
	/** Of each leaf, its large topic; a large topic that is not divided is a leaf by itself, numbered as such. */
	parents: (number | null)[];
}

/** The topic of a concept: where most of its papers are for the size of the topic (papers there times their share of it). */
export function homeOf(
	concept: number,
	ties: Ties,
	leafOfPaper: Int32Array,
	sizes: ArrayLike<number>
): number {
	const here = new Map<number, number>();
	for (const paper of listOf(ties.ofConcept, concept)) {
		const leaf = leafOfPaper[paper] ?? -1;
		if (leaf >= 0) here.set(leaf, (here.get(leaf) ?? 0) + 1);
	}
	let [home, most] = [-1, 0];
	for (const [leaf, papers] of here) {
		const strength = (papers * papers) / Math.max(1, sizes[leaf] ?? 1);
		if (strength > most || (strength === most && leaf < home)) [home, most] = [leaf, strength];
	}
	return home;
}

/** The tree that some leaves make: `parents` tells for every topic, large ones first, what it is part of. */
export function treeOf(ties: Ties, { ofPaper, parents }: Leaves, homes?: Int32Array): TopicTree {
	const topics = parents.map((parent): TopicNode => ({
		level: parent === null ? 1 : 2,
		parent,
		papers: [],
		concepts: []
	}));
	const eachTopic = (leaf: number, add: (topic: TopicNode) => void) => {
		for (
			let at: number | null | undefined = leaf;
			at !== null && at !== undefined && at >= 0;
			at = topics[at]?.parent
		) {
			const topic = topics[at];
			if (topic) add(topic);
		}
	};
	for (const [paper, leaf] of ofPaper.entries()) eachTopic(leaf, ({ papers }) => papers.push(paper));
	const sizes = topics.map(({ papers }) => papers.length);
	const leafOfConcept = new Int32Array(ties.concepts);
	for (let concept = 0; concept < ties.concepts; concept += 1) {
		const kept = homes?.[concept] ?? -1;
		const home = kept >= 0 ? kept : homeOf(concept, ties, ofPaper, sizes);
		leafOfConcept[concept] = home;
		eachTopic(home, ({ concepts }) => concepts.push(concept));
	}
	return { topics, leafOfPaper: ofPaper, leafOfConcept };
}

/** Names the topics of a tree, each by the concepts that stand in its name. */
export type NameTree = (tree: TopicTree) => number[][];

/** How much more a paper may be tied to its own topic than to the one whose name it speaks of, and still go there. */
const pullOfName = 2;
/** Times that topics are named and papers go where the names say; after the second hardly any does. */
const settlingRounds = 2;

/**
 * Papers go to the topic whose name they speak of, where they are tied to it nearly as much as to their own: so a name
 * promises what is there. Only between topics with the same parent, on that level.
 */
function settle(ties: Ties, nearness: WeightedGraph, leaves: Leaves, level: 1 | 2, name: NameTree): Leaves {
	const { parents } = leaves;
	let { ofPaper } = leaves;
	for (let round = 0; round < settlingRounds; round += 1) {
		const tree = treeOf(ties, { ofPaper, parents });
		const named = new Map<number, number>();
		for (const [topic, concepts] of name(tree).entries())
			if (tree.topics[topic]?.level === level) for (const concept of concepts) named.set(concept, topic);
		ofPaper = ofPaper.map((own, paper, before) => {
			if (own < 0) return own;
			const spoken = new Set<number>();
			for (const concept of listOf(ties.ofPaper, paper)) {
				const topic = named.get(concept) ?? -1;
				if (topic >= 0 && parents[topic] === parents[own]) spoken.add(topic);
			}
			if (spoken.size === 0 || spoken.has(own)) return own;
			const pulls = pullsOn(paper, nearness, before);
			let [best, most] = [own, (pulls.get(own) ?? 0) / pullOfName];
			for (const topic of spoken)
				if ((pulls.get(topic) ?? 0) > most) [best, most] = [topic, pulls.get(topic) ?? 0];
			return best;
		});
	}
	return { ofPaper, parents };
}

/** How much a paper is tied to the papers of each leaf. */
export function pullsOn(
	paper: number,
	{ offsets, targets, weights }: WeightedGraph,
	leafOfPaper: Int32Array
): Map<number, number> {
	const pulls = new Map<number, number>();
	for (let at = offsets[paper] ?? 0; at < (offsets[paper + 1] ?? 0); at += 1) {
		const leaf = leafOfPaper[targets[at] ?? 0] ?? -1;
		if (leaf >= 0) pulls.set(leaf, (pulls.get(leaf) ?? 0) + (weights[at] ?? 0));
	}
	return pulls;
}

/** Divides a corpus by the graph of its nearest papers into large topics, and each large one into small ones. */
export function growTopicTree(ties: Ties, nearness: WeightedGraph, name: NameTree): TopicTree {
	const told = Uint32Array.from({ length: ties.papers }, (_, paper) => paper).filter(
		(paper) => lengthOf(ties.ofPaper, paper) > 0
	);
	const found = divideCorpus(inducedGraph(nearness, told));
	const ofPaper = new Int32Array(ties.papers).fill(-1);
	for (const [node, paper] of told.entries()) ofPaper[paper] = found.of[node] ?? 0;
	const parents: (number | null)[] = Array.from({ length: found.count }, () => null);
	const large = settle(ties, nearness, { ofPaper, parents }, 1, name);
	const leaves = { ofPaper: Int32Array.from(large.ofPaper), parents: [...parents] };
	for (const topic of parents.keys()) {
		const papers = Uint32Array.from(large.ofPaper.keys()).filter((paper) => large.ofPaper[paper] === topic);
		const small = divideTopic(inducedGraph(nearness, papers));
		if (small.count < 2) continue;
		for (const [at, paper] of papers.entries())
			leaves.ofPaper[paper] = leaves.parents.length + (small.of[at] ?? 0);
		for (let part = 0; part < small.count; part += 1) leaves.parents.push(topic);
	}
	return treeOf(ties, settle(ties, nearness, leaves, 2, name));
}

/** The topics that have members of their own. */
export function leavesOf({ topics }: TopicTree): number[] {
	const divided = new Set(topics.map(({ parent }) => parent));
	return topics.flatMap((_, index) => (divided.has(index) ? [] : [index]));
}

/** The large topic of a leaf. */
export function largeOf({ topics }: TopicTree, leaf: number): number {
	return topics[leaf]?.parent ?? leaf;
}

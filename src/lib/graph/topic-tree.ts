import { divide, type Division } from './topics.ts';
import type { Ties } from './ties.ts';

/** A topic before it has a name or a place. Papers and concepts are indices into the sorted lists. */
interface TopicNode {
	level: 1 | 2;
	/** Index of the large topic that a small one is part of. */
	parent: number | null;
	papers: number[];
	concepts: number[];
}

/** Every topic, large ones first, and for each paper and concept the leaf that it is a member of. */
export interface TopicTree {
	topics: TopicNode[];
	leafOfPaper: number[];
	leafOfConcept: number[];
	/** The large topic of each paper. */
	largeOfPaper: number[];
}

/** Corpora up to this many papers have one level of topics: their islands fit one screen. */
const oneLevel = 400;

/** Large topics with fewer papers than this stay whole. */
const divisible = 90;

interface Sizes {
	resolution: number;
	least: number;
}

function largeSizes(papers: number): Sizes {
	if (papers <= oneLevel) return { resolution: 0.9, least: Math.min(4, Math.max(1, Math.floor(papers / 4))) };
	return { resolution: 1.15, least: Math.max(30, Math.round(papers * 0.02)) };
}

function membersOf(division: Division, topic: number): { papers: number[]; concepts: number[] } {
	const pick = (of: number[]) => of.flatMap((value, index) => (value === topic ? [index] : []));
	return { papers: pick(division.papers), concepts: pick(division.concepts) };
}

/** Divides a corpus into large topics and, when it is large, each of these into small ones. */
export function growTopicTree(ties: Ties): TopicTree {
	const all = ties.ofPaper.map((_, paper) => paper);
	const { resolution, least } = largeSizes(all.length);
	const large = divide(ties, all, resolution, least);
	const topics: TopicNode[] = [];
	for (let topic = 0; topic < large.count; topic += 1) {
		topics.push({ level: 1, parent: null, ...membersOf(large, topic) });
	}
	const leafOfPaper = [...large.papers];
	const leafOfConcept = large.concepts.map((topic) => Math.max(0, topic));
	if (all.length > oneLevel) {
		for (const [parent, { papers }] of [...topics].entries()) {
			if (papers.length < divisible) continue;
			const small = divide(ties, papers, 1.3, Math.max(20, Math.round(papers.length * 0.025)));
			if (small.count < 2) continue;
			const first = topics.length;
			for (let topic = 0; topic < small.count; topic += 1) {
				topics.push({ level: 2, parent, papers: [], concepts: [] });
			}
			for (const paper of papers) leafOfPaper[paper] = first + (small.papers[paper] ?? 0);
			for (const concept of topics[parent]?.concepts ?? []) {
				leafOfConcept[concept] = first + Math.max(0, small.concepts[concept] ?? 0);
			}
		}
		leafOfPaper.forEach((leaf, paper) => {
			if (topics[leaf]?.level === 2) topics[leaf].papers.push(paper);
		});
		leafOfConcept.forEach((leaf, concept) => {
			if (topics[leaf]?.level === 2) topics[leaf].concepts.push(concept);
		});
	}
	return { topics, leafOfPaper, leafOfConcept, largeOfPaper: large.papers };
}

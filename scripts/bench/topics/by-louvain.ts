import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Concept } from '#lib/domain/graph.ts';
import type { Kind } from '#lib/domain/kind.ts';
import { seededRandom } from '#lib/graph/random.ts';
import { lengthOf, listOf, type Ties } from '#lib/graph/ties.ts';

/** Topics as Throughline made them first: what today's are measured against. */
export interface LouvainTopics {
	/** The topic of each paper. */
	of: number[];
	/** The two concepts that name each topic. */
	names: number[][];
}

const weightOfKind: Record<Kind, number> = {
	...{ method: 1, model: 1, task: 1.1, theory: 0.9 },
	...{ dataset: 0.45, metric: 0.45, other: 0.45 }
};

/** Louvain over papers and concepts, weight papers^-.35; topics of fewer than `least` papers join the one they share most with. */
function divide(
	ties: Ties,
	papers: readonly number[],
	resolution: number,
	least: number
): Map<number, number> {
	const graph = new UndirectedGraph();
	for (const paper of papers) {
		graph.addNode(`p${paper}`);
		for (const concept of listOf(ties.ofPaper, paper)) {
			graph.mergeNode(`c${concept}`);
			graph.mergeEdge(`p${paper}`, `c${concept}`, { weight: lengthOf(ties.ofConcept, concept) ** -0.35 });
		}
	}
	const found =
		graph.size === 0 ? {} : louvain(graph, { resolution, rng: seededRandom(7), getEdgeWeight: 'weight' });
	const topicOf = new Map(papers.map((paper) => [paper, found[`p${paper}`] ?? 0]));
	for (;;) {
		const members = new Map<number, number[]>();
		for (const [paper, topic] of topicOf) members.set(topic, [...(members.get(topic) ?? []), paper]);
		const [smallest] = [...members].sort((a, b) => a[1].length - b[1].length || a[0] - b[0]);
		if (!smallest || smallest[1].length >= least || members.size === 1) return topicOf;
		const shared = new Map<number, number>();
		for (const paper of smallest[1])
			for (const concept of listOf(ties.ofPaper, paper))
				for (const other of listOf(ties.ofConcept, concept)) {
					const topic = topicOf.get(other);
					if (topic === undefined || topic === smallest[0]) continue;
					const weight = 1 / (lengthOf(ties.ofConcept, concept) * (members.get(topic)?.length ?? 1));
					shared.set(topic, (shared.get(topic) ?? 0) + weight);
				}
		const target =
			[...shared].sort((a, b) => b[1] - a[1])[0]?.[0] ??
			[...members.keys()].find((key) => key !== smallest[0]);
		for (const paper of smallest[1]) topicOf.set(paper, target ?? 0);
	}
}

/** The two concepts that set papers apart: papers here * ln(1 + share here / share everywhere). */
function nameOf(
	papers: readonly number[],
	concepts: readonly Concept[],
	ties: Ties,
	introduced: ReadonlySet<string>
): number[] {
	const here = new Map<number, number>();
	for (const paper of papers)
		for (const concept of listOf(ties.ofPaper, paper)) here.set(concept, (here.get(concept) ?? 0) + 1);
	const scored = [...here].flatMap(([index, count]) => {
		const concept = concepts[index];
		if (!concept || introduced.has(concept.id)) return [];
		const everywhere = lengthOf(ties.ofConcept, index);
		const apart = Math.log(1 + count / papers.length / (everywhere / ties.papers));
		const owned = (count > 1 ? 1.5 : 1) * (count / everywhere > 0.6 ? 1.25 : 1);
		return [
			{ index, label: concept.label.toLowerCase(), score: count * apart * owned * weightOfKind[concept.kind] }
		];
	});
	scored.sort((a, b) => b.score - a.score || a.index - b.index);
	const [first] = scored;
	const second = scored.find(
		({ label }) => first && !label.includes(first.label) && !first.label.includes(label)
	);
	return [first, second].flatMap((each) => each?.index ?? []);
}

/** Large and small topics; `parents` tells which large one a small one is part of. */
export function topicsByLouvain(
	ties: Ties,
	concepts: readonly Concept[],
	introduced: ReadonlySet<string>
): { large: LouvainTopics; small: LouvainTopics; parents: number[] } {
	const all = Array.from({ length: ties.papers }, (_, paper) => paper);
	const named = (of: number[]): LouvainTopics => ({
		of,
		names: Array.from({ length: of.reduce((most, topic) => Math.max(most, topic), 0) + 1 }, (_, topic) =>
			nameOf(
				all.filter((paper) => of[paper] === topic),
				concepts,
				ties,
				introduced
			)
		)
	});
	const numbered = (topicOf: Map<number, number>) => {
		const numbers = new Map<number, number>();
		return all.map((paper) => {
			const topic = topicOf.get(paper) ?? 0;
			if (!numbers.has(topic)) numbers.set(topic, numbers.size);
			return numbers.get(topic) ?? 0;
		});
	};
	const large = numbered(divide(ties, all, 1.15, Math.max(30, Math.round(ties.papers * 0.02))));
	const leaves = new Map<number, number>();
	const parents: number[] = [];
	for (const topic of new Set(large)) {
		const papers = all.filter((paper) => large[paper] === topic);
		const small = divide(ties, papers, 1.3, Math.max(20, Math.round(papers.length * 0.025)));
		for (const [paper, part] of small) leaves.set(paper, topic * 100_000 + part);
	}
	const small = numbered(leaves);
	for (const paper of all) parents[small[paper] ?? 0] = large[paper] ?? 0;
	return { large: named(large), small: named(small), parents };
}

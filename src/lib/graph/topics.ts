import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { seededRandom } from './random.ts';
import type { Ties } from './ties.ts';

/** The topic of every paper and concept, as numbers from 0. `small` equals nothing outside its own large topic. */
export interface Division {
	papers: number[];
	concepts: number[];
	count: number;
}

/**
 * Divides the given papers by Louvain over papers and concepts (edge weight: papers of the concept ^ -0.35),
 * then lets topics with fewer than `least` papers join the one they share most with.
 */
export function divide(ties: Ties, members: number[], resolution: number, least: number): Division {
	const graph = new UndirectedGraph();
	const of = new Map<string, number>();
	for (const paper of members) {
		graph.addNode(`p${paper}`);
		for (const concept of ties.ofPaper[paper] ?? []) {
			const weight = Math.pow(ties.ofConcept[concept]?.length ?? 1, -0.35);
			graph.mergeNode(`c${concept}`);
			graph.mergeEdge(`p${paper}`, `c${concept}`, { weight });
		}
	}
	const found =
		graph.size === 0
			? Object.fromEntries(graph.nodes().map((node) => [node, 0]))
			: louvain(graph, { resolution, rng: seededRandom(7), getEdgeWeight: 'weight' });
	for (const node of graph.nodes()) of.set(node, found[node] ?? 0);
	const topicOf = new Map(members.map((paper) => [paper, of.get(`p${paper}`) ?? 0]));
	for (;;) {
		const sizes = new Map<number, number>();
		for (const topic of topicOf.values()) sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
		const order = [...sizes].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
		const [smallest] = order;
		if (!smallest || smallest[1] >= least || order.length === 1) break;
		const shared = new Map<number, number>();
		const inside = members.filter((paper) => topicOf.get(paper) === smallest[0]);
		for (const paper of inside)
			for (const concept of ties.ofPaper[paper] ?? [])
				for (const other of ties.ofConcept[concept] ?? []) {
					const topic = topicOf.get(other);
					if (topic === undefined || topic === smallest[0]) continue;
					shared.set(
						topic,
						(shared.get(topic) ?? 0) + 1 / ((ties.ofConcept[concept]?.length ?? 1) * (sizes.get(topic) ?? 1))
					);
				}
		const target = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? order.at(-1)?.[0];
		for (const paper of inside) if (target !== undefined) topicOf.set(paper, target);
	}
	const numbers = new Map<number, number>();
	for (const paper of members) {
		const topic = topicOf.get(paper) ?? 0;
		if (!numbers.has(topic)) numbers.set(topic, numbers.size);
	}
	const papers = ties.ofPaper.map((_, paper) => numbers.get(topicOf.get(paper) ?? -1) ?? -1);
	return { papers, concepts: ties.ofConcept.map((list) => majority(list, papers)), count: numbers.size };
}

/** The topic that most of these papers lie in, -1 where none does. */
function majority(list: number[], papers: number[]): number {
	const votes = new Map<number, number>();
	for (const paper of list) {
		const topic = papers[paper] ?? -1;
		if (topic >= 0) votes.set(topic, (votes.get(topic) ?? 0) + 1);
	}
	return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
}

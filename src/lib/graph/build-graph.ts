import type { ConceptCorpus, Graph, Membership } from '#lib/domain/graph.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { coOccurrences } from './co-occur.ts';
import { layOut } from './layout.ts';
import type { Point } from './layout-members.ts';
import { compare, round3 } from '#lib/domain/order.ts';
import { placeTopics } from './place-topics.ts';
import { relatedPapers } from './related.ts';
import { findTies, type Ties } from './ties.ts';
import { nameTopics, type TopicName } from './topic-names.ts';
import { growTopicTree, type TopicTree } from './topic-tree.ts';
import { boundsOf, wholeZoom, zoomSteps } from './zoom-steps.ts';

export interface BuildOptions {
	/** Where an earlier generation put its papers and concepts: they stay there. */
	previous?: Map<NodeRef, Point>;
	/** Called with the name of the step and the share of it that is done. */
	onStep?: (step: string, share: number) => void;
}

/**
 * Makes one generation from papers and what extraction found in them: co-occurrence, topics, related papers and
 * the map. Pure: the same input gives the same graph, in whatever order it comes.
 */
export function buildGraph(papers: Paper[], found: ConceptCorpus, options: BuildOptions = {}): Graph {
	const { previous = new Map<NodeRef, Point>(), onStep = () => undefined } = options;
	const sorted = [...papers].sort((a, b) => compare(a.id, b.id));
	const corpus = sortedCorpus(found);
	const ties = findTies(sorted, corpus);
	onStep('topics', 0);
	const tree = growTopicTree(ties);
	const names = nameTopics(tree, corpus, ties);
	onStep('related papers', 0);
	const related = relatedPapers(sorted, ties, { small: tree.leafOfPaper, large: tree.largeOfPaper });
	onStep('positions', 0);
	const layout = layOut(sorted, corpus, ties, tree, previous, (share) => {
		onStep('positions', share);
	});
	onStep('land', 0);
	const zoom = wholeZoom(boundsOf([...layout.papers, ...layout.concepts]));
	const steps = zoomSteps(
		[
			...layout.papers.map((point) => ({ ...point, strength: 1.5, isPaper: true })),
			...layout.concepts.map((point, index) => ({
				...point,
				strength: ties.ofConcept[index]?.length ?? 0,
				isPaper: false
			}))
		],
		zoom
	);
	const topics = placeTopics(tree, names, layout, { ties, zoom });
	onStep('co-occurrence', 0);
	return {
		papers: sorted.map((paper, index) => ({
			...paper,
			year: paper.date === null ? null : Number(paper.date.slice(0, 4)),
			...(layout.papers[index] ?? { x: 0, y: 0 }),
			step: steps[index] ?? 0
		})),
		concepts: corpus.concepts.map((concept, index) => ({
			...concept,
			...(layout.concepts[index] ?? { x: 0, y: 0 }),
			step: steps[sorted.length + index] ?? 0
		})),
		topics: [...topics].sort((a, b) => compare(a.id, b.id)),
		mentions: corpus.mentions,
		introduces: corpus.introduces,
		broader: corpus.broader,
		coOccurs: coOccurrences(corpus.concepts, ties),
		related,
		memberships: membershipsOf(sorted, corpus, ties, tree, names),
		partOf: tree.topics
			.flatMap(({ parent }, index) => {
				const [topic, large] = [names[index], parent === null ? undefined : names[parent]];
				return topic && large ? [{ topic: topic.id, parent: large.id }] : [];
			})
			.sort((a, b) => compare(a.topic, b.topic))
	};
}

function sortedCorpus({ concepts, mentions, introduces, broader }: ConceptCorpus): ConceptCorpus {
	const byPaper = (a: { paper: string; concept: string }, b: { paper: string; concept: string }) =>
		compare(a.paper, b.paper) || compare(a.concept, b.concept);
	return {
		concepts: [...concepts].sort((a, b) => compare(a.id, b.id)),
		mentions: [...mentions].sort(byPaper),
		introduces: [...introduces].sort(byPaper),
		broader: [...broader].sort((a, b) => compare(a.narrower, b.narrower) || compare(a.broader, b.broader))
	};
}

/** Every paper and concept with its topic, and which share of its ties lies there. */
function membershipsOf(
	papers: Paper[],
	corpus: ConceptCorpus,
	ties: Ties,
	tree: TopicTree,
	names: TopicName[]
): Membership[] {
	const member = (ref: NodeRef, leaf: number, others: number[]): Membership[] => {
		const topic = names[leaf];
		const inside = others.filter((other) => other === leaf).length;
		return topic
			? [{ member: ref, topic: topic.id, weight: round3(inside / Math.max(1, others.length)) }]
			: [];
	};
	return [
		...corpus.concepts.flatMap(({ id }, index) =>
			member(
				nodeRef('concepts', id),
				tree.leafOfConcept[index] ?? 0,
				(ties.ofConcept[index] ?? []).map((paper) => tree.leafOfPaper[paper] ?? -1)
			)
		),
		...papers.flatMap(({ id }, index) =>
			member(
				nodeRef('papers', id),
				tree.leafOfPaper[index] ?? 0,
				(ties.ofPaper[index] ?? []).map((concept) => tree.leafOfConcept[concept] ?? -1)
			)
		)
	].sort((a, b) => compare(a.member, b.member));
}

import type { ConceptCorpus, Graph } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { coOccurrences } from './co-occur.ts';
import { keepConceptIds } from './identity/keep-concept-ids.ts';
import { leadOn } from './identity/lead-on.ts';
import type { KeptMap, KeptPlace } from './kept-map.ts';
import { membershipsOf, partsOf } from './memberships.ts';
import { citationsOf, findCitations } from './nearness/citations.ts';
import { conceptTerms } from './nearness/concept-terms.ts';
import { nearestPapers, nearnessGraph, neighboursIn } from './nearness/nearest-papers.ts';
import { relatedPapers, relatedPerPaper } from './nearness/related-papers.ts';
import { textTerms } from './nearness/text-terms.ts';
import { distanceOf, layOut, spreadOf, type Layout } from './places/lay-out.ts';
import { boundsOf, type Point } from './places/point.ts';
import { placeNewcomers } from './places/place-newcomers.ts';
import { placeTopics, sitesOf } from './places/topic-lands.ts';
import { wholeZoom, zoomSteps } from './places/zoom-steps.ts';
import { withThreads, type Threads } from './threads/threads.ts';
import { findTies, lengthOf, type Ties } from './ties.ts';
import { inheritIds, keepTopics } from './topics/keep-topics.ts';
import { nameTopics, type TopicName } from './topics/name-topics.ts';
import { growTopicTree, type TopicTree } from './topics/topic-tree.ts';
import type { WeightedGraph } from './weighted-graph.ts';

export interface BuildOptions {
	/** What people orient by in the earlier generation: topics, places, zoom steps. They stay, and what is new joins them. */
	kept?: KeptMap | undefined;
	/** Divides and places anew all the same; topics that go on keep their ids. */
	redraw?: boolean;
	/** Papers of the earlier generation that turned out to be others: the id of each with that of the one it is now. */
	mergedPapers?: ReadonlyMap<string, string> | undefined;
	/** Threads to use at most, this one included; 1 without it. The graph is the same however many there are. */
	threads?: number;
	/** Papers that make one more thread worth its start; 1 without it. */
	perThread?: number;
	/** Called with the name of the step and the share of it that is done. */
	onStep?: (step: string, share: number) => void;
}

/** How strong a paper is among concepts that want to be seen: as one of one to two papers. */
const strengthOfPaper = 1.5;

/**
 * Makes one generation from papers and what extraction found in them. What the corpus says (co-occurrence, related
 * papers) is the same in whatever order and number of steps the papers came; topics and places go on from `kept`.
 */
export function buildGraph(
	papers: Paper[],
	found: ConceptCorpus,
	options: BuildOptions = {}
): Promise<Graph> {
	const count = Math.min(options.threads ?? 1, Math.floor(papers.length / (options.perThread ?? 1)));
	return withThreads(count, (threads) => build(papers, found, options, threads));
}

async function build(
	papers: Paper[],
	found: ConceptCorpus,
	options: BuildOptions,
	threads: Threads
): Promise<Graph> {
	const { kept, onStep = () => undefined } = options;
	const sorted = [...papers].sort((a, b) => compare(a.id, b.id));
	const identified = kept ? keepConceptIds(found, kept) : { corpus: found, heirs: new Map<string, string>() };
	const corpus = sortedCorpus(identified.corpus);
	const ties = findTies(sorted, corpus);
	onStep('nearest papers', 0);
	const concepts = { rows: conceptTerms(ties), terms: ties.concepts };
	const text = textTerms(sorted);
	const citations = findCitations(sorted);
	const neighbours = neighboursIn(ties.papers);
	const nearest = await nearestPapers(concepts, text, Math.max(neighbours, relatedPerPaper), {
		threads,
		onShare: (share) => {
			onStep('nearest papers', share);
		}
	});
	const nearness = nearnessGraph(nearest, neighbours);
	onStep('topics', 0);
	const goesOn = kept !== undefined && kept.topics.length > 0 && options.redraw !== true;
	const { tree, names, layout } = goesOn
		? goOn(sorted, corpus, kept, ties, nearness)
		: await drawAnew(sorted, corpus, kept, ties, nearness, { threads, onStep });
	onStep('land', 0);
	const zoom = wholeZoom(boundsOf(sitesOf(tree, layout)));
	const steps = zoomSteps(
		[
			...layout.papers.map((point, index) => ({
				...point,
				strength: strengthOfPaper,
				isPaper: true,
				kept: goesOn ? kept.papers.get(sorted[index]?.id ?? '')?.step : undefined
			})),
			...layout.concepts.map((point, index) => ({
				...point,
				strength: lengthOf(ties.ofConcept, index),
				isPaper: false,
				kept: goesOn ? kept.concepts.get(corpus.concepts[index]?.id ?? '')?.step : undefined
			}))
		],
		zoom
	);
	const distance = distanceOf(spreadOf(ties.papers + ties.concepts));
	const topics = placeTopics(tree, names, layout, { ties, zoom, distance });
	onStep('co-occurrence', 0);
	const graph = {
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
		topics: topics.sort((a, b) => compare(a.id, b.id)),
		mentions: corpus.mentions,
		introduces: corpus.introduces,
		broader: corpus.broader,
		coOccurs: coOccurrences(corpus.concepts, ties),
		related: relatedPapers(sorted, ties, nearest, { citations, terms: [concepts, text] }),
		cites: citationsOf(sorted, citations),
		memberships: membershipsOf(sorted, corpus.concepts, ties, tree, names),
		partOf: partsOf(tree, names)
	};
	const heirs = new Map<NodeRef, NodeRef>([
		...refs('papers', options.mergedPapers ?? new Map<string, string>()),
		...refs('concepts', identified.heirs)
	]);
	return { ...graph, formerIds: kept ? leadOn(graph, kept, heirs) : [] };
}

function refs(collection: 'papers' | 'concepts', ids: ReadonlyMap<string, string>): [NodeRef, NodeRef][] {
	return [...ids].map(([former, now]) => [nodeRef(collection, former), nodeRef(collection, now)]);
}

/** The place that something keeps: as long as it stays in its topic, or without one, for elsewhere it would lie on foreign land. */
function placeOf(kept: KeptPlace | undefined, topic: TopicName | undefined): Point | null {
	return kept && kept.topic === (topic?.id ?? null) ? { x: kept.x, y: kept.y } : null;
}

interface Drawn {
	tree: TopicTree;
	names: TopicName[];
	layout: Layout;
}

function goOn(
	papers: Paper[],
	{ concepts }: ConceptCorpus,
	kept: KeptMap,
	ties: Ties,
	nearness: WeightedGraph
): Drawn {
	const { tree, names } = keepTopics(papers, concepts, kept, { ties, nearness });
	const layout = placeNewcomers(ties, tree, nearness, {
		papers: papers.map(({ id }, at) => placeOf(kept.papers.get(id), names[tree.leafOfPaper[at] ?? -1])),
		concepts: concepts.map(({ id }, at) =>
			placeOf(kept.concepts.get(id), names[tree.leafOfConcept[at] ?? -1])
		)
	});
	return { tree, names, layout };
}

async function drawAnew(
	papers: Paper[],
	corpus: ConceptCorpus,
	kept: KeptMap | undefined,
	ties: Ties,
	nearness: WeightedGraph,
	{ threads, onStep }: { threads: Threads; onStep: (step: string, share: number) => void }
): Promise<Drawn> {
	const tree = growTopicTree(ties, nearness, (grown) => nameTopics(grown, corpus, ties).concepts);
	const { names } = nameTopics(tree, corpus, ties);
	onStep('positions', 0);
	const layout = await layOut(ties, tree, nearness, {
		threads,
		onShare: (share) => {
			onStep('positions', share);
		}
	});
	return { tree, names: kept ? inheritIds(papers, tree, names, kept) : names, layout };
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

import { mapMeasures } from '#lib/graph/constants/map-measures.ts';
import { listOf, type Ties } from '#lib/graph/ties.ts';
import { leavesOf, largeOf, type TopicTree } from '#lib/graph/topics/topic-tree.ts';
import { inducedGraph, type WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { fillDisc } from './fill-disc.ts';
import { packDiscs, tighten, type Disc } from './pack-discs.ts';
import { rounded, type Point } from './point.ts';
import { spring } from './spring.ts';
import { topicTies } from './topic-ties.ts';
import { boundsOf } from './zoom-steps.ts';

/** Where everything lies, by index into the sorted papers and concepts. */
export interface Layout {
	papers: Point[];
	concepts: Point[];
}

/** The root of the land of one member over the root of pi: the radius of a disc is this times the root of its members. */
export function spreadOf(members: number): number {
	const { most, least, halfwayAt } = mapMeasures.spread;
	return least + (most - least) / (1 + members / halfwayAt);
}

/** About how far two members are apart. */
export function distanceOf(spread: number): number {
	return spread * Math.sqrt(Math.PI);
}

/**
 * Discs of all leaves, by index of the topic: leaves of a large topic lie together, near to what they are tied to. Their
 * area goes with their papers; `spread` is the root of the land of one member.
 */
function discsOfLeaves(tree: TopicTree, nearness: WeightedGraph, spread: number): Map<number, Disc> {
	const leaves = leavesOf(tree);
	const all = leaves.map((leaf) => tree.topics[leaf]).flatMap((topic) => topic ?? []);
	const papers = all.reduce((sum, topic) => sum + topic.papers.length, 0);
	const members = papers + all.reduce((sum, topic) => sum + topic.concepts.length, 0);
	const perPaper = spread * Math.sqrt(members / Math.max(1, papers));
	const radius = (leaf: number) => perPaper * Math.sqrt(Math.max(1, tree.topics[leaf]?.papers.length ?? 1));
	const distance = distanceOf(spread);
	const tied = topicTies(tree, nearness, 'leaf');
	const groups = [...new Set(leaves.map((leaf) => largeOf(tree, leaf)))].map((large) => {
		const own = leaves.filter((leaf) => largeOf(tree, leaf) === large);
		const discs = packDiscs(own.map(radius), (a, b) => tied(own[a] ?? 0, own[b] ?? 0), {
			gap: mapMeasures.gap.small * distance,
			rounds: 300
		});
		return { large, own, discs, ...around(discs) };
	});
	const isDivided = tree.topics.some(({ level }) => level === 2);
	const gap = (isDivided ? mapMeasures.gap.large : mapMeasures.gap.undivided) * distance;
	const tiedLarge = topicTies(tree, nearness, 'large');
	const shelves = packDiscs(
		groups.map((group) => group.radius),
		(a, b) => tiedLarge(groups[a]?.large ?? 0, groups[b]?.large ?? 0),
		{ gap, rounds: 500 }
	);
	for (const [at, { discs, x, y }] of groups.entries()) {
		const shelf = shelves[at] ?? { x: 0, y: 0 };
		for (const disc of discs) Object.assign(disc, { x: disc.x - x + shelf.x, y: disc.y - y + shelf.y });
	}
	tighten(
		groups.map(({ discs }) => discs),
		gap
	);
	return new Map(
		groups.flatMap(({ own, discs }) => discs.map((disc, part): [number, Disc] => [own[part] ?? 0, disc]))
	);
}

/** A disc that holds all of them, around the middle of their area. */
function around(discs: Disc[]): Disc {
	const area = discs.reduce((sum, { radius }) => sum + radius ** 2, 0) || 1;
	const x = discs.reduce((sum, disc) => sum + disc.x * disc.radius ** 2, 0) / area;
	const y = discs.reduce((sum, disc) => sum + disc.y * disc.radius ** 2, 0) / area;
	const reaches = discs.map((disc) => Math.hypot(disc.x - x, disc.y - y) + disc.radius);
	return { x, y, radius: reaches.reduce((most, reach) => Math.max(most, reach), 0) };
}

/** The middle of the papers of a topic that mention a concept. */
function middleOf(concept: number, ties: Ties, at: ReadonlyMap<number, Point>): Point {
	const sum = { x: 0, y: 0, count: 0 };
	for (const paper of listOf(ties.ofConcept, concept)) {
		const point = at.get(paper);
		if (!point) continue;
		sum.x += point.x;
		sum.y += point.y;
		sum.count += 1;
	}
	return { x: sum.x / Math.max(1, sum.count), y: sum.y / Math.max(1, sum.count) };
}

/**
 * Lays the map out anew, by levels: large topics among each other, small ones within, their papers by a spring layout
 * of the nearest ones, every concept in the middle of its papers there; then all fill the disc of the topic evenly.
 */
export function layOut(
	ties: Ties,
	tree: TopicTree,
	nearness: WeightedGraph,
	onShare: (share: number) => void = () => undefined
): Layout {
	const spread = spreadOf(ties.papers + ties.concepts);
	const discs = discsOfLeaves(tree, nearness, spread);
	const papers: Point[] = Array.from({ length: ties.papers }, () => ({ x: 0, y: 0 }));
	const concepts: Point[] = Array.from({ length: ties.concepts }, () => ({ x: 0, y: 0 }));
	let done = 0;
	for (const [leaf, disc] of discs) {
		const topic = tree.topics[leaf];
		if (!topic) continue;
		const sprung = spring(inducedGraph(nearness, Uint32Array.from(topic.papers)), leaf + 1);
		const at = new Map(topic.papers.map((paper, index) => [paper, sprung[index] ?? { x: 0, y: 0 }]));
		const middles = topic.concepts.map((concept) => middleOf(concept, ties, at));
		const inside = fillDisc([...sprung, ...middles]).map(({ x, y }) =>
			rounded({ x: disc.x + x * disc.radius, y: disc.y + y * disc.radius })
		);
		for (const [index, paper] of topic.papers.entries()) papers[paper] = inside[index] ?? { x: 0, y: 0 };
		for (const [index, concept] of topic.concepts.entries())
			concepts[concept] = inside[topic.papers.length + index] ?? { x: 0, y: 0 };
		done += 1;
		onShare(done / discs.size);
	}
	return putAside({ papers, concepts }, tree, distanceOf(spread));
}

/**
 * Puts what belongs to no topic in a row below the map. `isKnown`: what has a place there already (papers, then
 * concepts) stays, and what is new goes behind it.
 */
export function putAside(
	layout: Layout,
	tree: TopicTree,
	distance: number,
	isKnown: (index: number) => boolean = () => false
): Layout {
	const { below, apart } = mapMeasures.aside;
	const leaves = [...tree.leafOfPaper, ...tree.leafOfConcept];
	const all = [...layout.papers, ...layout.concepts].map((point, index) => ({
		point,
		isAside: (leaves[index] ?? -1) < 0,
		isKnown: isKnown(index)
	}));
	const inRow = all.filter((each) => each.isAside && each.isKnown).map(({ point }) => point);
	const onLand = all.filter(({ isAside }) => !isAside).map(({ point }) => point);
	const step = apart * distance;
	const next = { x: 0, y: 0 };
	if (onLand.length > 0) {
		const { left, bottom } = boundsOf(onLand);
		Object.assign(next, { x: left, y: bottom + below * distance });
	}
	if (inRow.length > 0) {
		const { right, bottom } = boundsOf(inRow);
		Object.assign(next, { x: right + step, y: bottom });
	}
	for (const { point, isAside, isKnown: stays } of all) {
		if (!isAside || stays) continue;
		Object.assign(point, rounded(next));
		next.x += step;
	}
	return layout;
}

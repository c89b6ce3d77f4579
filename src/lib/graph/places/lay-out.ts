import { mapMeasures } from '#lib/graph/constants/map-measures.ts';
import { listOf, type Lists, type Ties } from '#lib/graph/ties.ts';
import { thisThread, type Threads } from '#lib/graph/threads/threads.ts';
import { leavesOf, largeOf, type TopicNode, type TopicTree } from '#lib/graph/topics/topic-tree.ts';
import { inducedGraph, type WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { packDiscs, tighten, type Disc } from './pack-discs.ts';
import { boundsOf, rounded, type Point } from './point.ts';
import { topicTies } from './topic-ties.ts';

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

/** About how far two members are apart; whole, so that a few papers more leave the grid of the shore where it is. */
export function distanceOf(spread: number): number {
	return Math.round(spread * Math.sqrt(Math.PI));
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

/** Of every concept of a topic the papers there that mention it, by their places in the list of its papers. */
function papersInside({ papers, concepts }: TopicNode, ties: Ties): Lists {
	const places = new Map(papers.map((paper, place) => [paper, place]));
	const inside = concepts.map((concept) =>
		[...listOf(ties.ofConcept, concept)].flatMap((paper) => places.get(paper) ?? [])
	);
	const offsets = new Uint32Array(inside.length + 1);
	for (const [at, { length }] of inside.entries()) offsets[at + 1] = (offsets[at] ?? 0) + length;
	return { offsets, values: Uint32Array.from(inside.flat()) };
}

/**
 * Lays the map out anew, by levels: large topics among each other, small ones within, their papers by a spring layout
 * of the nearest ones, every concept in the middle of its papers there; then all fill the disc of the topic evenly.
 */
export async function layOut(
	ties: Ties,
	tree: TopicTree,
	nearness: WeightedGraph,
	{ threads = thisThread, onShare }: { threads?: Threads; onShare?: (share: number) => void } = {}
): Promise<Layout> {
	const spread = spreadOf(ties.papers + ties.concepts);
	const discs = [...discsOfLeaves(tree, nearness, spread)].flatMap(([leaf, disc]) => {
		const topic = tree.topics[leaf];
		return topic ? [{ leaf, disc, topic }] : [];
	});
	// The largest first: none of the threads shall be left alone with it at the end.
	discs.sort((a, b) => b.topic.papers.length - a.topic.papers.length || a.leaf - b.leaf);
	const filled = await threads.all(
		'fillLeaf',
		discs.map(({ leaf, topic }) => ({
			graph: inducedGraph(nearness, Uint32Array.from(topic.papers)),
			seed: leaf + 1,
			concepts: papersInside(topic, ties)
		})),
		(done) => onShare?.(done / discs.length)
	);
	const papers: (Point | null)[] = Array.from({ length: ties.papers }, () => null);
	const concepts: (Point | null)[] = Array.from({ length: ties.concepts }, () => null);
	for (const [at, { disc, topic }] of discs.entries()) {
		const inside = filled[at];
		const placeAt = (index: number) =>
			rounded({
				x: disc.x + (inside?.[2 * index] ?? 0) * disc.radius,
				y: disc.y + (inside?.[2 * index + 1] ?? 0) * disc.radius
			});
		for (const [index, paper] of topic.papers.entries()) papers[paper] = placeAt(index);
		for (const [index, concept] of topic.concepts.entries())
			concepts[concept] = placeAt(topic.papers.length + index);
	}
	return putAside({ papers, concepts }, distanceOf(spread));
}

/** Fewest places of a row below the map. */
const leastInRow = 10;

/**
 * Papers and concepts with a place each: what has none (it belongs to no topic) goes in rows below all that has one, no
 * wider than that.
 */
export function putAside(
	given: { papers: (Point | null)[]; concepts: (Point | null)[] },
	distance: number
): Layout {
	const { left, right, bottom } = boundsOf(
		[...given.papers, ...given.concepts].flatMap((point) => point ?? [])
	);
	const step = mapMeasures.aside.apart * distance;
	const inRow = Math.max(leastInRow, Math.floor((right - left) / step));
	let count = 0;
	const placed = (point: Point | null): Point => {
		if (point) return point;
		const [column, row] = [count % inRow, Math.floor(count / inRow)];
		count += 1;
		return rounded({ x: left + column * step, y: bottom + mapMeasures.aside.below * distance + row * step });
	};
	return { papers: given.papers.map(placed), concepts: given.concepts.map(placed) };
}

import type { Topic } from '#lib/domain/graph.ts';
import { leavesOf, largeOf, type TopicTree } from '#lib/graph/topics/topic-tree.ts';
import type { TopicName } from '#lib/graph/topics/name-topics.ts';
import { lengthOf, type Ties } from '#lib/graph/ties.ts';
import { cellsOf, type Cells, type Site } from './cells.ts';
import { coastsOf, flatRings } from './coasts.ts';
import type { Layout } from './lay-out.ts';
import { nameAnchors } from './name-anchors.ts';
import { boundsOf, type Point } from './point.ts';

/** How many times nearer than the whole map the names of small topics are read. */
const smallNames = 3.5;
/** What lies so far outside of a topic's box may still be under its name, world units. */
const nameMargin = 90;
/** Every so many points of a coast are enough for the far view. */
const farGrain = 3;

/** Everything that lies on the land of a topic. */
export function sitesOf(tree: TopicTree, layout: Layout): Site[] {
	const site = (point: Point, leaf: number): Site[] =>
		leaf < 0 ? [] : [{ ...point, leaf, large: largeOf(tree, leaf) }];
	return [
		...layout.papers.flatMap((point, paper) => site(point, tree.leafOfPaper[paper] ?? -1)),
		...layout.concepts.flatMap((point, concept) => site(point, tree.leafOfConcept[concept] ?? -1))
	];
}

/** The lands of a map: of every leaf its own cells, of every large topic these and the shore around them. */
export function landsOf(cells: Cells): { leaves: Map<number, Point[][]>; larges: Map<number, Point[][]> } {
	return { leaves: coastsOf(cells, cells.leaf), larges: coastsOf(cells, cells.large) };
}

/** Gives every topic its middle, its land, its box and the anchors of its name. `zoom`: where the whole map is seen. */
export function placeTopics(
	tree: TopicTree,
	names: readonly TopicName[],
	layout: Layout,
	{ ties, zoom, distance }: { ties: Ties; zoom: number; distance: number }
): Topic[] {
	const { leaves, larges } = landsOf(cellsOf(sitesOf(tree, layout), distance));
	const isLeaf = new Set(leavesOf(tree));
	const obstacles = [
		...layout.concepts.map(({ x, y }, index) => ({ x, y, cost: coverCost(lengthOf(ties.ofConcept, index)) })),
		...layout.papers.map(({ x, y }) => ({ x, y, cost: 0.4 }))
	].sort((a, b) => a.x - b.x || a.y - b.y);
	const xs = Float64Array.from(obstacles, ({ x }) => x);
	return tree.topics.flatMap(({ level, papers, concepts }, index) => {
		const name = names[index];
		if (!name) return [];
		const members = [
			...papers.map((paper) => layout.papers[paper]),
			...concepts.map((concept) => layout.concepts[concept])
		].flatMap((point) => point ?? []);
		const own = (isLeaf.has(index) ? leaves : larges).get(index) ?? [];
		const far = ((level === 1 ? larges : leaves).get(index) ?? []).map(coarser);
		const middle = middleOf(members);
		const { left, top, right, bottom } = boundsOf(own[0] ?? members);
		const box: Topic['box'] = [left, top, right, bottom].map(Math.round);
		const around = obstacles
			.slice(firstFrom(xs, left - nameMargin), firstFrom(xs, right + nameMargin))
			.filter(({ y }) => y > top - nameMargin && y < bottom + nameMargin);
		return [
			{
				...name,
				level,
				papers: papers.length,
				concepts: concepts.length,
				...middle,
				box,
				coast: flatRings(own),
				farCoast: flatRings(far),
				anchors: nameAnchors(
					[left, top, right, bottom],
					middle,
					around,
					level === 2 ? zoom * smallNames : zoom
				)
			}
		];
	});
}

/** The first of some ascending numbers that is not below `least`. */
function firstFrom(ascending: Float64Array, least: number): number {
	let [from, to] = [0, ascending.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((ascending[middle] ?? 0) < least) from = middle + 1;
		else to = middle;
	}
	return from;
}

function coverCost(papers: number): number {
	return Math.min(9, 0.35 + papers / 4);
}

/** Fewer points of the same line; a small land keeps all of its own. */
function coarser(ring: Point[]): Point[] {
	return ring.length < 12 * farGrain ? ring : ring.filter((_, at) => at % farGrain === 0);
}

function middleOf(points: Point[]): Point {
	const count = Math.max(1, points.length);
	return {
		x: Math.round(points.reduce((sum, { x }) => sum + x, 0) / count),
		y: Math.round(points.reduce((sum, { y }) => sum + y, 0) / count)
	};
}

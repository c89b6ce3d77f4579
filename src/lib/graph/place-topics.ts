import type { Topic } from '#lib/domain/graph.ts';
import { coasts, landStyles } from './land.ts';
import { leavesOf, type Layout } from './layout.ts';
import type { Point } from './layout-members.ts';
import { nameAnchors, type Obstacle } from './name-anchors.ts';
import type { Ties } from './ties.ts';
import type { TopicName } from './topic-names.ts';
import type { TopicTree } from './topic-tree.ts';
import { boundsOf } from './zoom-steps.ts';

/** How many times nearer than the whole map the names of small topics are read. */
const smallNames = 3.5;

/** Gives every topic its middle, its land, its box and the anchors of its name. */
export function placeTopics(
	tree: TopicTree,
	names: TopicName[],
	layout: Layout,
	{ ties, zoom }: { ties: Ties; zoom: number }
): Topic[] {
	const leaves = leavesOf(tree);
	const isFlat = leaves.length === tree.topics.length;
	const membersOf = (topic: number): Point[] => {
		const { papers, concepts } = tree.topics[topic] ?? { papers: [], concepts: [] };
		return [
			...papers.map((paper) => layout.papers[paper]),
			...concepts.map((concept) => layout.concepts[concept])
		].flatMap((point) => point ?? []);
	};
	const leafMembers = leaves.map(membersOf);
	const near = coasts(leafMembers, isFlat ? landStyles.small : landStyles.island);
	const far = isFlat ? near : coasts(leafMembers, landStyles.farIsland);
	const large = tree.topics.flatMap(({ level }, index) => (level === 1 ? [index] : []));
	const shelves = isFlat ? near : coasts(large.map(membersOf), landStyles.shelf);
	const obstacles: Obstacle[] = [
		...layout.concepts.map((point, index) => ({
			...point,
			cost: coverCost(ties.ofConcept[index]?.length ?? 1)
		})),
		...(isFlat ? layout.papers.map((point) => ({ ...point, cost: 0.8 })) : [])
	].filter(({ cost }) => cost > 0.4 || isFlat);
	return tree.topics.flatMap(({ level, papers, concepts }, index) => {
		const name = names[index];
		if (!name) return [];
		const leaf = leaves.indexOf(index);
		const shelf = large.indexOf(index);
		const isLeaf = leaf >= 0;
		const coast = isLeaf ? (near[leaf] ?? []) : (shelves[shelf] ?? []);
		const farCoast = level === 1 ? (shelves[shelf] ?? []) : (far[leaf] ?? []);
		const members = membersOf(index);
		const middle = middleOf(members);
		const box = boxOf(coast.length > 0 ? coast : farCoast, members);
		const readAt = level === 2 ? zoom * smallNames : zoom;
		const [left, top, right, bottom] = box;
		const around = obstacles.filter(
			({ x, y }) => x > left - 90 && x < right + 90 && y > top - 90 && y < bottom + 90
		);
		return [
			{
				...name,
				level,
				papers: papers.length,
				concepts: concepts.length,
				...middle,
				box,
				coast,
				farCoast,
				anchors: nameAnchors(box, middle, around, readAt)
			}
		];
	});
}

function coverCost(papers: number): number {
	return Math.min(9, 0.35 + papers / 4);
}

function middleOf(points: Point[]): Point {
	const count = Math.max(1, points.length);
	return {
		x: Math.round(points.reduce((sum, { x }) => sum + x, 0) / count),
		y: Math.round(points.reduce((sum, { y }) => sum + y, 0) / count)
	};
}

/** The bounding box of all rings of a coast; of the members where there is no land. */
function boxOf(coast: number[], members: Point[]): [number, number, number, number] {
	const points: Point[] = [];
	for (let at = 0; at < coast.length;) {
		const count = coast[at] ?? 0;
		for (let point = 0; point < count; point += 1) {
			points.push({ x: coast[at + 1 + 2 * point] ?? 0, y: coast[at + 2 + 2 * point] ?? 0 });
		}
		at += 1 + 2 * count;
	}
	const { left, top, right, bottom } = boundsOf(points.length > 0 ? points : members);
	return [left, top, right, bottom].map(Math.round) as [number, number, number, number];
}

import type { ConceptCorpus } from '#lib/domain/graph.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { placeDiscs, type Disc } from './layout-discs.ts';
import { layOutMembers, type Point } from './layout-members.ts';
import { separate } from './separate.ts';
import type { Ties } from './ties.ts';
import type { TopicTree } from './topic-tree.ts';

export interface Layout {
	papers: Point[];
	concepts: Point[];
}

/** How wide the parts of a map are, in world units. */
interface Measures {
	/** A topic's radius is this times the root of its members. */
	spread: number;
	gap: number;
	groupGap: number;
	iterations: number;
}

/** Up to so many places a map is laid out wide enough for nearly every label. */
const smallMap = 1500;

function measuresFor(places: number): Measures {
	return places <= smallMap
		? { spread: 16, gap: 30, groupGap: 30, iterations: 500 }
		: { spread: 12.2, gap: 6, groupGap: 300, iterations: places > 20_000 ? 70 : 200 };
}

/** From this share of known places on, a map keeps its old positions instead of being laid out anew. */
const keepsFrom = 0.5;

/**
 * Positions of all papers and concepts, in world units, one decimal. By levels: topics as discs, their members
 * within, then every disc is stretched to the cell between its neighbours and the sheet is bent, so that the
 * islands do not look like coins. `previous` holds the places of an earlier map: they stay, and what is new is
 * put among its neighbours.
 */
export function layOut(
	papers: Paper[],
	corpus: ConceptCorpus,
	ties: Ties,
	tree: TopicTree,
	previous: Map<NodeRef, Point>,
	onShare: (share: number) => void
): Layout {
	const refs = [
		...papers.map(({ id }) => nodeRef('papers', id)),
		...corpus.concepts.map(({ id }) => nodeRef('concepts', id))
	];
	const known = refs.map((ref) => previous.get(ref));
	const keeps = known.filter(Boolean).length >= keepsFrom * refs.length;
	const fresh = keeps ? [] : freshPoints(papers.length, corpus, ties, tree, onShare);
	const points = keeps ? amongNeighbours(known, papers.length, ties) : fresh;
	// What has a place stays exactly there: the same papers again give the same map, byte for byte.
	const weights = refs.map((_, index) => (keeps && known[index] ? 0 : 1));
	const small = points.length <= smallMap;
	const radii = [
		...papers.map(() => (small ? 11 : 8.5)),
		...ties.ofConcept.map(({ length }) => {
			const room = small ? (length >= 5 ? 12 : length >= 3 ? 6 : 0) : 0;
			return small
				? Math.min(8 + 2 * Math.sqrt(length), 16) + room
				: Math.min(8 + 0.5 * Math.sqrt(length), 20);
		})
	];
	separate(points, radii, weights, small ? 120 : 40);
	const rounded = points.map(({ x, y }) => ({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }));
	return { papers: rounded.slice(0, papers.length), concepts: rounded.slice(papers.length) };
}

/** Old places as they are; a new node in the middle of its placed neighbours, slightly aside. */
function amongNeighbours(known: (Point | undefined)[], papers: number, ties: Ties): Point[] {
	const points = known.map((point) => (point ? { ...point } : null));
	const neighbours = (index: number) =>
		index < papers
			? (ties.ofPaper[index] ?? []).map((concept) => concept + papers)
			: (ties.ofConcept[index - papers] ?? []);
	// Twice: a paper whose concepts are all new finds its place after them.
	for (let round = 0; round < 2; round += 1) {
		known.forEach((old, index) => {
			if (old) return;
			const near = neighbours(index).flatMap((other) => points[other] ?? []);
			if (near.length === 0 && round === 0) return;
			const count = Math.max(1, near.length);
			points[index] = {
				x: near.reduce((sum, { x }) => sum + x, 0) / count + 9 * Math.cos(index * 2.4),
				y: near.reduce((sum, { y }) => sum + y, 0) / count + 9 * Math.sin(index * 2.4)
			};
		});
	}
	return points.map((point) => point ?? { x: 0, y: 0 });
}

function freshPoints(
	paperCount: number,
	corpus: ConceptCorpus,
	ties: Ties,
	tree: TopicTree,
	onShare: (share: number) => void
): Point[] {
	const total = paperCount + corpus.concepts.length;
	const measures = measuresFor(total);
	const leaves = leavesOf(tree);
	const discs = placeLeaves(leaves, tree, ties, measures);
	const introduced = new Map(
		corpus.introduces.map(({ paper, concept }) => [concept as string, paper as string])
	);
	const points: Point[] = Array.from({ length: total }, () => ({ x: 0, y: 0 }));
	leaves.forEach((leaf, index) => {
		const { papers, concepts } = tree.topics[leaf] ?? { papers: [], concepts: [] };
		const members = [...papers, ...concepts.map((concept) => concept + paperCount)];
		const place = new Map(members.map((member, position) => [member, position]));
		const edges = papers.flatMap((paper) =>
			(ties.ofPaper[paper] ?? []).flatMap((concept): [number, number, number][] => {
				const at = place.get(concept + paperCount);
				if (at === undefined) return [];
				const id = corpus.concepts[concept]?.id ?? '';
				const weight = Math.pow(ties.ofConcept[concept]?.length ?? 1, -0.35) * (introduced.has(id) ? 3 : 1);
				return [[place.get(paper) ?? 0, at, weight]];
			})
		);
		const inside = layOutMembers({ count: members.length, edges }, measures.iterations, leaf + 1);
		const disc = discs[index];
		if (disc) {
			const reach = reachOf(disc, discs, measures);
			members.forEach((member, position) => {
				const { x, y } = inside[position] ?? { x: 0, y: 0 };
				const by = reach(Math.atan2(y, x));
				points[member] = { x: disc.x + x * by, y: disc.y + y * by };
			});
		}
		onShare((index + 1) / leaves.length);
	});
	return bend(points);
}

/** The topics that have members of their own. */
export function leavesOf(tree: TopicTree): number[] {
	const divided = new Set(tree.topics.flatMap(({ parent }) => (parent === null ? [] : [parent])));
	return tree.topics.flatMap((_, index) => (divided.has(index) ? [] : [index]));
}

/** Every leaf as a disc: first the large topics among each other, then the leaves from there. */
function placeLeaves(leaves: number[], tree: TopicTree, ties: Ties, measures: Measures): Disc[] {
	const large = tree.topics.flatMap(({ level }, index) => (level === 1 ? [index] : []));
	const groupOf = (leaf: number) => tree.topics[leaf]?.parent ?? leaf;
	const radius = (topic: number) => {
		const { papers, concepts } = tree.topics[topic] ?? { papers: [], concepts: [] };
		return measures.spread * Math.sqrt(papers.length + concepts.length + 2);
	};
	const sharedOf = (topicOf: number[]) => sharedConcepts(ties, topicOf, tree.topics.length);
	const largeShared = sharedOf(tree.largeOfPaper);
	const shelves = placeDiscs(
		large.map((topic) => ({ radius: radius(topic) * 1.12, group: topic })),
		(a, b) => largeShared(large[a] ?? 0, large[b] ?? 0),
		{ gap: measures.gap, groupGap: measures.groupGap, rounds: 500 }
	);
	if (leaves.length === large.length) {
		return shelves.map((disc) => ({ ...disc, radius: disc.radius / 1.12 }));
	}
	const shared = sharedOf(tree.leafOfPaper);
	const shelfOf = new Map(large.map((topic, index) => [topic, shelves[index]]));
	const placed: Disc[] = [];
	for (const topic of large) {
		const own = leaves.filter((leaf) => groupOf(leaf) === topic);
		const discs = placeDiscs(
			own.map((leaf) => ({ radius: radius(leaf), group: topic })),
			(a, b) => shared(own[a] ?? 0, own[b] ?? 0),
			{ gap: measures.gap, groupGap: measures.gap, rounds: 300 }
		);
		const shelf = shelfOf.get(topic) ?? { x: 0, y: 0 };
		for (const disc of discs) placed.push({ ...disc, x: disc.x + shelf.x, y: disc.y + shelf.y });
	}
	const order = large.flatMap((topic) => leaves.filter((leaf) => groupOf(leaf) === topic));
	keepGroupsApart(placed, measures.groupGap);
	return leaves.map((leaf) => placed[order.indexOf(leaf)] ?? { x: 0, y: 0, radius: 1, group: 0 });
}

/** Moves whole groups until no disc of one is nearer than the gap to a disc of another. */
function keepGroupsApart(discs: Disc[], gap: number): void {
	const groups = [...new Set(discs.map(({ group }) => group))].map((group) =>
		discs.filter((disc) => disc.group === group)
	);
	for (let round = 0; round < 400; round += 1) {
		let moved = false;
		for (const [a, first] of groups.entries()) {
			for (const second of groups.slice(a + 1)) {
				let worst = { by: 0, dx: 0, dy: 0 };
				for (const p of first) {
					for (const q of second) {
						const distance = Math.hypot(q.x - p.x, q.y - p.y) || 1;
						const by = p.radius + q.radius + gap - distance;
						if (by > worst.by) worst = { by, dx: (q.x - p.x) / distance, dy: (q.y - p.y) / distance };
					}
				}
				if (worst.by < 0.5) continue;
				moved = true;
				for (const disc of first) {
					disc.x -= worst.dx * worst.by * 0.5;
					disc.y -= worst.dy * worst.by * 0.5;
				}
				for (const disc of second) {
					disc.x += worst.dx * worst.by * 0.5;
					disc.y += worst.dy * worst.by * 0.5;
				}
			}
		}
		if (!moved) return;
		// Drawn to the middle a little each time, so that the groups end close together.
		if (round < 300) {
			for (const disc of discs) {
				disc.x *= 0.995;
				disc.y *= 0.993;
			}
		}
	}
}

/** Concepts that two topics share, each counting less the more papers have it, over the topics' sizes. */
function sharedConcepts(ties: Ties, topicOf: number[], count: number): (a: number, b: number) => number {
	const sums = new Map<number, number>();
	const sizes = Array.from({ length: count }, () => 1);
	for (const topic of topicOf) sizes[topic] = (sizes[topic] ?? 1) + 1;
	for (const papers of ties.ofConcept) {
		const here = new Map<number, number>();
		for (const paper of papers) {
			const topic = topicOf[paper] ?? 0;
			here.set(topic, (here.get(topic) ?? 0) + 1);
		}
		const list = [...here].slice(0, 40);
		for (const [a, n] of list) {
			for (const [b, m] of list) {
				if (a < b) sums.set(a * count + b, (sums.get(a * count + b) ?? 0) + Math.min(n, m) / papers.length);
				else if (b < a)
					sums.set(b * count + a, (sums.get(b * count + a) ?? 0) + Math.min(n, m) / papers.length / 2);
			}
		}
	}
	return (a, b) => {
		const key = a < b ? a * count + b : b * count + a;
		return (sums.get(key) ?? 0) / Math.sqrt((sizes[a] ?? 1) * (sizes[b] ?? 1));
	};
}

/** How far a disc reaches in a direction: to the cell border with its neighbours, 1.22 of its radius at most. */
function reachOf(disc: Disc, discs: Disc[], { gap }: Measures): (angle: number) => number {
	const near = discs.filter(
		(other) =>
			other !== disc && Math.hypot(other.x - disc.x, other.y - disc.y) < 2.6 * (disc.radius + other.radius)
	);
	const phase = disc.x * 0.013 + disc.y * 0.007;
	return (angle) => {
		let reach =
			disc.radius * (1.17 + 0.06 * Math.sin(3 * angle + phase) + 0.04 * Math.sin(5 * angle - phase));
		for (const other of near) {
			const [dx, dy] = [other.x - disc.x, other.y - disc.y];
			const distance = Math.hypot(dx, dy) || 1;
			const along = (Math.cos(angle) * dx + Math.sin(angle) * dy) / distance;
			if (along <= 0.05) continue;
			const border = (distance * distance + disc.radius ** 2 - other.radius ** 2) / (2 * distance);
			reach = Math.min(reach, (border - gap / 2) / along);
		}
		return Math.max(reach, disc.radius * 0.72);
	};
}

/** Bends the sheet with slow waves, so that nothing on the map is a circle or a straight border. */
function bend(points: Point[]): Point[] {
	const width = Math.max(1, ...points.map(({ x }) => Math.abs(x))) * 2;
	const waves = [
		{ length: width * 0.31, height: width * 0.02 },
		{ length: width * 0.14, height: width * 0.009 }
	];
	return points.map(({ x, y }) => {
		let [bx, by] = [x, y];
		for (const { length, height } of waves) {
			bx += height * Math.sin((2 * Math.PI * y) / length + x / width);
			by += height * Math.cos((2 * Math.PI * x) / length - y / width);
		}
		return { x: bx, y: by };
	});
}

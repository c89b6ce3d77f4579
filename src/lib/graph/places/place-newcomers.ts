import { Delaunay } from 'd3-delaunay';
import { mapMeasures } from '#lib/graph/constants/map-measures.ts';
import { listOf, type Ties } from '#lib/graph/ties.ts';
import type { TopicTree } from '#lib/graph/topics/topic-tree.ts';
import type { WeightedGraph } from '#lib/graph/weighted-graph.ts';
import { cellsOf } from './cells.ts';
import { distanceOf, putAside, spreadOf, type Layout } from './lay-out.ts';
import { rounded, type Point } from './point.ts';
import { sitesOf } from './topic-lands.ts';

/** Papers and concepts in one row: concept c is `papers + c`. */
interface Members {
	points: (Point | null)[];
	leaf: Int32Array;
}

/** Who a newcomer lies beside: the nearest member of its own topic that has a place. */
function hostOf(
	member: number,
	{ points, leaf }: Members,
	ties: Ties,
	nearness: WeightedGraph
): number | null {
	const fits = (other: number) => leaf[other] === leaf[member] && points[other] !== null;
	if (member < ties.papers) {
		let [best, most] = [-1, 0];
		for (let at = nearness.offsets[member] ?? 0; at < (nearness.offsets[member + 1] ?? 0); at += 1) {
			const other = nearness.targets[at] ?? 0;
			if (fits(other) && (nearness.weights[at] ?? 0) > most)
				[best, most] = [other, nearness.weights[at] ?? 0];
		}
		if (best >= 0) return best;
		const concept = listOf(ties.ofPaper, member).find((each) => fits(ties.papers + each));
		if (concept !== undefined) return ties.papers + concept;
	} else {
		const paper = listOf(ties.ofConcept, member - ties.papers).find(fits);
		if (paper !== undefined) return paper;
	}
	const any = points.findIndex((_, other) => other !== member && fits(other));
	return any < 0 ? null : any;
}

/** Times that newcomers move nearer to their hosts while the land of a topic lies in pieces. */
const tries = 8;

/**
 * Gives places to what is new on a map that stays as it is: each beside its host, a part of the way to the host's
 * nearest neighbour, so that its cell adjoins the host's. Where that would break the land of a topic in two, nearer.
 * `known`: the places of papers and concepts that have one on the land of their topic, or below the map without one.
 */
export function placeNewcomers(
	ties: Ties,
	tree: TopicTree,
	nearness: WeightedGraph,
	known: { papers: (Point | null)[]; concepts: (Point | null)[] }
): Layout {
	const members: Members = {
		points: [...known.papers, ...known.concepts],
		leaf: Int32Array.from([...tree.leafOfPaper, ...tree.leafOfConcept])
	};
	const distance = distanceOf(spreadOf(ties.papers + ties.concepts));
	const placed = members.points.flatMap((point, member) =>
		point && (members.leaf[member] ?? -1) >= 0 ? [{ ...point, member }] : []
	);
	const old = Delaunay.from(
		placed,
		({ x }) => x,
		({ y }) => y
	);
	const indexOf = new Map(placed.map(({ member }, index) => [member, index]));
	/** How far the nearest neighbour of a placed member is. */
	const room = (member: number) => {
		const index = indexOf.get(member);
		const point = members.points[member];
		if (index === undefined || !point) return distance;
		let least = distance;
		for (const other of old.neighbors(index)) {
			const neighbour = placed[other];
			if (neighbour) least = Math.min(least, Math.hypot(neighbour.x - point.x, neighbour.y - point.y));
		}
		return least;
	};
	const newcomers: { member: number; host: number; guest: number }[] = [];
	const guests = new Map<number, number>();
	for (const [member, point] of members.points.entries()) {
		if (point || (members.leaf[member] ?? -1) < 0) continue;
		const host = hostOf(member, members, ties, nearness);
		if (host === null) continue;
		// A host that is new itself comes before its guests, and so does whatever moves it.
		const guest = guests.get(host) ?? 0;
		guests.set(host, guest + 1);
		newcomers.push({ member, host, guest });
		settleIn(members, { member, host, guest }, room(host), 1);
	}
	const layout = () => {
		const [papers, concepts] = [members.points.slice(0, ties.papers), members.points.slice(ties.papers)];
		return putAside({ papers, concepts }, distance);
	};
	for (let tried = 1; tried < tries && newcomers.length > 0; tried += 1) {
		if (!isInPieces(cellsOf(sitesOf(tree, layout()), distance))) break;
		for (const newcomer of newcomers) settleIn(members, newcomer, room(newcomer.host), 2 ** -tried);
	}
	return layout();
}

/** Puts a newcomer beside its host; each further guest of one host lies in another direction, and none on another. */
function settleIn(
	{ points }: Members,
	{ member, host, guest }: { member: number; host: number; guest: number },
	room: number,
	nearer: number
): void {
	const at = points[host];
	if (!at) return;
	const angle = 2.4 * (guest + host);
	const away = (mapMeasures.beside * nearer * room) / (1 + guest / 6);
	points[member] = rounded({ x: at.x + away * Math.cos(angle), y: at.y + away * Math.sin(angle) });
}

/** Whether the cells of a leaf do not all hang together. */
function isInPieces({ delaunay, leaf }: ReturnType<typeof cellsOf>): boolean {
	const seen = new Uint8Array(leaf.length);
	const begun = new Set<number>();
	for (const [start, own] of leaf.entries()) {
		if (own < 0 || seen[start] === 1) continue;
		if (begun.has(own)) return true;
		begun.add(own);
		const queue = [start];
		seen[start] = 1;
		for (let site = queue.pop(); site !== undefined; site = queue.pop())
			for (const other of delaunay.neighbors(site)) {
				if (seen[other] === 1 || leaf[other] !== own) continue;
				seen[other] = 1;
				queue.push(other);
			}
	}
	return false;
}

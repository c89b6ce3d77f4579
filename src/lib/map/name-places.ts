import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import type { CountInRange } from './dot-field.ts';
import type { Viewport } from './draw-land.ts';
import { faceOfRank, faces, type Face } from './faces.ts';
import { middleZoom } from './lighting.ts';
import type { LandAt } from './name-ground.ts';
import type { Place } from './place.ts';
import { meet, Occupied, taken, type Box } from './occupied.ts';
import { placeLabel, type Measure, type Placed, type Wanted } from './place-labels.ts';
import { placeFarNames } from './place-far-names.ts';
import { placeTopicNames } from './place-topic-names.ts';

/** A node as it lies on the screen, in CSS pixels. */
export interface SeenNode {
	node: Place;
	x: number;
	y: number;
	radius: number;
	isSelected: boolean;
	isHovered: boolean;
	isLit: boolean;
	isDim: boolean;
}

export interface Scene {
	nodes: SeenNode[];
	topics: MapTopic[];
	counts: Map<NodeRef, CountInRange> | null;
	scope: MapScope;
	viewport: Viewport;
	landAt: LandAt;
	/** What floats over the map and may not be written under. */
	controls: Box[];
	isPhone: boolean;
}

/** A divided topic is named as a whole until half of all parts are this wide on the screen, in pixels: then they are named. */
const partWidth = 120;
const strongRanks = 20;
/** A lit paper matters more than a concept of one or two papers. */
const litPaper = 3.5;

/** While something is lit the parts are named only nearer: their names would bury what is lit. */
const litPartWidth = 300;

/** Whether the parts of divided topics are wide enough on the screen to be named. */
function arePartsNamed(
	{ topics, viewport: { zoom } }: Pick<Scene, 'topics' | 'viewport'>,
	width: number
): boolean {
	const widths = topics
		.filter(({ level }) => level === 2)
		.map(({ box: [left = 0, , right = 0] }) => (right - left) * zoom)
		.sort((a, b) => a - b);
	return (widths[Math.floor(widths.length / 2)] ?? 0) >= width;
}

/** The topics whose names fit the zoom and the scope. */
function namedTopics(scene: Scene, isAnythingLit: boolean): MapTopic[] {
	const { topics, scope } = scene;
	const areParts = arePartsNamed(scene, isAnythingLit ? litPartWidth : partWidth);
	const divided = new Set(topics.flatMap(({ parent }) => parent ?? []));
	const entered = topics.find(({ id }) => id === scope);
	const around = entered?.parent ?? entered?.id;
	return topics.filter((topic) => {
		if (!divided.has(topic.id) && topic.level === 1) return true;
		if (entered)
			return topic.level === 1 ? topic.id !== around : topic.parent === around && topic !== entered;
		return (topic.level === 2) === areParts;
	});
}

function wantedOf(seen: SeenNode, rank: number, isAnythingLit: boolean): Wanted {
	const { node, isSelected, isHovered, isLit } = seen;
	const plain: Face =
		node.kind === 'paper' ? faces.paper : node.kind === 'stack' ? faces.second : faceOfRank(rank);
	return {
		id: node.id,
		text: node.name,
		face: isSelected ? faces.selected : plain,
		x: seen.x,
		y: seen.y,
		radius: seen.radius,
		always: isSelected || isHovered,
		strong: rank < strongRanks || (isAnythingLit && isLit)
	};
}

function boxOf({ x, y, radius }: Pick<SeenNode, 'x' | 'y' | 'radius'>): Box {
	return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/** All texts with their places, and the places that are left out for the names of topics. */
export interface PlacedTexts {
	names: Placed[];
	labels: Placed[];
	left: Set<string>;
}

/**
 * Places every text of the map: controls and nodes are entered first, then the names of topics, then the labels
 * by rank, what is selected before all. What finds no room is left out.
 */
export function placeNames(scene: Scene, measure: Measure): PlacedTexts {
	const { viewport, isPhone } = scene;
	const inView = scene.nodes.filter(
		({ x, y }) => x > -20 && y > -20 && x < viewport.width + 20 && y < viewport.height + 20
	);
	const isAnythingLit = inView.some(({ isLit }) => isLit);
	const concepts = scene.nodes.filter(({ node }) => node.kind !== 'paper' && node.kind !== 'stack');
	const ranks = new Map(
		concepts.sort((a, b) => b.node.papers - a.node.papers).map(({ node }, rank) => [node.id, rank])
	);
	const rankOf = ({ node }: SeenNode) => ranks.get(node.id) ?? Infinity;
	const occupied = new Occupied();
	for (const box of scene.controls) occupied.add(box, taken.text);
	for (const seen of inView) {
		const isStrong = seen.isSelected || (isAnythingLit ? seen.isLit : rankOf(seen) < strongRanks);
		occupied.add(boxOf(seen), isStrong ? taken.strong : taken.weak, seen.node.id);
	}
	for (const seen of inView) {
		const isMarked = (seen.isSelected || seen.isHovered) && seen.node.more > 0;
		if (isMarked) occupied.add(badgeBox(seen), taken.text);
	}
	const first = inView.filter(({ isSelected, isHovered }) => isSelected || isHovered);
	const named = namedTopics(scene, isAnythingLit);
	const ground = groundOf(scene);
	// Of divided topics the names come before the places on their land, unless something is lit.
	const isChart = !isAnythingLit && scene.topics.some(({ level }) => level === 2);
	const isOwn = ({ id }: MapTopic) => ground === null || ground.some((topic) => topic.id === id);
	const { landAt, counts } = scene;
	const far = placeFarNames(isChart ? named.filter(isOwn) : [], occupied, viewport, measure, {
		...{ isPhone, counts, landAt }
	});
	const left = isChart ? leftOfChart(inView, far, scene, rankOf) : new Set<string>();
	const inScope = topicsWithin(scene);
	const others = inView.filter(
		(seen) =>
			!first.includes(seen) && !left.has(seen.node.id) && isNamed(seen, viewport.zoom, isAnythingLit, inScope)
	);
	if (isAnythingLit) others.sort((a, b) => importance(b) - importance(a) || rankOf(a) - rankOf(b));
	else others.sort((a, b) => rankOf(a) - rankOf(b));
	const place = (seen: SeenNode) =>
		placeLabel(wantedOf(seen, rankOf(seen), isAnythingLit), occupied, viewport, measure) ?? [];
	const chosen = first.flatMap(place);
	const rest = isChart ? named.filter((topic) => !isOwn(topic)) : named;
	const names = placeTopicNames(rest, occupied, viewport, measure, {
		...{ dimmed: isAnythingLit, isPhone, mayCover: viewport.zoom < 0.5 || isPhone, ground, counts, landAt }
	});
	// Where a name found no free room, what it lies on gives way.
	for (const seen of inView) {
		const isLookedAt = first.includes(seen) || seen.isLit;
		if (!isLookedAt && names.some(({ box }) => meet(box, boxOf(seen)))) left.add(seen.node.id);
	}
	const labels = others.filter(({ node }) => !left.has(node.id)).flatMap(place);
	return { names: [...far, ...names], labels: [...chosen, ...labels], left };
}

/** A name may graze the rim of a place, which its box does with the room around its letters, and lie on no more of it. */
const seenShare = 0.7;

/** Concepts that are drawn of one topic: in the whole corpus, and of each part of a topic that is entered. */
const mostOfTopic = { corpus: 3, part: 7 };

/**
 * The places that are left out of a chart: those that the name of a topic lies on, those that it says already, those on
 * which a stronger place lies, and those beyond the few that a topic shows from afar.
 */
function leftOfChart(
	seen: SeenNode[],
	names: Placed[],
	{ topics, scope }: Scene,
	rankOf: (seen: SeenNode) => number
): Set<string> {
	const byId = new Map<string, MapTopic>(topics.map((topic) => [topic.id, topic]));
	const named = new Set(names.map(({ id }) => id));
	const most = scope === 'corpus' ? mostOfTopic.corpus : mostOfTopic.part;
	const counts = new Map<string, number>();
	const left = new Set<string>();
	const isLookedAt = ({ isSelected, isHovered }: SeenNode) => isSelected || isHovered;
	const kept = seen.filter(isLookedAt);
	for (const one of [...seen].sort((a, b) => rankOf(a) - rankOf(b))) {
		const { node, x, y } = one;
		if (isLookedAt(one) || node.kind === 'paper') continue;
		const small = byId.get(`topics/${node.topic ?? ''}`);
		const topic = small && named.has(small.id) ? small : byId.get(small?.parent ?? '');
		const isSaid = topic && named.has(topic.id) && saysAlready(topic, node);
		const isUnder = names.some(({ box }) => meet(box, boxOf({ x, y, radius: seenShare * one.radius })));
		const group = scope === 'corpus' ? (small?.parent ?? small?.id) : small?.id;
		const before = counts.get(group ?? '') ?? 0;
		const isCovered = kept.some((other) => overlap(other, one));
		if (isSaid === true || isUnder || isCovered || before >= most) left.add(node.id);
		else {
			counts.set(group ?? '', before + 1);
			kept.push(one);
		}
	}
	return left;
}

function overlap(a: SeenNode, b: SeenNode): boolean {
	return Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius;
}

function saysAlready({ terms }: MapTopic, { name, title }: Place): boolean {
	const said = new Set(terms.map((term) => term.toLowerCase()));
	return said.has(name.toLowerCase()) || said.has(title.toLowerCase());
}

/** The topic that is entered with its parts; null where none is, so that every place counts as within. */
function topicsWithin({ topics, scope }: Scene): Set<string> | null {
	const entered = topics.find(({ id }) => id === scope);
	if (!entered) return null;
	return new Set(topics.filter(({ id, parent }) => id === scope || parent === scope).map(({ id }) => id));
}

/** The land that is entered: a topic's parts, or a topic that has none; null in the whole corpus. */
function groundOf({ topics, scope }: Scene): MapTopic[] | null {
	const entered = topics.filter(({ id }) => id === scope);
	const parts = topics.filter(({ parent }) => parent === scope);
	return entered.length === 0 ? null : parts.length > 0 ? parts : entered;
}

/** Lit places alone while something is lit; papers only nearby, and not those of other topics. */
function isNamed(
	{ node, isLit, isDim }: SeenNode,
	zoom: number,
	isAnythingLit: boolean,
	inScope: Set<string> | null
): boolean {
	if (isAnythingLit) return isLit && !isDim;
	if (node.kind !== 'paper') return true;
	return zoom >= middleZoom && (inScope === null || inScope.has(`topics/${node.topic ?? ''}`));
}

/** Where `drawBadges` writes the number of neighbours that are not drawn. */
function badgeBox({ x, y, radius }: SeenNode): Box {
	const reach = radius * 0.75 + 6;
	return { left: x + reach - 6, right: x + reach + 26, top: y + reach - 8, bottom: y + reach + 8 };
}

function importance({ node }: SeenNode): number {
	return splitRef(node.id).collection === 'papers' ? litPaper : node.papers;
}

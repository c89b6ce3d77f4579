import { counted } from '#lib/domain/counted.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapTopic } from '#lib/domain/map-picture.ts';
import type { CountInRange } from './dot-field.ts';
import type { Viewport } from './draw-land.ts';
import { faces, type Face } from './faces.ts';
import { groundUnder, type LandAt } from './name-ground.ts';
import { meet, Occupied, taken, type Box } from './occupied.ts';
import type { Measure, Placed } from './place-labels.ts';

/** Small steps round an anchor, in pixels: nearest first. */
const offsets: [number, number][] = [
	[0, 0],
	[0, -14],
	[0, 14],
	[-28, 0],
	[28, 0],
	[0, -28],
	[0, 28],
	[-28, -14],
	[28, -14],
	[-28, 14],
	[28, 14],
	[0, -44],
	[0, 44],
	[-60, 0],
	[60, 0]
];

function countLine({ papers, concepts, level }: MapTopic, count: CountInRange | undefined): string {
	if (count) return `${count.within.toLocaleString('en')} of ${counted(papers, 'paper')}`;
	const of = counted(papers, 'paper');
	return level === 2 || papers > 200 ? of : `${of} · ${counted(concepts, 'concept')}`;
}

/** How a name is set: its lines, and the size of them all in pixels. */
export interface Setting {
	lines: { text: string; face: Face }[];
	width: number;
	height: number;
}

/** The name in its two parts with the count below, then only the first part. */
export function settingsOf(
	topic: MapTopic,
	count: CountInRange | undefined,
	face: Face,
	measure: Measure,
	isPhone: boolean
): Setting[] {
	const parts = topic.name.split(' · ').map((part) => part.toUpperCase());
	const below = { text: countLine(topic, count), face: faces.count };
	const bare = { text: (count?.within ?? topic.papers).toLocaleString('en'), face: faces.count };
	const choices = isPhone
		? [[parts.slice(0, 1), bare] as const]
		: [[parts, below] as const, [parts.slice(0, 1), below] as const];
	return choices.map(([texts, last]) => {
		const lines = [...texts.map((text) => ({ text, face })), last];
		return {
			lines,
			width: Math.max(...lines.map((line) => measure(line.text, line.face))),
			height: lines.reduce((sum, line) => sum + line.face.line, 0)
		};
	});
}

/** A line of a name that is broken because it finds no room otherwise, in characters. */
const narrow = 13;

/** The first part of a name in short lines, without the count: what is left where there is least room. */
export function brokenName(topic: MapTopic, face: Face, measure: Measure): Setting {
	const first = topic.name.split(' · ')[0] ?? topic.name;
	const texts: string[] = [];
	for (const word of first.toUpperCase().split(' ')) {
		const last = texts.at(-1);
		if (last !== undefined && last.length + word.length < narrow) texts[texts.length - 1] = `${last} ${word}`;
		else texts.push(word);
	}
	return {
		lines: texts.map((text) => ({ text, face })),
		width: Math.max(...texts.map((text) => measure(text, face))),
		height: texts.length * face.line
	};
}

/** How the names are to be set. */
interface Manner {
	dimmed: boolean;
	isPhone: boolean;
	mayCover: boolean;
	/** The parts of the topic that is entered, or itself: no other name is written there. Null in the whole corpus. */
	ground: MapTopic[] | null;
	/** The papers of each topic within a range of dates; null where all dates count. */
	counts: Map<NodeRef, CountInRange> | null;
	landAt: LandAt;
}

function onScreen([left = 0, top = 0, right = 0, bottom = 0]: number[], viewport: Viewport): Box {
	const { zoom, panX, panY } = viewport;
	return {
		left: left * zoom + panX,
		right: right * zoom + panX,
		top: top * zoom + panY,
		bottom: bottom * zoom + panY
	};
}

/** Steps along the upper and the lower edge of a land, and away from it, in pixels. */
const edgeSteps = { along: [0, 20, -20, 40, -40, 60, -60], away: [0, 6, 12, 18] };
/** A name that lies farther than this from its land, in pixels, is taken for that of what lies between. */
const reach = 16;

/** Where the middle of a name may lie: at the anchors, on the land's middle, then along its upper and lower edge. */
function* middlesOf(topic: MapTopic, { height }: Setting, viewport: Viewport): Generator<[number, number]> {
	const { zoom, panX, panY } = viewport;
	const anchors: [number, number][] = [];
	for (let at = 0; at + 1 < topic.anchors.length; at += 2)
		anchors.push([topic.anchors[at] ?? 0, topic.anchors[at + 1] ?? 0]);
	anchors.push([topic.x, topic.y]);
	for (const [dx, dy] of offsets)
		for (const [x, y] of anchors) yield [x * zoom + panX + dx, y * zoom + panY + dy];
	const { left, right, top, bottom } = onScreen(topic.box, viewport);
	for (const away of edgeSteps.away)
		for (const along of edgeSteps.along)
			for (const y of [top - height / 2 - away, bottom + height / 2 + away])
				yield [(left + right) / 2 + along, y];
}

/** Pixels between two boxes across or down, the larger of both; 0 where they meet. */
function gapOf(one: Box, other: Box): number {
	const across = Math.max(one.left - other.right, other.left - one.right);
	const down = Math.max(one.top - other.bottom, other.top - one.bottom);
	return Math.max(0, across, down);
}

/**
 * Names the topics in view, largest first, at the anchors that ingest chose, near them where one is taken, never on the land
 * of another topic, and by the first concept alone, at last in short lines, where two lines find no room.
 */
export function placeTopicNames(
	topics: MapTopic[],
	occupied: Occupied,
	viewport: Viewport,
	measure: Measure,
	{ dimmed, isPhone, mayCover, ground, counts, landAt }: Manner
): Placed[] {
	const ownLand = ground?.map(({ box }) => onScreen(box, viewport)) ?? [];
	const isOwn = (topic: MapTopic) => ground === null || ground.some(({ id }) => id === topic.id);
	const order = [...topics].sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : 1));
	const masks: number[] = [taken.text | taken.strong | taken.weak];
	// What is lit is what is looked at: then a name that finds no room of its own is left out.
	if (!dimmed) masks.push(taken.text | taken.strong);
	if (!dimmed && mayCover) masks.push(taken.text);
	return order.flatMap((topic) => {
		const face = dimmed || !isOwn(topic) ? faces.topicDimmed : faces.topic;
		const forbidden = isOwn(topic) ? [] : ownLand;
		const land = onScreen(topic.box, viewport);
		const settings = settingsOf(topic, counts?.get(topic.id), face, measure, isPhone);
		// In short lines without the count at last, after all that may be covered.
		const ways = [settings, [brokenName(topic, face, measure)]].flatMap((tried) =>
			masks.flatMap((mask) => tried.map((setting) => ({ mask, setting })))
		);
		for (const { mask, setting } of ways) {
			for (const [x, y] of middlesOf(topic, setting, viewport)) {
				const box = boxOfName(x, y, setting);
				if (box.left < 4 || box.right > viewport.width - 4) continue;
				if (box.top < 4 || box.bottom > viewport.height - 4) continue;
				if (forbidden.some((other) => meet(other, box))) continue;
				if (gapOf(box, land) > reach || !occupied.isFree(box, mask)) continue;
				if (groundUnder(topic, box, viewport, landAt).foreign > 0) continue;
				occupied.add(box, taken.text);
				return [setName(topic.id, setting, x, box, measure)];
			}
		}
		return [];
	});
}

/** The box of a name round its middle, with some air. */
export function boxOfName(x: number, y: number, { width, height }: Setting): Box {
	return {
		left: x - width / 2 - 4,
		right: x + width / 2 + 4,
		top: y - height / 2 - 2,
		bottom: y + height / 2 + 2
	};
}

/** A name in its box. */
export function setName(id: string, { lines }: Setting, x: number, box: Box, measure: Measure): Placed {
	let y = box.top + 2;
	return {
		id,
		box,
		lines: lines.map(({ text, face }) => {
			const middle = y + face.line / 2;
			y += face.line;
			return { text, face, x: x - measure(text, face) / 2, y: middle };
		})
	};
}

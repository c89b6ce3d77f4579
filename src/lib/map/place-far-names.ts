import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapTopic } from '#lib/domain/map-picture.ts';
import type { CountInRange } from './dot-field.ts';
import type { Viewport } from './draw-land.ts';
import { topicFace } from './faces.ts';
import { groundUnder, type LandAt } from './name-ground.ts';
import { Occupied, taken, type Box } from './occupied.ts';
import type { Measure, Placed } from './place-labels.ts';
import { boxOfName, brokenName, setName, settingsOf, type Setting } from './place-topic-names.ts';

/** Names far away are read in the order of their weight: from 13 to 19 pixels by papers; where that finds no room, smaller. */
const sizes = {
	least: 13,
	most: 19,
	base: 8,
	perRoot: 0.42,
	part: 12.5,
	shrunk: [1, 0.86, 0.74],
	smallest: 11
};
/** Places tried over the box of the topic, besides its anchors. */
const grid = { across: 8, down: 6 };
/** Pixels from the middle of the topic that are as bad as one point of the name in the sea. */
const distance = 60;
/** A name as good as this needs no smaller setting. */
const good = 3;

interface Manner {
	isPhone: boolean;
	counts: Map<NodeRef, CountInRange> | null;
	landAt: LandAt;
}

/** The name in full at three sizes, then its first part at three sizes, then that in short lines. */
function settings(topic: MapTopic, measure: Measure, { isPhone, counts }: Manner): Setting[] {
	const grown = sizes.base + sizes.perRoot * Math.sqrt(topic.papers);
	const size = topic.level === 2 ? sizes.part : Math.min(sizes.most, Math.max(sizes.least, grown));
	const faces = sizes.shrunk.map((share) => topicFace(Math.max(sizes.smallest, size * share)));
	const all = faces.map((face) => settingsOf(topic, counts?.get(topic.id), face, measure, isPhone));
	return [
		...[0, 1].flatMap((form) => all.flatMap((forms) => forms[form] ?? [])),
		brokenName(topic, topicFace(sizes.smallest), measure)
	];
}

function candidates(topic: MapTopic, { zoom, panX, panY }: Viewport): [number, number][] {
	const [left = 0, top = 0, right = 0, bottom = 0] = topic.box;
	const places: [number, number][] = [[topic.x, topic.y]];
	for (let at = 0; at + 1 < topic.anchors.length; at += 2)
		places.push([topic.anchors[at] ?? 0, topic.anchors[at + 1] ?? 0]);
	for (let i = 1; i < grid.across; i += 1)
		for (let j = 1; j < grid.down; j += 1)
			places.push([left + ((right - left) * i) / grid.across, top + ((bottom - top) * j) / grid.down]);
	return places.map(([x, y]) => [x * zoom + panX, y * zoom + panY]);
}

/** What a name costs in this box: its points in the sea and its way from the middle; null on land of another topic. */
function costOf(topic: MapTopic, box: Box, viewport: Viewport, landAt: LandAt): number | null {
	const { inSea, foreign } = groundUnder(topic, box, viewport, landAt);
	if (foreign > 0) return null;
	const { zoom, panX, panY } = viewport;
	const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
	const away = Math.hypot((middle[0] ?? 0) - topic.x * zoom - panX, (middle[1] ?? 0) - topic.y * zoom - panY);
	return inSea + away / distance;
}

/**
 * Names the large topics of a corpus that is looked at from afar, largest first, before anything else is written: each on
 * its own land and never on another's, in the size that its papers earn. One that finds no room so is left out.
 */
export function placeFarNames(
	topics: MapTopic[],
	occupied: Occupied,
	viewport: Viewport,
	measure: Measure,
	manner: Manner
): Placed[] {
	const order = [...topics].sort((a, b) => b.papers - a.papers || (a.id < b.id ? -1 : 1));
	return order.flatMap((topic) => {
		let best: { setting: Setting; x: number; box: Box; cost: number } | null = null;
		for (const setting of settings(topic, measure, manner)) {
			for (const [x, y] of candidates(topic, viewport)) {
				const box = boxOfName(x, y, setting);
				const isIn =
					box.left >= 4 &&
					box.right <= viewport.width - 4 &&
					box.top >= 4 &&
					box.bottom <= viewport.height - 4;
				if (!isIn || !occupied.isFree(box, taken.text)) continue;
				const cost = costOf(topic, box, viewport, manner.landAt);
				if (cost !== null && (best === null || cost < best.cost - 1e-9)) best = { setting, x, box, cost };
			}
			if (best && best.cost <= good) break;
		}
		if (!best) return [];
		occupied.add(best.box, taken.text);
		return [setName(topic.id, best.setting, best.x, best.box, measure)];
	});
}

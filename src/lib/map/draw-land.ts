import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import type { CountInRange } from './dot-field.ts';
import type { Land } from './land.ts';
import type { Palette } from './palette.ts';

/** Where the world lies on the screen, as Cytoscape has it: screen = world * zoom + pan, in CSS pixels. */
export interface Viewport {
	zoom: number;
	panX: number;
	panY: number;
	width: number;
	height: number;
}

/** From this zoom on the fine coast is drawn. */
const nearZoom = 0.26;

/** What decides how the land is drawn, besides where. */
export interface LandManner {
	/** The topics under the pointer and chosen. */
	lit: (NodeRef | null)[];
	scope: MapScope;
	/** The papers of each topic within a range of dates; null where all dates count. */
	counts: Map<NodeRef, CountInRange> | null;
	pixelRatio: number;
}

/** Shares of papers in range at which the land gets another of its five tones. */
const shareCuts = [0.15, 0.35, 0.55, 0.75];
const shareTones = ['share-1', 'share-2', 'share-3', 'share-4', 'share-5'] as const;

/** The tone of land by the share of its papers that lie in a range of dates. */
export function toneOfShare({ papers, within }: CountInRange): (typeof shareTones)[number] {
	const share = papers === 0 ? 0 : within / papers;
	return shareTones[shareCuts.filter((cut) => share >= cut).length] ?? 'share-5';
}

/**
 * Draws the land below everything else: the shelf of a large topic that is divided, and on it the islands of
 * its small ones; an undivided topic is one island. Land beyond the view is left out. Within a topic (`scope`)
 * the land of all others is sunk: seen, but no longer ground to stand on.
 */
export function drawLand(
	context: CanvasRenderingContext2D,
	lands: Land[],
	{ zoom, panX, panY, width, height }: Viewport,
	palette: Palette,
	{ lit, scope, counts, pixelRatio }: LandManner
): void {
	context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
	context.fillStyle = palette.sea;
	context.fillRect(0, 0, width, height);
	context.setTransform(pixelRatio * zoom, 0, 0, pixelRatio * zoom, pixelRatio * panX, pixelRatio * panY);
	context.lineWidth = 1 / zoom;
	context.lineJoin = 'round';
	const seen = lands.filter(({ topic: { box } }) => {
		const [left = 0, top = 0, right = 0, bottom = 0] = box;
		return (
			right * zoom + panX > -50 &&
			left * zoom + panX < width + 50 &&
			bottom * zoom + panY > -50 &&
			top * zoom + panY < height + 50
		);
	});
	const around = lands.find(({ topic }) => topic.id === scope)?.topic;
	const isSunk = ({ id, parent }: MapTopic) =>
		around !== undefined && id !== around.id && parent !== around.id && id !== around.parent;
	const divided = new Set(lands.flatMap(({ topic }) => topic.parent ?? []));
	for (const { topic, farCoast } of seen) {
		if (topic.level !== 1 || !divided.has(topic.id)) continue;
		context.fillStyle = isSunk(topic) ? palette.sea : palette.shelf;
		context.strokeStyle = isSunk(topic) ? palette.reef : palette.coast;
		context.fill(farCoast, 'evenodd');
		context.stroke(farCoast);
	}
	for (const { topic, coast, farCoast } of seen) {
		if (divided.has(topic.id)) continue;
		const path = topic.level === 2 && zoom < nearZoom ? farCoast : coast;
		const count = counts?.get(topic.id);
		const isLit = lit.some((ref) => ref !== null && [topic.id, topic.parent].includes(ref));
		context.fillStyle = isLit ? palette['paper-fill'] : count ? palette[toneOfShare(count)] : palette.land;
		context.strokeStyle = topic.level === 2 && zoom < nearZoom ? palette.reef : palette.coast;
		if (isSunk(topic)) {
			context.fillStyle = palette.shelf;
			context.strokeStyle = palette.reef;
		}
		if (lit.includes(topic.id)) context.strokeStyle = palette.region;
		context.fill(path, 'evenodd');
		context.stroke(path);
	}
}

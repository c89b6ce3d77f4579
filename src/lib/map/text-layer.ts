import type { Core } from 'cytoscape';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapScope, MapTopic, ReadingMark } from '#lib/domain/map-picture.ts';
import type { CountInRange } from './dot-field.ts';
import { drawBadges, type Badge } from './draw-badges.ts';
import { drawLabels, textMeasure } from './draw-labels.ts';
import type { Box } from './occupied.ts';
import type { Palette } from './palette.ts';
import type { Place } from './place.ts';
import type { Placed } from './place-labels.ts';
import { placeNames, type SeenNode } from './name-places.ts';
import { diameter } from './sizes.ts';

/** What the text layer needs to know of the map whenever it places the texts anew. */
export interface TextScene {
	topics: MapTopic[];
	/** The papers of each topic within a range of dates; null where all dates count. */
	counts: Map<NodeRef, CountInRange> | null;
	/** The topic of a level on whose land a point of the world lies. */
	landAt: (x: number, y: number, level: MapTopic['level']) => NodeRef | null;
	scope: MapScope;
	controls: Box[];
	isPhone: boolean;
	most: number;
	hovered: NodeRef | null;
}

/** A placed text and the world point that it goes with while the camera moves. */
interface Anchored {
	placed: Placed;
	world: { x: number; y: number };
	screen: { x: number; y: number };
}

/**
 * All text of the map, on one canvas in screen pixels. `place` chooses the places, when the camera rests;
 * `draw` moves the texts along with what they name in every frame.
 */
export class TextLayer {
	private anchored: Anchored[] = [];
	private names: Placed[] = [];
	private measure;

	constructor(
		private readonly context: CanvasRenderingContext2D,
		private readonly cy: Core
	) {
		this.measure = textMeasure(context);
	}

	/** Forgets how wide texts are, as when their fonts have come. */
	measureAnew(): void {
		this.measure = textMeasure(this.context);
	}

	/** Gives the ids of the nodes that are named, and of those that are left out for the names of topics. */
	place(scene: TextScene): { named: Set<string>; left: Set<string> } {
		const { cy } = this;
		const pan = cy.pan();
		const zoom = cy.zoom();
		const seen = cy
			.nodes()
			.toArray()
			.filter((node) => !node.hasClass('far'))
			.map((element): SeenNode => {
				const node = element.data() as Place;
				const { x, y } = element.position();
				return {
					node,
					x: x * zoom + pan.x,
					y: y * zoom + pan.y,
					radius: diameter(node, scene.most, zoom) / 2,
					isSelected: element.hasClass('selected'),
					isHovered: node.id === scene.hovered || element.hasClass('current'),
					isLit: element.hasClass('lit'),
					isDim: element.hasClass('dim')
				};
			});
		const viewport = { zoom, panX: pan.x, panY: pan.y, width: cy.width(), height: cy.height() };
		const { names, labels, left } = placeNames({ ...scene, nodes: seen, viewport }, this.measure);
		const places = new Map(seen.map(({ node, x, y }) => [node.id as string, { x, y }]));
		this.names = names;
		this.anchored = [...names, ...labels].map((placed) => {
			const { left, right, top, bottom } = placed.box;
			// The name of a topic goes by its middle: by a corner it would slide over the land while the camera zooms.
			const screen = places.get(placed.id) ?? { x: (left + right) / 2, y: (top + bottom) / 2 };
			return { placed, screen, world: { x: (screen.x - pan.x) / zoom, y: (screen.y - pan.y) / zoom } };
		});
		return { named: new Set(labels.map(({ id }) => id)), left };
	}

	draw(
		palette: Palette,
		hovered: NodeRef | null,
		most: number,
		size: { width: number; height: number; pixelRatio: number },
		context = this.context
	): void {
		const { cy } = this;
		const pan = cy.pan();
		const zoom = cy.zoom();
		const shifts = new Map(
			this.anchored.map(({ placed, world, screen }) => {
				const node = cy.getElementById(placed.id);
				const { x, y } = node.nonempty() ? node.position() : world;
				return [placed, [x * zoom + pan.x - screen.x, y * zoom + pan.y - screen.y] as [number, number]];
			})
		);
		const placed = this.anchored.map((text) => text.placed);
		drawLabels(context, placed, (label) => shifts.get(label) ?? [0, 0], palette, size);
		drawBadges(context, this.badges(hovered, most), palette);
	}

	/** The topic whose name lies at a point of the screen, as placed. */
	topicAt(x: number, y: number): NodeRef | null {
		const hit = this.names.find(
			({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
		);
		return (hit?.id as NodeRef | undefined) ?? null;
	}

	private badges(hovered: NodeRef | null, most: number): Badge[] {
		const { cy } = this;
		return cy
			.nodes('.selected, [?pinned], [?reading]')
			.union(cy.getElementById(hovered ?? ''))
			.nodes()
			.toArray()
			.map((element) => {
				const node = element.data() as Place & { pinned: boolean; reading?: ReadingMark };
				const { x, y } = element.renderedPosition();
				return {
					x,
					y,
					radius: diameter(node, most, cy.zoom()) / 2,
					isPinned: node.pinned,
					// What is dimmed or too small to be seen tells nothing of itself.
					reading: element.hasClass('far') || element.hasClass('dim') ? null : (node.reading ?? null),
					more: element.hasClass('selected') || node.id === hovered ? node.more : 0
				};
			});
	}
}

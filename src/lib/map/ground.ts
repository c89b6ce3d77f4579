import { monthsOf } from '#lib/domain/dots.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapLand, MapTopic } from '#lib/domain/map-picture.ts';
import { DotLayer } from './dot-layer.ts';
import type { CountInRange } from './dot-field.ts';
import { drawLand, type Viewport } from './draw-land.ts';
import { landOf, topicAt, type Land } from './land.ts';
import type { Palette } from './palette.ts';
import type { Sight } from './sight.ts';

/** What lies below the places: the land of the topics, and on it every paper as a dot. Drawn on one canvas. */
export class Ground {
	lands: Land[] = [];
	topics: MapTopic[] = [];
	/** The lands of each level: names are tried on thousands of places, and ask for the land under each. */
	private byLevel: Record<MapTopic['level'], Land[]> = { 1: [], 2: [] };
	/** The topic whose name, land or row is under the pointer. */
	hoveredTopic: NodeRef | null = null;
	private land: MapLand | null = null;
	private readonly dots = new DotLayer();

	constructor(private sight: Sight) {
		this.show(sight);
	}

	show(sight: Sight): void {
		// A picture that is laid out by its lines lies nowhere: neither land nor dots are under it.
		const land = sight.view.isArranged ? null : sight.land;
		if (land !== this.land) this.divide(land);
		this.sight = sight;
		const range = sight.range === undefined ? monthsOf(sight.view) : sight.range;
		// Dots of another generation lie elsewhere: without them the map is thinner, not wrong.
		const isOfNow = sight.dots?.generation === sight.picture.generation;
		const dots = isOfNow && !sight.view.isArranged ? (sight.dots ?? null) : null;
		this.dots.show(dots, range, sight.found ?? null, this.topics);
	}

	private divide(land: MapLand | null): void {
		this.land = land;
		this.lands = (land?.topics ?? []).map(landOf);
		this.topics = this.lands.map(({ topic }) => topic);
		const of = (level: MapTopic['level']) => this.lands.filter(({ topic }) => topic.level === level);
		this.byLevel = { 1: of(1), 2: of(2) };
	}

	/** How many of its papers each topic has in the range of dates; null where all dates count. */
	get counts(): Map<NodeRef, CountInRange> | null {
		return this.dots.countsInRange;
	}

	/** The topic on whose land a point of the world lies; of one level, or the small one before the large one. */
	topicAt(x: number, y: number, level?: MapTopic['level']): NodeRef | null {
		return topicAt(level ? this.byLevel[level] : this.lands, x, y)?.id ?? null;
	}

	/** The topic of a level on whose land a point of the world lies, or else whose land is nearest to it. */
	nearestTopic(x: number, y: number, level: MapTopic['level']): NodeRef | null {
		const lands = [...this.byLevel[level]];
		const on = topicAt(lands, x, y);
		const away = ({ topic }: Land) => Math.hypot(topic.x - x, topic.y - y);
		return on?.id ?? lands.sort((a, b) => away(a) - away(b))[0]?.topic.id ?? null;
	}

	/** The dot at a point of the world. */
	dotAt(x: number, y: number, zoom: number): number | null {
		return this.dots.at(x, y, zoom);
	}

	/** Rings a dot. Gives where it lies in the world; null when it was ringed before or none is. */
	hoverDot(dot: number | null): { x: number; y: number } | null {
		if (dot === this.dots.hovered) return null;
		this.dots.hovered = dot;
		return dot === null ? null : this.dots.placeOf(dot);
	}

	get hoveredDot(): number | null {
		return this.dots.hovered;
	}

	/** `isMoving`: the camera is on its way, what is drawn is soon drawn again. */
	draw(
		context: CanvasRenderingContext2D,
		viewport: Viewport,
		palette: Palette,
		{ pixelRatio, isMoving }: { pixelRatio: number; isMoving: boolean }
	): void {
		const { scope, selected } = this.sight.view;
		const lit = [this.hoveredTopic, selected];
		drawLand(context, this.lands, viewport, palette, { lit, scope, counts: this.counts, pixelRatio });
		this.dots.draw(context, viewport, palette, { scope, topics: this.topics, pixelRatio, isMoving });
	}
}

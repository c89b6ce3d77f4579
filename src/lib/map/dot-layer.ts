import type { Dots, MonthRange } from '#lib/domain/dots.ts';
import { isInRange } from '#lib/domain/dots.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { MapScope, MapTopic } from '#lib/domain/map-picture.ts';
import { DotField, topicCounts, type CountInRange } from './dot-field.ts';
import { DotSheet } from './dot-sheet.ts';
import { dotRadius, drawDots } from './draw-dots.ts';
import type { Viewport } from './draw-land.ts';
import type { Palette } from './palette.ts';

/** Pixels round a dot that count as it: few far away, where dots lie close and the land wants its clicks too. */
function reachOf(zoom: number): number {
	return dotRadius(zoom) + (zoom < 0.26 ? 1.5 : 4);
}

/** So many dots are drawn in every frame; more of them are a picture while the camera moves. */
const mostRedrawn = 4000;

interface DotScene {
	scope: MapScope;
	topics: MapTopic[];
	pixelRatio: number;
	isMoving: boolean;
}

/** Every paper as a faint dot between the land and the places, and what is asked of them. */
export class DotLayer {
	hovered: number | null = null;
	private field: DotField | null = null;
	private range: MonthRange | null = null;
	private found: ReadonlySet<number> | null = null;
	private readonly sheet = new DotSheet();
	private counts: Map<NodeRef, CountInRange> | null = null;

	/** Takes other dots, another range of months (null: all) and other hits of a search (null: none is on). */
	show(
		dots: Dots | null,
		range: MonthRange | null,
		found: ReadonlySet<number> | null,
		topics: MapTopic[]
	): void {
		const isOther = dots !== (this.field?.dots ?? null);
		if (isOther) {
			this.field = dots && new DotField(dots);
			this.hovered = null;
		}
		if (isOther || !isSameRange(range, this.range))
			this.counts = range && this.field ? topicCounts(this.field, range, topics) : null;
		this.range = range;
		this.found = found;
	}

	/** How many of its papers each topic has in the range; null where all dates count. */
	get countsInRange(): Map<NodeRef, CountInRange> | null {
		return this.counts;
	}

	/** The dot at a point of the world; null beside all. */
	at(x: number, y: number, zoom: number): number | null {
		const { field, range, found } = this;
		if (!field) return null;
		const isShown = (dot: number) =>
			found ? found.has(dot) : !range || isInRange(field.dots.month[dot] ?? 0, range);
		return field.nearest(x, y, reachOf(zoom) / zoom, isShown);
	}

	/** Where a dot lies in the world. */
	placeOf(dot: number): { x: number; y: number } {
		return { x: this.field?.dots.x[dot] ?? 0, y: this.field?.dots.y[dot] ?? 0 };
	}

	draw(
		context: CanvasRenderingContext2D,
		viewport: Viewport,
		palette: Palette,
		{ scope, topics, pixelRatio, isMoving }: DotScene
	): void {
		if (!this.field) return;
		const { dots } = this.field;
		const isEntered = topics.some(({ id }) => id === scope);
		const own = topics.filter(({ id, parent }) => id === scope || parent === scope).map(({ id }) => id);
		const manner = {
			within: isEntered ? new Set(own) : null,
			range: this.range,
			found: this.found,
			hovered: this.hovered,
			pixelRatio
		};
		if (!isMoving) this.sheet.forget();
		if (isMoving && dots.x.length > mostRedrawn)
			this.sheet.show(context, viewport, pixelRatio, (sheet, at) => {
				drawDots(sheet, dots, at, palette, manner);
			});
		else drawDots(context, dots, viewport, palette, manner);
	}
}

function isSameRange(a: MonthRange | null, b: MonthRange | null): boolean {
	return a?.from === b?.from && a?.to === b?.to;
}

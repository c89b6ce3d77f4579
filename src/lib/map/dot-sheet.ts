import type { Viewport } from './draw-land.ts';

/** The sheet is larger than the view by this share of it on each side. */
const margin = 0.4;
/** A sheet is drawn anew when it is shown larger or smaller than so many times. */
const mostScale = 2;

/** How a sheet draws what it holds for a stretch of the world. */
type Paint = (context: CanvasRenderingContext2D, viewport: Viewport) => void;

/**
 * A picture of what is under the map, a little larger than the view, that stands in while the camera moves: tens of thousands
 * of dots take longer to draw than a frame lasts, a picture of them does not.
 */
export class DotSheet {
	private readonly canvas = document.createElement('canvas');
	/** What the sheet shows; null while nothing has moved. */
	private held: Viewport | null = null;

	/** The camera rests, or what is drawn has changed: the next move begins with a new sheet. */
	forget(): void {
		this.held = null;
	}

	/** Shows the sheet where the camera is; draws it first when it does not reach that far. */
	show(context: CanvasRenderingContext2D, viewport: Viewport, pixelRatio: number, paint: Paint): void {
		if (!this.held || !reaches(this.held, viewport)) this.held = this.redraw(viewport, pixelRatio, paint);
		const { zoom, panX, panY, width, height } = this.held;
		const scale = viewport.zoom / zoom;
		context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
		const [left, top] = [viewport.panX - scale * panX, viewport.panY - scale * panY];
		context.drawImage(this.canvas, left, top, scale * width, scale * height);
	}

	private redraw({ zoom, panX, panY, width, height }: Viewport, pixelRatio: number, paint: Paint): Viewport {
		const held = {
			...{ zoom, panX: panX + margin * width, panY: panY + margin * height },
			...{ width: width * (1 + 2 * margin), height: height * (1 + 2 * margin) }
		};
		this.canvas.width = Math.round(held.width * pixelRatio);
		this.canvas.height = Math.round(held.height * pixelRatio);
		const context = this.canvas.getContext('2d');
		if (context) paint(context, held);
		return held;
	}
}

/** Whether a sheet covers a view, at a size at which its dots are still dots. */
export function reaches(held: Viewport, view: Viewport): boolean {
	const scale = view.zoom / held.zoom;
	if (scale > mostScale || scale < 1 / mostScale) return false;
	const left = view.panX - scale * held.panX;
	const top = view.panY - scale * held.panY;
	const isCovered =
		left <= 0 &&
		top <= 0 &&
		left + scale * held.width >= view.width &&
		top + scale * held.height >= view.height;
	// Going away shows more than any sheet holds: until the camera rests its rim stays without dots.
	return isCovered || scale < 1;
}

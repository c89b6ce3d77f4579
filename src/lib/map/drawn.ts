import type { Core } from 'cytoscape';
import type { Palette } from './palette.ts';

/** What of the map is seen now, for those who make a picture of it. */
export interface Drawn {
	cy: Core;
	/** Draws the land and the texts, each on a sheet of its own. */
	paint: (land: CanvasRenderingContext2D, text: CanvasRenderingContext2D, pixelRatio: number) => void;
	palette: Palette;
}

/** The width of a text in a CSS font, in pixels. */
export type MeasureText = (text: string, font: string) => number;

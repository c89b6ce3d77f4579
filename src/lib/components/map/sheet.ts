import type { Inset } from '#lib/map/camera.ts';

/** How far the sheet on a phone is drawn up; `full` is all that the map has. */
export type SheetState = 'low' | 'middle' | 'full';

/** In pixels. */
export const sheetHeights = { low: 128, middle: 400 } as const;

const margin = 24;

/** What of the map stays free of what floats over it, with a margin; `sheet` is null where there is none. */
export function insetOver(sheet: SheetState | null): Inset {
	const covered = sheet === null ? 0 : sheetHeights[sheet === 'low' ? 'low' : 'middle'];
	return { top: margin, right: margin, bottom: covered + margin, left: margin };
}

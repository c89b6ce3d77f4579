/** How far the sheet on a phone is drawn up; `full` is all that the map has. */
export type SheetState = 'low' | 'middle' | 'full';

/** In pixels. */
export const sheetHeights = { low: 128, middle: 400 } as const;

import type { ReadingMark } from '#lib/domain/map-picture.ts';

/**
 * The outline of each mark as an SVG path, about a middle of 0, 0, in pixels: a bookmark, a tick and a spark. They differ
 * by shape: nobody has to tell colours apart.
 */
export const readingShapes: Record<ReadingMark, string> = {
	'to-read': 'M-3 -4.5h6v9l-3 -2.6l-3 2.6z',
	read: 'M-4 0.2l2.8 3l5.2 -6.2',
	new: 'M0 -4.5v9M-4.5 0h9M-3 -3l6 6M3 -3l-6 6'
};

import type { DrawnKind } from '#lib/domain/view.ts';

/**
 * The glyph of each kind, the same on the map, in legends and in text. Points lie in a box from -1 to 1, y
 * downwards; `scale` evens out the areas. Shape is the first code, lightness the second, hue the third.
 */
export interface KindShape {
	outline: 'circle' | [number, number][];
	scale: number;
	/** Drawn as a line, not filled: `other` is a ring and a paper a page. */
	hollow: boolean;
}

/** Half the width of the arms of a plus, of its half width. */
const arm = 0.34;

export const kindShapes: Record<DrawnKind, KindShape> = {
	paper: {
		outline: [
			[-0.72, -1],
			[0.22, -1],
			[0.72, -0.5],
			[0.72, 1],
			[-0.72, 1]
		],
		scale: 1,
		hollow: true
	},
	method: { outline: 'circle', scale: 1, hollow: false },
	model: {
		outline: [
			[-1, -1],
			[1, -1],
			[1, 1],
			[-1, 1]
		],
		scale: 0.89,
		hollow: false
	},
	task: {
		outline: [
			[0, -1],
			[1, 0.86],
			[-1, 0.86]
		],
		scale: 1.12,
		hollow: false
	},
	dataset: {
		outline: [
			[0, -1],
			[1, 0],
			[0, 1],
			[-1, 0]
		],
		scale: 1.2,
		hollow: false
	},
	metric: {
		outline: [
			[0, 1],
			[1, -0.86],
			[-1, -0.86]
		],
		scale: 1.12,
		hollow: false
	},
	theory: {
		outline: [
			[-arm, -1],
			[arm, -1],
			[arm, -arm],
			[1, -arm],
			[1, arm],
			[arm, arm],
			[arm, 1],
			[-arm, 1],
			[-arm, arm],
			[-1, arm],
			[-1, -arm],
			[-arm, -arm]
		],
		scale: 1.08,
		hollow: false
	},
	other: { outline: 'circle', scale: 0.86, hollow: true }
};

/** Two pages, one behind the other, each with a cut corner. */
export const stackOutline: [number, number][] = [
	[-0.8, -1],
	[0.2, -1],
	[0.45, -0.72],
	[0.45, -0.6],
	[0.6, -0.6],
	[0.85, -0.3],
	[0.85, 1],
	[-0.4, 1],
	[-0.4, 0.6],
	[-0.8, 0.6]
];

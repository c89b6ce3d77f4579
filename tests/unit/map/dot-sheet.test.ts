import { expect, test } from 'vitest';
import { reaches } from '#lib/map/dot-sheet.ts';

const view = { zoom: 1, panX: 0, panY: 0, width: 800, height: 600 };
/** As it is drawn for that view: two fifths larger on each side. */
const held = { zoom: 1, panX: 320, panY: 240, width: 1440, height: 1080 };

test.each([
	['the view that it was drawn for', {}, true],
	['one a little to the side', { panX: 300, panY: -230 }, true],
	['not one beyond its margin', { panX: 330 }, false],
	['nor below it', { panY: -250 }, false],
	['one that is nearer', { zoom: 1.9, panX: -360, panY: -270 }, true],
	['not one that is too near', { zoom: 2.1, panX: -440, panY: -330 }, false],
	['one from further away, though its rim is empty', { zoom: 0.55, panX: 180, panY: 135 }, true],
	['not one from too far away', { zoom: 0.45, panX: 220, panY: 165 }, false]
])('a sheet of dots stands in for %s', (_, at, expected) => {
	expect(reaches(held, { ...view, ...at })).toBe(expected);
});

import type { Face } from './faces.ts';
import { Occupied, taken, type Box } from './occupied.ts';

/** A text that wants a place beside its node. All lengths are CSS pixels. */
export interface Wanted {
	id: string;
	text: string;
	face: Face;
	/** Middle and radius of its node on the screen. */
	x: number;
	y: number;
	radius: number;
	/** Must be shown, whatever it covers: selected, hovered. */
	always: boolean;
	/** May cover weak places when nothing else is free. */
	strong: boolean;
}

/** A text with its place: the middle of its first line's left edge, one entry a line. */
export interface Placed {
	id: string;
	lines: { text: string; x: number; y: number; face: Face }[];
	box: Box;
}

export type Measure = (text: string, face: Face) => number;

const air = { x: 3, y: 1.5 };
const oneLine = 19;
const longest = 34;

/** The text in one line and, when it is long, in two of about the same length; very long ones end in an ellipsis. */
function settings(text: string): string[][] {
	const cut = text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
	if (cut.length <= oneLine) return [[cut]];
	const spaces = [...cut.matchAll(/[ -]/g)].map(({ index }) => index);
	const middle = spaces.sort((a, b) => Math.abs(a - cut.length / 2) - Math.abs(b - cut.length / 2))[0];
	if (middle === undefined) return [[cut]];
	const end = cut[middle] === '-' ? middle + 1 : middle;
	return [[cut], [cut.slice(0, end), cut.slice(middle + 1)]];
}

/** Pixels between a node and its label, and those that a strong one may stand further off before it covers anything. */
const gap = 4;
const further = [0, 7, 14];

/**
 * The eight sides of a node, as the middle of the label's box, `away` pixels further than usual. Right, left, below, above,
 * then the diagonals.
 */
function sides({ x, y, radius }: Wanted, width: number, height: number, away: number): [number, number][] {
	const dx = radius + gap + away + width / 2;
	const dy = radius + 1 + away + height / 2;
	const slant = radius * 0.75 + 2 + away + width / 2;
	return [
		[x + dx, y],
		[x - dx, y],
		[x, y + dy],
		[x, y - dy],
		[x + slant, y - dy * 0.8],
		[x + slant, y + dy * 0.8],
		[x - slant, y - dy * 0.8],
		[x - slant, y + dy * 0.8]
	];
}

function boxAround(x: number, y: number, width: number, height: number): Box {
	return {
		left: x - width / 2 - air.x,
		right: x + width / 2 + air.x,
		top: y - height / 2 - air.y,
		bottom: y + height / 2 + air.y
	};
}

/**
 * Places one label beside its node, greedily: the first free side in one line, then in two; a strong one then a little
 * further off, then where it covers only weak places; one that must be shown, on the right. Null when there is no room.
 */
export function placeLabel(
	wanted: Wanted,
	occupied: Occupied,
	view: { width: number; height: number },
	measure: Measure
): Placed | null {
	const anything = taken.text | taken.strong | taken.weak;
	const isStrong = wanted.strong || wanted.always;
	const tries = (isStrong ? further : [0]).map((away) => ({ mask: anything, away }));
	if (isStrong) tries.push({ mask: taken.text | taken.strong, away: 0 });
	const options = settings(wanted.text).map((lines) => ({
		lines,
		width: Math.max(...lines.map((line) => measure(line, wanted.face))),
		height: lines.length * wanted.face.line
	}));
	for (const { mask, away } of tries) {
		for (const { lines, width, height } of options) {
			for (const [x, y] of sides(wanted, width, height, away)) {
				const box = boxAround(x, y, width, height);
				if (box.left < 4 || box.right > view.width - 4 || box.top < 4 || box.bottom > view.height - 4)
					continue;
				if (occupied.isFree(box, mask, wanted.id))
					return settled(wanted, lines, x, y, box, occupied, measure);
			}
		}
	}
	const first = options[0];
	if (!wanted.always || !first) return null;
	const [x, y] = sides(wanted, first.width, first.height, 0)[0] ?? [wanted.x, wanted.y];
	return settled(wanted, first.lines, x, y, boxAround(x, y, first.width, first.height), occupied, measure);
}

function settled(
	{ id, face, x: nodeX }: Wanted,
	texts: string[],
	x: number,
	y: number,
	box: Box,
	occupied: Occupied,
	measure: Measure
): Placed {
	occupied.add(box, taken.text);
	const top = y - ((texts.length - 1) * face.line) / 2;
	const widest = Math.max(...texts.map((text) => measure(text, face)));
	const lines = texts.map((text, index) => {
		const width = measure(text, face);
		const beside = Math.abs(x - nodeX) > widest / 2;
		const left = !beside ? x - width / 2 : x > nodeX ? x - widest / 2 : x + widest / 2 - width;
		return { text, x: left, y: top + index * face.line, face };
	});
	return { id, lines, box };
}

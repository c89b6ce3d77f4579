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
	/** Goes further to find a place than others do. */
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

/** Pixels between a node and its label, and those that a strong one may stand further off. */
const gap = 4;
const further = [0, 7, 14];

/** Directions in which a strong one looks once the eight sides are taken, and the pixels further off in each. */
const directions = 24;
const furthest = [0, 7, 14, 21];
/** How soon a label lies beside its node and not above: it is level with it in a third of all directions. */
const levelFrom = 1.6;

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

/** The same all around the node, the nearest first and from the right on. */
function allAround({ x, y, radius }: Wanted, width: number, height: number): [number, number][] {
	const shift = (share: number) => Math.max(-1, Math.min(1, levelFrom * share)) / 2;
	return furthest.flatMap((away) =>
		Array.from({ length: directions }, (_, at): [number, number] => {
			const turn = (at / directions) * 2 * Math.PI;
			const reach = radius + gap + away;
			const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
			return [x + dx * reach + shift(dx) * width, y + dy * reach + shift(dy) * height];
		})
	);
}

/** What a label keeps free around its lines, in pixels to its sides and up and down: usually, and where room is short: only its letters. */
const around = {
	air: ({ x, y, width, height }: Middle) => boxOf(x, y, width / 2 + air.x, height / 2 + air.y),
	letters: ({ x, y, width, height, line }: Middle) =>
		boxOf(x, y, width / 2 + 1, height / 2 - line * withoutLetters)
};

/** The share of a line's height above and below its capitals. */
const withoutLetters = 0.18;

interface Middle {
	x: number;
	y: number;
	width: number;
	height: number;
	/** The height of one line. */
	line: number;
}

function boxOf(x: number, y: number, halfWidth: number, halfHeight: number): Box {
	return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

interface Try {
	/** What a label must not meet. */
	mask: number;
	places: (width: number, height: number) => [number, number][];
	room: keyof typeof around;
}

const anything = taken.text | taken.strong | taken.weak;

/** What is tried, one after the other. */
function triesOf(wanted: Wanted): Try[] {
	const besides = (away: number, mask = anything): Try => ({
		mask,
		places: (width, height) => sides(wanted, width, height, away),
		room: 'air'
	});
	const anywhere = (room: Try['room']): Try => ({
		mask: anything,
		places: (width, height) => allAround(wanted, width, height),
		room
	});
	if (!wanted.strong && !wanted.always) return [besides(0)];
	const free = [...further.map((away) => besides(away)), anywhere('air'), anywhere('letters')];
	return wanted.always ? [...free, besides(0, taken.text | taken.strong)] : free;
}

/**
 * Places one label beside its node, greedily: the first free side in one line, then in two; a strong one then a little
 * further off, all around, and where only its letters are free; one that must be shown covers weak places before it
 * covers others, on the right at last. Null when there is no room.
 */
export function placeLabel(
	wanted: Wanted,
	occupied: Occupied,
	view: { width: number; height: number },
	measure: Measure
): Placed | null {
	const { line } = wanted.face;
	const options = settings(wanted.text).map((lines) => ({
		lines,
		width: Math.max(...lines.map((text) => measure(text, wanted.face))),
		height: lines.length * line
	}));
	for (const { mask, places, room } of triesOf(wanted)) {
		for (const { lines, width, height } of options) {
			for (const [x, y] of places(width, height)) {
				const box = around[room]({ x, y, width, height, line });
				if (box.left < 4 || box.right > view.width - 4 || box.top < 4 || box.bottom > view.height - 4)
					continue;
				if (occupied.isFree(box, mask, wanted.id))
					return settled(wanted, lines, x, y, box, occupied, measure);
			}
		}
	}
	const first = options[0];
	if (!wanted.always || !first) return null;
	const { lines, width, height } = first;
	const [x, y] = sides(wanted, width, height, 0)[0] ?? [wanted.x, wanted.y];
	return settled(wanted, lines, x, y, around.air({ x, y, width, height, line }), occupied, measure);
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

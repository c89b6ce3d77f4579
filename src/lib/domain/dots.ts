import type { NodeRef } from './ids.ts';

/** A paper as a dot of the map: where it lies, when it appeared, and the small topic that it belongs to. */
export interface Dot {
	x: number;
	y: number;
	/** ISO date or its beginning; null when nobody tells. */
	date: string | null;
	topic: NodeRef | null;
}

/** Every paper of a generation as a dot. A paper's place in these lists is its number: `/api/dots/NUMBER` tells who it is. */
export interface Dots {
	generation: string;
	/** World units. */
	x: Float32Array;
	y: Float32Array;
	/** As `monthOf` counts. */
	month: Uint16Array;
	/** The place of its topic in `topics`, counted from 1; 0 for a paper without one. */
	topic: Uint16Array;
	topics: NodeRef[];
}

/** Marks a date that is only a year: it may be of any month of it. */
const wholeYear = 0x8000;

/** `2024-05-17` → 24292: months since the year 0; of `2024` its January with the mark of a whole year. 0 for no date. */
export function monthOf(date: string | null): number {
	const [year = 0, month] = (date ?? '').split('-').map(Number);
	if (year <= 0) return 0;
	return month === undefined ? (year * 12) | wholeYear : year * 12 + month - 1;
}

/** Months since the year 0, both within; 0 and Infinity where there is no bound. */
export interface MonthRange {
	from: number;
	to: number;
}

/** The months of a range of dates; null for one without bounds. */
export function monthsOf({ from, to }: { from: string | null; to: string | null }): MonthRange | null {
	if (from === null && to === null) return null;
	const last = monthOf(to);
	return {
		from: monthOf(from) & ~wholeYear,
		to: to === null ? Infinity : (last & ~wholeYear) + (last & wholeYear ? 11 : 0)
	};
}

/** The meaning of `isWithin`, by months: an undated paper lies within no range, a year within what it overlaps. */
export function isInRange(month: number, { from, to }: MonthRange): boolean {
	const first = month & ~wholeYear;
	const last = first + (month & wholeYear ? 11 : 0);
	return first > 0 && last >= from && first <= to;
}

/* The answer: the length of a header, the header as JSON padded with blanks to four bytes, then one list after the
 * other: x, y, month, topic, two bytes a number. Little-endian. Places go in 65,535 steps from edge to edge of the
 * map: a sixth of a unit on a map of 11,000, far below a pixel. */
interface Header {
	generation: string;
	papers: number;
	topics: NodeRef[];
	left: number;
	top: number;
	/** World units a step. */
	step: number;
}

const steps = 65_535;
const lists = 4;
const numberBytes = 2;

/** The smallest and the largest of some numbers; 0 and 0 of none. A loop: a call takes no 100,000 arguments. */
function extent(values: number[]): [number, number] {
	let [least, most] = [Infinity, -Infinity];
	for (const value of values) {
		if (value < least) least = value;
		if (value > most) most = value;
	}
	return least <= most ? [least, most] : [0, 0];
}

/** Eight bytes a paper behind a header. */
export function encodeDots(generation: string, dots: Dot[]): Uint8Array<ArrayBuffer> {
	const topics = [...new Set(dots.flatMap(({ topic }) => topic ?? []))].sort();
	const places = new Map(topics.map((topic, index) => [topic, index + 1]));
	const [left, right] = extent(dots.map(({ x }) => x));
	const [top, bottom] = extent(dots.map(({ y }) => y));
	const step = Math.max(right - left, bottom - top) / steps || 1;
	const header: Header = { generation, papers: dots.length, topics, left, top, step };
	const text = new TextEncoder().encode(JSON.stringify(header));
	const padded = Math.ceil(text.length / 4) * 4;
	const bytes = new Uint8Array(4 + padded + dots.length * lists * numberBytes).fill(32, 4, 4 + padded);
	bytes.set(text, 4);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, padded, true);
	const write = (list: number, numberOf: (dot: Dot) => number) => {
		const start = 4 + padded + list * dots.length * numberBytes;
		dots.forEach((dot, index) => {
			view.setUint16(start + index * numberBytes, numberOf(dot), true);
		});
	};
	write(0, ({ x }) => Math.round((x - left) / step));
	write(1, ({ y }) => Math.round((y - top) / step));
	write(2, ({ date }) => monthOf(date));
	write(3, ({ topic }) => (topic === null ? 0 : (places.get(topic) ?? 0)));
	return bytes;
}

/** The dots of an answer. Throws RangeError when it is shorter than it says. */
export function decodeDots(buffer: ArrayBuffer): Dots {
	const view = new DataView(buffer);
	const padded = view.getUint32(0, true);
	const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, padded))) as Header;
	const { generation, papers, topics, left, top, step } = header;
	const read = <List extends Uint16Array | Float32Array>(
		list: number,
		into: List,
		start = 0,
		by = 1
	): List => {
		const at = 4 + padded + list * papers * numberBytes;
		for (let index = 0; index < papers; index += 1)
			into[index] = start + by * view.getUint16(at + index * numberBytes, true);
		return into;
	};
	return {
		generation,
		topics,
		x: read(0, new Float32Array(papers), left, step),
		y: read(1, new Float32Array(papers), top, step),
		month: read(2, new Uint16Array(papers)),
		topic: read(3, new Uint16Array(papers))
	};
}

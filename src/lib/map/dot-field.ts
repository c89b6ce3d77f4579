import { isInRange, type Dots, type MonthRange } from '#lib/domain/dots.ts';
import type { NodeRef } from '#lib/domain/ids.ts';

/** The papers of a topic, and those of them that appeared within a range. */
export interface CountInRange {
	papers: number;
	within: number;
}

/** Papers in a cell of the index, about. */
const perCell = 8;

/**
 * The dots of a map with what is asked of them while the pointer moves: which one is near, and how many of a topic's
 * lie in a range. Neither goes through all of them at every move.
 */
export class DotField {
	private readonly cells = new Map<number, number[]>();
	private readonly cell: number;
	private readonly left: number;
	private readonly top: number;
	private readonly columns: number;

	constructor(readonly dots: Dots) {
		let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
		const { x, y } = dots;
		for (let dot = 0; dot < x.length; dot += 1) {
			left = Math.min(left, x[dot] ?? 0);
			top = Math.min(top, y[dot] ?? 0);
			right = Math.max(right, x[dot] ?? 0);
			bottom = Math.max(bottom, y[dot] ?? 0);
		}
		const area = Math.max(1, right - left) * Math.max(1, bottom - top);
		this.left = left;
		this.top = top;
		this.cell = Math.sqrt((area * perCell) / Math.max(1, x.length));
		this.columns = Math.ceil((right - left) / this.cell) + 1 || 1;
		for (let dot = 0; dot < x.length; dot += 1) {
			const at = this.cellAt(x[dot] ?? 0, y[dot] ?? 0);
			const held = this.cells.get(at);
			if (held) held.push(dot);
			else this.cells.set(at, [dot]);
		}
	}

	/** The nearest dot within so many world units for which `isShown` holds; null for none. */
	nearest(x: number, y: number, within: number, isShown: (dot: number) => boolean): number | null {
		let best: number | null = null;
		let least = within;
		for (let top = y - within; top < y + within + this.cell; top += this.cell) {
			for (let left = x - within; left < x + within + this.cell; left += this.cell) {
				for (const dot of this.cells.get(this.cellAt(left, top)) ?? []) {
					const distance = Math.hypot((this.dots.x[dot] ?? 0) - x, (this.dots.y[dot] ?? 0) - y);
					if (distance <= least && isShown(dot)) [best, least] = [dot, distance];
				}
			}
		}
		return best;
	}

	/** How many papers each small topic has, and how many of them appeared within a range. */
	within(range: MonthRange): Map<NodeRef, CountInRange> {
		const { topic, month, topics } = this.dots;
		const counts = topics.map(() => ({ papers: 0, within: 0 }));
		for (let dot = 0; dot < topic.length; dot += 1) {
			const count = counts[(topic[dot] ?? 0) - 1];
			if (!count) continue;
			count.papers += 1;
			if (isInRange(month[dot] ?? 0, range)) count.within += 1;
		}
		return new Map(topics.map((ref, index) => [ref, counts[index] ?? { papers: 0, within: 0 }]));
	}

	private cellAt(x: number, y: number): number {
		const column = Math.floor((x - this.left) / this.cell);
		return Math.floor((y - this.top) / this.cell) * (this.columns + 2) + column;
	}
}

/** How many of its papers each topic has in a range: of small topics as they are, of large ones as the sum of their small ones. */
export function topicCounts(
	field: DotField,
	range: MonthRange,
	topics: { id: NodeRef; parent: NodeRef | null }[]
): Map<NodeRef, CountInRange> {
	const sums = new Map<NodeRef, CountInRange>();
	const counts = field.within(range);
	for (const { id, parent } of topics) {
		const count = counts.get(id);
		if (!count) continue;
		for (const ref of parent ? [id, parent] : [id]) {
			const sum = sums.get(ref) ?? { papers: 0, within: 0 };
			sums.set(ref, { papers: sum.papers + count.papers, within: sum.within + count.within });
		}
	}
	return sums;
}

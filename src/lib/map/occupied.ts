/** A box on the screen in CSS pixels. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Whether two boxes share more than an edge. */
export function meet(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** What a box is taken by; a mask says which of these a label must not meet. */
export const taken = { text: 1, strong: 2, weak: 4 } as const;

const cellWidth = 48;
const cellHeight = 16;

/** Boxes by the cells that they touch, so that a test looks at its own cells only. */
export class Occupied {
	private readonly cells = new Map<number, { box: Box; what: number; owner: string }[]>();

	private *cellsOf(box: Box): Generator<number> {
		const [fromX, toX] = [Math.floor(box.left / cellWidth), Math.floor(box.right / cellWidth)];
		const [fromY, toY] = [Math.floor(box.top / cellHeight), Math.floor(box.bottom / cellHeight)];
		for (let x = fromX; x <= toX; x += 1)
			for (let y = fromY; y <= toY; y += 1) yield (x + 512) * 4096 + y + 512;
	}

	add(box: Box, what: number, owner = ''): void {
		for (const cell of this.cellsOf(box)) {
			const list = this.cells.get(cell);
			if (list) list.push({ box, what, owner });
			else this.cells.set(cell, [{ box, what, owner }]);
		}
	}

	/** Whether nothing of `mask` but what `owner` put there meets the box. */
	isFree(box: Box, mask: number, owner = ''): boolean {
		for (const cell of this.cellsOf(box)) {
			for (const other of this.cells.get(cell) ?? []) {
				if ((other.what & mask) === 0 || (owner !== '' && other.owner === owner)) continue;
				if (meet(other.box, box)) return false;
			}
		}
		return true;
	}
}

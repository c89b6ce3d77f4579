/** A path that can be read: `M 0 0 L 1 0 Z`, or the text that it was made from. */
class ReadablePath {
	readonly steps: string[];

	constructor(text?: string) {
		this.steps = text === undefined ? [] : [text];
	}
	moveTo(x: number, y: number) {
		this.steps.push(`M ${x} ${y}`);
	}
	lineTo(x: number, y: number) {
		this.steps.push(`L ${x} ${y}`);
	}
	closePath() {
		this.steps.push('Z');
	}
}

/** The browser's paths are not there in Node. */
Object.assign(globalThis, { Path2D: ReadablePath });

export function pathText(path: Path2D): string {
	return (path as unknown as ReadablePath).steps.join(' ');
}

interface State {
	font: string;
	fillStyle: string;
	strokeStyle: string;
	lineWidth: number;
	letterSpacing: string;
}

/**
 * A canvas that writes down what is drawn on it, one line for each stroke and filling, with the colours that held then.
 * Texts are six pixels a character wide, whatever their font.
 */
export function recordedCanvas(): { context: CanvasRenderingContext2D; drawn: string[] } {
	const drawn: string[] = [];
	const context = {
		...{ font: '', fillStyle: '', strokeStyle: '', lineWidth: 1, letterSpacing: '0px' },
		...{ textBaseline: '', lineJoin: '' },
		setTransform: (...matrix: number[]) => drawn.push(`transform ${matrix.join(' ')}`),
		clearRect: (...box: number[]) => drawn.push(`clear ${box.join(' ')}`),
		fillRect: (...box: number[]) => drawn.push(`fill ${context.fillStyle} rect ${box.join(' ')}`),
		fill: (path?: Path2D, rule = '') =>
			drawn.push(`fill ${context.fillStyle} ${path ? `${pathText(path)} ${rule}` : 'shape'}`.trim()),
		stroke: (path?: Path2D) =>
			drawn.push(`stroke ${context.strokeStyle} ${context.lineWidth} ${path ? pathText(path) : 'shape'}`),
		strokeText: (text: string, x: number, y: number) =>
			drawn.push(`stroke ${context.strokeStyle} ${context.lineWidth} "${text}" ${x} ${y}`),
		fillText: (text: string, x: number, y: number) =>
			drawn.push(`fill ${context.fillStyle} "${text}" ${x} ${y} in ${context.font} ${context.letterSpacing}`),
		measureText: (text: string) => ({ width: 6 * text.length }),
		save: () => drawn.push('save'),
		restore: () => drawn.push('restore'),
		translate: (x: number, y: number) => drawn.push(`move to ${x} ${y}`),
		beginPath: () => drawn.push('begin'),
		roundRect: (...box: number[]) => drawn.push(`round ${box.join(' ')}`)
	} satisfies State & Record<string, unknown>;
	return { context: context as unknown as CanvasRenderingContext2D, drawn };
}

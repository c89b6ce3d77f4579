import type { MeasureText } from './drawn.ts';
import { svgElement, svgText } from './svg-text.ts';
import { traceOf } from './traced-path.ts';

/** The style, weight, size and family of a CSS font: `italic 400 11.5px 'IBM Plex Sans', sans-serif`. */
const fontParts = /^(?:(italic) )?(\d+) ([\d.]+)px (.+)$/;

interface State {
	fillStyle: string;
	strokeStyle: string;
	lineWidth: number;
	matrix: number[];
}

/**
 * What of a canvas the map's painters use, as SVG elements in `elements`, one for each stroke and filling: what is drawn on
 * the screen and what is saved come from the same hands. Paths must be traced ones. Texts are texts. `measure` gives the
 * width of a text in a font.
 */
export class SvgContext {
	readonly elements: string[] = [];
	fillStyle = '#000';
	strokeStyle = '#000';
	lineWidth = 1;
	globalAlpha = 1;
	lineJoin = 'miter';
	textBaseline = 'alphabetic';
	font = '400 12px sans-serif';
	letterSpacing = '0px';
	private matrix = [1, 0, 0, 1, 0, 0];
	private shape = '';
	/** The rectangles that were drawn last, if they were the last. */
	private rectangles: { paint: string; d: string } | null = null;
	private readonly saved: State[] = [];

	constructor(private readonly measure: MeasureText) {}

	setTransform(...matrix: number[]): void {
		this.matrix = matrix;
	}
	translate(x: number, y: number): void {
		const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.matrix;
		this.matrix = [a, b, c, d, a * x + c * y + e, b * x + d * y + f];
	}
	save(): void {
		const { fillStyle, strokeStyle, lineWidth, matrix } = this;
		this.saved.push({ fillStyle, strokeStyle, lineWidth, matrix });
	}
	restore(): void {
		Object.assign(this, this.saved.pop());
	}

	/** A picture is drawn once: there is nothing under it yet. */
	clearRect(): void {
		this.elements.length = 0;
	}
	/** Rectangles of one paint that follow each other are one path: every paper of a corpus is one of them. */
	fillRect(x: number, y: number, width: number, height: number): void {
		const [left, top, w, h] = [x, y, width, height].map((value) => Number(value.toFixed(2)));
		const d = `M${left ?? 0} ${top ?? 0}h${w ?? 0}v${h ?? 0}h${-(w ?? 0)}Z`;
		const paint = [this.fillStyle, this.globalAlpha, ...this.matrix].join();
		if (paint === this.rectangles?.paint) this.elements.pop();
		const all = (paint === this.rectangles?.paint ? this.rectangles.d : '') + d;
		this.add('path', { d: all, fill: this.fillStyle });
		this.rectangles = { paint, d: all };
	}

	beginPath(): void {
		this.shape = '';
	}
	moveTo(x: number, y: number): void {
		this.shape += `M ${x} ${y} `;
	}
	lineTo(x: number, y: number): void {
		this.shape += `L ${x} ${y} `;
	}
	closePath(): void {
		this.shape += 'Z ';
	}
	/** A whole circle: the map draws no other arcs. */
	arc(x: number, y: number, radius: number): void {
		const half = `a ${radius} ${radius} 0 1 0`;
		this.shape += `M ${x - radius} ${y} ${half} ${2 * radius} 0 ${half} ${-2 * radius} 0 Z `;
	}
	roundRect(x: number, y: number, width: number, height: number, radius: number): void {
		const corner = (dx: number, dy: number) => `a ${radius} ${radius} 0 0 1 ${dx} ${dy} `;
		const [across, down] = [width - 2 * radius, height - 2 * radius];
		this.shape +=
			`M ${x + radius} ${y} h ${across} ${corner(radius, radius)}v ${down} ${corner(-radius, radius)}` +
			`h ${-across} ${corner(-radius, -radius)}v ${-down} ${corner(radius, -radius)}Z `;
	}
	fill(path?: Path2D, rule?: string): void {
		const d = path ? traceOf(path) : this.shape.trim();
		if (d !== '') this.add('path', { d, fill: this.fillStyle, 'fill-rule': rule ?? null });
	}
	stroke(path?: Path2D): void {
		const d = path ? traceOf(path) : this.shape.trim();
		if (d !== '') this.add('path', { d, fill: 'none', ...this.line() });
	}

	/** The halo of the text that is filled next. */
	strokeText(text: string, x: number, y: number): void {
		this.write(text, x, y, { fill: 'none', ...this.line() });
	}
	fillText(text: string, x: number, y: number): void {
		this.write(text, x, y, { fill: this.fillStyle });
	}
	measureText(text: string): { width: number } {
		return { width: this.measure(text, this.font) };
	}

	private line(): Record<string, string | number | null> {
		const isRound = this.lineJoin === 'round';
		return {
			stroke: this.strokeStyle,
			'stroke-width': this.lineWidth,
			'stroke-linejoin': isRound ? 'round' : null
		};
	}

	private write(text: string, x: number, y: number, paint: Record<string, string | number | null>): void {
		const [, style, weight = '400', size = '12', family = 'sans-serif'] = fontParts.exec(this.font) ?? [];
		const spacing = parseFloat(this.letterSpacing);
		// The middle of a line lies a third of its size above its base; programs that read SVG know no other way alike.
		const base = this.textBaseline === 'middle' ? y + 0.35 * Number(size) : y;
		const font = {
			'font-family': family,
			'font-size': Number(size),
			'font-weight': weight,
			'font-style': style ?? null,
			'letter-spacing': spacing === 0 ? null : spacing,
			// Where the font is not there, another one takes the same room.
			textLength: this.measure(text, this.font) + spacing * text.length,
			lengthAdjust: 'spacingAndGlyphs'
		};
		this.add('text', { x, y: base, ...font, ...paint }, svgText(text));
	}

	private add(name: string, attributes: Record<string, string | number | null>, content?: string): void {
		const isMoved = this.matrix.join() !== '1,0,0,1,0,0';
		const transform = isMoved ? `matrix(${this.matrix.join(' ')})` : null;
		const opacity = this.globalAlpha < 1 ? this.globalAlpha : null;
		this.rectangles = null;
		this.elements.push(svgElement(name, { transform, opacity, ...attributes }, content));
	}
}

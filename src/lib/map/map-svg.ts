import { captionHeight, drawCaption, type Caption } from './caption.ts';
import type { Drawn, MeasureText } from './drawn.ts';
import { drawnElements } from './drawn-elements.ts';
import { SvgContext } from './svg-context.ts';
import { svgElement, svgText } from './svg-text.ts';

/** The painters know canvases; of one they use what an `SvgContext` has. */
function asCanvas(context: SvgContext): CanvasRenderingContext2D {
	return context as unknown as CanvasRenderingContext2D;
}

/** The map as it is seen now, land, lines, glyphs and texts, with its caption under it: one SVG element, texts as texts. */
export function mapSvg({ cy, paint, palette }: Drawn, caption: Caption, measure: MeasureText): string {
	const [land, text, under] = [new SvgContext(measure), new SvgContext(measure), new SvgContext(measure)];
	paint(asCanvas(land), asCanvas(text), 1);
	const [width, top] = [cy.width(), cy.height()];
	drawCaption(asCanvas(under), caption, palette, { width, top, pixelRatio: 1, measure });
	const height = top + captionHeight(caption, width, measure);
	// What lies beyond the map must not lie on its caption.
	const clip = svgElement('clipPath', { id: 'map' }, svgElement('rect', { x: 0, y: 0, width, height: top }));
	const map = [...land.elements, ...drawnElements(cy), ...text.elements].join('\n');
	return svgElement(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
		[
			`<title>${svgText(caption.title)}</title>`,
			clip,
			svgElement('g', { 'clip-path': 'url(#map)' }, `\n${map}\n`),
			...under.elements,
			''
		].join('\n')
	);
}

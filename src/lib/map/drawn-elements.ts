import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import { kindShapes, stackOutline } from './kind-shapes.ts';
import type { Place } from './place.ts';
import { svgElement, svgText } from './svg-text.ts';

/** Dashes and gaps of the styles of lines and of rings, in world units as Cytoscape has them. */
const lineDashes: Readonly<Record<string, number[]>> = { dashed: [4, 3], dotted: [1, 1] };
const ringDashes: Readonly<Record<string, number[]>> = { dashed: [4, 2] };

function dashText(dashes: number[] | undefined, zoom: number): string | null {
	return dashes ? dashes.map((length) => (length * zoom).toFixed(2)).join(' ') : null;
}

function numberOf(element: NodeSingular | EdgeSingular, name: string): number {
	return Number(element.numericStyle(name)) || 0;
}

function textOf(element: NodeSingular | EdgeSingular, name: string): string {
	return String(element.style(name));
}

/** Those with a lower `z-index` first, as Cytoscape draws them. */
function byDepth(a: NodeSingular | EdgeSingular, b: NodeSingular | EdgeSingular): number {
	return numberOf(a, 'z-index') - numberOf(b, 'z-index');
}

/** An outline of the kind's shape around a point, `reach` pixels in every direction. */
function outlineOf(
	{ kind }: Place,
	x: number,
	y: number,
	reach: number,
	paint: Record<string, string | number | null>
) {
	const outline = kind === 'stack' ? stackOutline : kindShapes[kind].outline;
	if (outline === 'circle') return svgElement('circle', { cx: x, cy: y, r: reach, ...paint });
	const points = outline.map(([dx, dy]) => `${(x + dx * reach).toFixed(2)},${(y + dy * reach).toFixed(2)}`);
	return svgElement('polygon', { points: points.join(' '), ...paint });
}

function nodeElement(node: NodeSingular, zoom: number): string {
	const data = node.data() as Place;
	const { x, y } = node.renderedPosition();
	const reach = (numberOf(node, 'width') * zoom) / 2;
	const glyph = outlineOf(data, x, y, reach, {
		fill: textOf(node, 'background-color'),
		stroke: textOf(node, 'border-color'),
		'stroke-width': numberOf(node, 'border-width') * zoom
	});
	const width = numberOf(node, 'outline-width') * zoom;
	const ring = outlineOf(data, x, y, reach + (numberOf(node, 'outline-offset') * zoom + width / 2), {
		fill: 'none',
		stroke: textOf(node, 'outline-color'),
		'stroke-width': width,
		'stroke-dasharray': dashText(ringDashes[textOf(node, 'outline-style')], zoom)
	});
	return `<g><title>${svgText(data.title)}</title>${width > 0 ? ring : ''}${glyph}</g>`;
}

/** A head whose tip touches the target, six line widths long, four at least. */
function headElement(
	edge: EdgeSingular,
	from: { x: number; y: number },
	to: { x: number; y: number },
	zoom: number
): string {
	const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	const [ux, uy] = [(to.x - from.x) / long, (to.y - from.y) / long];
	const gap = (numberOf(edge.target(), 'width') * zoom) / 2;
	const size = Math.max(4, 6 * numberOf(edge, 'width') * zoom);
	const tip = { x: to.x - ux * gap, y: to.y - uy * gap };
	const [bx, by] = [tip.x - ux * size, tip.y - uy * size];
	const side = size / 2.4;
	const corners = [
		[tip.x, tip.y],
		[bx - uy * side, by + ux * side],
		[bx + uy * side, by - ux * side]
	];
	return svgElement('polygon', {
		points: corners.map((corner) => corner.map((value) => value.toFixed(2)).join(',')).join(' '),
		fill: textOf(edge, 'target-arrow-fill') === 'filled' ? textOf(edge, 'target-arrow-color') : 'none',
		stroke: textOf(edge, 'target-arrow-color'),
		'stroke-width': 1
	});
}

function edgeElement(edge: EdgeSingular, zoom: number): string {
	const [from, to] = [edge.source().renderedPosition(), edge.target().renderedPosition()];
	const line = svgElement('line', {
		...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y },
		stroke: textOf(edge, 'line-color'),
		'stroke-width': numberOf(edge, 'width') * zoom,
		'stroke-opacity': numberOf(edge, 'line-opacity'),
		'stroke-dasharray': dashText(lineDashes[textOf(edge, 'line-style')], zoom)
	});
	return textOf(edge, 'target-arrow-shape') === 'none' ? line : line + headElement(edge, from, to, zoom);
}

/** What Cytoscape draws, as SVG elements in screen pixels, in the order in which it draws it: edges, then nodes. */
export function drawnElements(cy: Core): string[] {
	const zoom = cy.zoom();
	const isDrawn = (element: NodeSingular | EdgeSingular) => textOf(element, 'display') !== 'none';
	const edges = cy
		.edges()
		.toArray()
		.filter((edge) => isDrawn(edge) && isDrawn(edge.source()) && isDrawn(edge.target()));
	const nodes = cy.nodes().toArray().filter(isDrawn);
	return [
		...edges.sort(byDepth).map((edge) => edgeElement(edge, zoom)),
		...nodes.sort(byDepth).map((node) => nodeElement(node, zoom))
	];
}

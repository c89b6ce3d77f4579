import type { EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape';
import { kinds } from '#lib/domain/kind.ts';
import { kindShapes, stackOutline } from './kind-shapes.ts';
import type { Palette } from './palette.ts';
import type { Place } from './place.ts';
import { diameter } from './sizes.ts';

/** What sizes depend on besides the node: the corpus's most mentioned concept and the zoom. */
export interface Scale {
	most: number;
	zoom: number;
}

function flat(points: [number, number][]): string {
	return points.map(([x, y]) => `${x} ${y}`).join(' ');
}

/** Screen pixels of each line; Cytoscape measures in world units, so they are divided by the zoom. */
const lines = {
	MENTIONS: 1,
	INTRODUCES: 1.75,
	CO_OCCURS: 1,
	BROADER: 1,
	CITES: 1,
	RELATED: 1.4,
	RAY: 1
} as const;

/**
 * Cytoscape's stylesheet for a theme. Sizes are functions of `scale`, which the map changes with the zoom, so
 * that lines and borders keep their pixels. States are classes: hover, current, selected, lit, dim, path.
 */
export function stylesheet(palette: Palette, scale: Scale): StylesheetJson {
	const pixels = (value: number) => () => value / scale.zoom;
	const size = (node: NodeSingular) => diameter(node.data() as Place, scale.most, scale.zoom) / scale.zoom;
	const width = (edge: EdgeSingular, factor: number) =>
		(lines[edge.data('type') as keyof typeof lines] * factor) / scale.zoom;
	return [
		{
			selector: 'node',
			style: {
				width: size,
				height: size,
				shape: 'ellipse',
				'border-width': pixels(1),
				'border-color': palette.land,
				'z-index': 10,
				'overlay-opacity': 0,
				'transition-property': 'background-color, border-color',
				'transition-duration': 150
			}
		},
		...kinds.map((kind) => {
			const { outline } = kindShapes[kind];
			const shape =
				outline === 'circle'
					? { shape: 'ellipse' }
					: { shape: 'polygon', 'shape-polygon-points': flat(outline) };
			return {
				selector: `node[kind = "${kind}"]`,
				style: { ...shape, 'background-color': palette[kind] }
			};
		}),
		{
			selector: 'node[kind = "other"]',
			style: { 'background-color': palette.land, 'border-width': pixels(2), 'border-color': palette.other }
		},
		{
			selector: 'node[kind = "paper"]',
			style: {
				shape: 'polygon',
				'shape-polygon-points': kindShapes.paper.outline === 'circle' ? '' : flat(kindShapes.paper.outline),
				'background-color': palette['paper-fill'],
				'border-width': pixels(1.2),
				'border-color': palette['paper-line']
			}
		},
		{
			selector: 'node[kind = "stack"]',
			style: {
				shape: 'polygon',
				'shape-polygon-points': flat(stackOutline),
				'background-color': palette['paper-fill'],
				'border-width': pixels(1.4),
				'border-color': palette['paper-line']
			}
		},
		{
			selector: 'node.far, node.unnamed, edge.aside, edge.long[type = "CO_OCCURS"]',
			style: { display: 'none' }
		},
		...kinds.map((kind) => ({
			selector: `node.ring[kind = "${kind}"]`,
			style: { 'outline-width': pixels(1), 'outline-color': palette[kind], 'outline-offset': pixels(1.5) }
		})),
		{ selector: 'node.dim', style: { 'background-color': palette.dim, 'z-index': 5 } },
		{
			selector: 'node.dim[kind = "paper"], node.dim[kind = "other"]',
			style: { 'background-color': palette.land, 'border-color': palette.dim }
		},
		{ selector: 'node.lit', style: { 'z-index': 20 } },
		{
			selector: 'node.hover',
			style: {
				'outline-width': pixels(1.4),
				'outline-color': palette['ink-3'],
				'outline-offset': pixels(1.5),
				'z-index': 25
			}
		},
		{
			selector: 'node.gathered',
			style: {
				'outline-width': pixels(2),
				'outline-style': 'dotted',
				'outline-color': palette.select,
				'outline-offset': pixels(3)
			}
		},
		{
			selector: 'node.current',
			style: {
				'outline-width': pixels(2.4),
				'outline-style': 'dashed',
				'outline-color': palette.focus,
				'outline-offset': pixels(3)
			}
		},
		{
			selector: 'node.selected',
			style: {
				'outline-width': pixels(2.5),
				'outline-color': palette.select,
				'outline-offset': pixels(3),
				'z-index': 30
			}
		},
		{
			selector: 'edge',
			style: {
				'curve-style': 'straight',
				width: (edge: EdgeSingular) => width(edge, 1),
				'line-color': palette.edge,
				'line-opacity': 0.75,
				'z-index': 1,
				'overlay-opacity': 0
			}
		},
		{
			selector: 'edge[type = "INTRODUCES"]',
			style: { 'line-color': palette['edge-lit'], 'line-opacity': 0.55 }
		},
		{
			selector: 'edge[type = "CO_OCCURS"]',
			style: { 'line-style': 'dashed', 'line-dash-pattern': [4, 3] }
		},
		{
			selector: 'edge[type = "BROADER"]',
			style: {
				'line-color': palette['edge-lit'],
				'target-arrow-shape': 'triangle',
				'target-arrow-fill': 'hollow',
				'target-arrow-color': palette['edge-lit']
			}
		},
		{
			selector: 'edge[type = "CITES"]',
			style: {
				'line-color': palette['edge-lit'],
				'line-opacity': 0.55,
				'target-arrow-shape': 'triangle',
				'target-arrow-fill': 'filled',
				'target-arrow-color': palette['edge-lit']
			}
		},
		{
			selector: 'edge[type = "RELATED"]',
			style: { 'line-color': palette['edge-lit'], 'line-style': 'dotted', 'line-opacity': 0.8 }
		},
		{
			selector: 'edge[type = "RAY"]',
			style: {
				width: (edge: EdgeSingular) => (1 + 2.6 * Math.sqrt(Number(edge.data('weight')))) / scale.zoom,
				'line-color': palette['edge-lit'],
				'line-opacity': 0.5
			}
		},
		{ selector: 'edge.long', style: { 'line-opacity': 0.3 } },
		{ selector: 'edge.dim', style: { 'line-color': palette['dim-line'], 'line-opacity': 1 } },
		{
			selector: 'edge.lit[type != "RAY"]',
			style: {
				width: (edge: EdgeSingular) => width(edge, 1.25),
				'line-color': palette['edge-lit'],
				'line-opacity': 0.8,
				'z-index': 8
			}
		},
		{ selector: 'edge.crowd[type != "RAY"]', style: { width: pixels(1), 'line-opacity': 0.45 } },
		{
			selector: 'edge.hover',
			style: { width: pixels(2.6), 'line-color': palette['ink-3'], 'line-opacity': 1, 'z-index': 9 }
		},
		{
			selector: 'edge.path, edge.chosen',
			style: {
				width: pixels(3.5),
				'line-color': palette.select,
				'line-opacity': 1,
				'line-style': 'solid',
				'target-arrow-shape': 'none'
			}
		},
		{ selector: 'edge.second', style: { 'line-color': palette['edge-lit'], 'line-opacity': 0.3 } }
	] as StylesheetJson;
}

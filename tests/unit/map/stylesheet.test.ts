import { describe, expect, test } from 'vitest';
import { signedArea } from '#lib/graph/places/coasts.ts';
import type { MapNode } from '#lib/domain/map-picture.ts';
import { drawnKinds } from '#lib/domain/view.ts';
import { kindShapes } from '#lib/map/kind-shapes.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';
import { headlessMap, tokenOf } from './headless-map.ts';

/** What Cytoscape makes of the styles of a node with these classes at a zoom: colours as tokens, lengths in screen pixels. */
function styleOf(kind: MapNode['kind'], classes = '', zoom = 2): Record<string, string | number | undefined> {
	const ref = kind === 'paper' ? 'papers/n' : 'concepts/n';
	const cy = headlessMap({ nodes: [mapNode(ref, { kind, papers: 10 })], edges: [] }, { most: 10, zoom });
	// Made with its classes: a node that gets them later fades into its new colours.
	const plain = cy.nodes().remove()[0];
	return read(cy.add({ group: 'nodes', data: plain?.data() as object, classes }), zoom);
}

function read(
	element: { style(name: string): unknown; pstyle?: never } | undefined,
	zoom: number
): Record<string, string | number | undefined> {
	const value = (name: string) => String(element?.style(name));
	const pixels = (name: string) => Math.round(100 * zoom * parseFloat(value(name))) / 100;
	return {
		fill: tokenOf(value('background-color')),
		border: `${pixels('border-width')} ${tokenOf(value('border-color')) ?? ''}`,
		outline:
			pixels('outline-width') > 0
				? `${pixels('outline-width')} ${tokenOf(value('outline-color')) ?? ''} +${pixels('outline-offset')} ${value('outline-style')}`
				: '',
		shape: value('shape'),
		points: value('shape-polygon-points'),
		size: pixels('width'),
		height: pixels('height'),
		order: Number(value('z-index')),
		display: value('display'),
		line: `${pixels('width')} ${tokenOf(value('line-color')) ?? ''} ${value('line-style')} ${value('line-opacity')}`,
		arrow: `${value('target-arrow-shape')} ${tokenOf(value('target-arrow-color')) ?? ''} ${value('target-arrow-fill')}`,
		dashes: value('line-dash-pattern'),
		curve: value('curve-style'),
		overlay: value('overlay-opacity'),
		transition: `${value('transition-property')} ${value('transition-duration')}`
	};
}

function lineOf(
	type: 'MENTIONS' | 'INTRODUCES' | 'CO_OCCURS' | 'BROADER' | 'RELATED',
	classes = '',
	zoom = 2
) {
	const nodes = [mapNode('concepts/a'), mapNode('concepts/b', { x: 9 })];
	const cy = headlessMap(
		{ nodes, edges: [mapEdge('concepts/a', 'concepts/b', { type })] },
		{ most: 10, zoom }
	);
	return read(cy.edges()[0]?.addClass(classes), zoom);
}

describe('stylesheet', () => {
	test.each<[MapNode['kind'], string, string, string]>([
		['method', 'ellipse', 'method', '1 land'],
		['model', 'polygon', 'model', '1 land'],
		['task', 'polygon', 'task', '1 land'],
		['dataset', 'polygon', 'dataset', '1 land'],
		['metric', 'polygon', 'metric', '1 land'],
		['theory', 'polygon', 'theory', '1 land'],
		['other', 'ellipse', 'land', '2 other'],
		['paper', 'polygon', 'paper-fill', '1.2 paper-line']
	])('draws a %s as %s, filled with %s and bordered with %s', (kind, shape, fill, border) => {
		expect(styleOf(kind)).toMatchObject({ shape, fill, border, order: 10, display: 'element', outline: '' });
		const { outline } = kindShapes[kind];
		if (outline !== 'circle') expect(styleOf(kind).points).toBe(outline.flat().join(' '));
	});

	test('gives every kind an outline of its own', () => {
		const drawn = drawnKinds.map((kind) =>
			JSON.stringify([kindShapes[kind].outline, kindShapes[kind].hollow])
		);
		expect(new Set(drawn).size).toBe(drawnKinds.length);
		for (const kind of drawnKinds)
			for (const [x, y] of kindShapes[kind].outline === 'circle' ? [] : kindShapes[kind].outline)
				expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
		expect(drawnKinds.filter((kind) => kindShapes[kind].hollow)).toEqual(['paper', 'other']);
	});

	test.each<[MapNode['kind'], number]>([
		// Of a square of 2 by 2; each times the square of its scale is about as much ink as the circle's 3.14.
		['paper', 2.755],
		['model', 4],
		['task', 1.86],
		['dataset', 2],
		['metric', 1.86],
		['theory', 2.2576]
	])('the outline of a %s goes once round an area of %d', (kind, area) => {
		const { outline } = kindShapes[kind];
		const ring = outline === 'circle' ? [] : outline.map(([x, y]) => ({ x, y }));
		expect(Math.abs(signedArea(ring)) / 2).toBeCloseTo(area, 9);
	});

	test('keeps the pixels of sizes and lines at every zoom', () => {
		for (const zoom of [0.25, 1, 4]) {
			expect(styleOf('method', '', zoom).border).toBe('1 land');
			expect(styleOf('method', 'selected', zoom).outline).toBe('2.5 select +3 solid');
			expect(lineOf('INTRODUCES', '', zoom).line).toBe('1.75 edge-lit solid 0.55');
		}
		// Ten papers are the most: 20.4 pixels at zoom 0.8, a little more nearby.
		expect(styleOf('method', '', 0.8)).toMatchObject({ size: 20.4, height: 20.4 });
		expect(styleOf('method', '', 1.6)).toMatchObject({ size: 26, height: 26 });
	});

	test.each<[string, string, object]>([
		['method', 'hover', { outline: '1.4 ink-3 +1.5 solid', order: 25 }],
		['method', 'current', { outline: '2.4 focus +3 dashed', order: 10 }],
		['method', 'selected', { outline: '2.5 select +3 solid', order: 30 }],
		['method', 'hover selected', { outline: '2.5 select +3 solid', order: 30 }],
		['method', 'ring', { outline: '1 method +1.5 solid' }],
		['paper', 'ring', { outline: '' }],
		['method', 'lit', { fill: 'method', order: 20 }],
		['method', 'dim', { fill: 'dim', border: '1 land', order: 5 }],
		['other', 'dim', { fill: 'land', border: '2 dim', order: 5 }],
		['paper', 'dim', { fill: 'land', border: '1.2 dim', order: 5 }],
		['paper', 'far', { display: 'none' }],
		['method', 'unnamed', { display: 'none' }],
		['method', 'aside', { display: 'element' }],
		['method', '', { overlay: '0', transition: 'background-color border-color 150' }]
	])('a %s that is "%s" has %o', (kind, classes, expected) => {
		const found = styleOf(kind as MapNode['kind'], classes);
		found['transition'] = String(found['transition'])
			.replaceAll(',', '')
			.replace(/ms$|s$/, '');
		expect(found).toMatchObject(expected);
	});

	test.each<[Parameters<typeof lineOf>[0], string, object]>([
		[
			'MENTIONS',
			'',
			{
				line: '1 edge solid 0.75',
				arrow: expect.stringMatching(/^none/) as string,
				order: 1,
				curve: 'straight',
				overlay: '0'
			}
		],
		['INTRODUCES', '', { line: '1.75 edge-lit solid 0.55' }],
		['CO_OCCURS', '', { line: '1 edge dashed 0.75', dashes: '4 3' }],
		['BROADER', '', { line: '1 edge-lit solid 0.75', arrow: 'triangle edge-lit hollow' }],
		['RELATED', '', { line: '1.4 edge-lit dotted 0.8' }],
		['CO_OCCURS', 'long', { display: 'none' }],
		['MENTIONS', 'long', { display: 'element', line: '1 edge solid 0.3' }],
		['MENTIONS', 'aside', { display: 'none' }],
		['MENTIONS', 'dim', { line: '1 dim-line solid 1' }],
		['MENTIONS', 'lit', { line: '1.25 edge-lit solid 0.8', order: 8 }],
		['INTRODUCES', 'lit', { line: '2.19 edge-lit solid 0.8' }],
		['INTRODUCES', 'lit crowd', { line: '1 edge-lit solid 0.45' }],
		['BROADER', 'lit path', { line: '3.5 select solid 1', arrow: expect.stringMatching(/^none/) as string }],
		['CO_OCCURS', 'path', { line: '3.5 select solid 1' }],
		['RELATED', 'second', { line: '1.4 edge-lit dotted 0.3' }]
	])('a line %s that is "%s" has %o', (type, classes, expected) => {
		expect(lineOf(type, classes)).toMatchObject(expected);
	});
});

import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { drawnKinds } from '#lib/domain/view.ts';
import { captionHeight, type Caption } from '#lib/map/caption.ts';
import { drawLand } from '#lib/map/draw-land.ts';
import { landOf } from '#lib/map/land.ts';
import { mapSvg } from '#lib/map/map-svg.ts';
import { SvgContext } from '#lib/map/svg-context.ts';
import { mapEdge, mapNode, mapTopic } from '../made-up-picture.ts';
import { headlessMap, palette } from './headless-map.ts';
import './recorded-canvas.ts';

const measure = (text: string) => 6 * text.length;
const hostile = '<script>alert(1)</script> & "a" \u0000שלום';
const caption: Caption = { title: hostile, kinds: ['paper', 'method'], source: '1 concept · Throughline' };
const nodes = [
	mapNode('concepts/a', { x: 10, y: 20, title: hostile }),
	mapNode('concepts/b', { x: 40, y: 60, kind: 'task' }),
	mapNode('papers/p', { x: 70, y: 20 })
];
const edges = [
	mapEdge('papers/p', 'concepts/a', { type: 'INTRODUCES' }),
	mapEdge('concepts/a', 'concepts/b', { type: 'BROADER' })
];
const square = [4, 0, 0, 100, 0, 100, 80, 0, 80];
const lands = [landOf(mapTopic('t', [0, 0, 100, 80], { coast: square, farCoast: square }))];

function svgOf(zoom = 1) {
	const cy = headlessMap({ nodes, edges }, { most: 10, zoom });
	cy.getElementById('concepts/a').addClass('selected');
	const paint = (land: CanvasRenderingContext2D, text: CanvasRenderingContext2D, pixelRatio: number) => {
		const viewport = { zoom, panX: 0, panY: 0, width: 100, height: 80 };
		drawLand(land, lands, viewport, palette, { lit: [], scope: 'corpus', counts: null, pixelRatio });
		text.clearRect(0, 0, 100, 80);
		text.textBaseline = 'middle';
		text.font = "italic 400 10px 'IBM Plex Sans', sans-serif";
		text.fillText(hostile, 5, 10);
	};
	return { cy, svg: mapSvg({ cy, paint, palette }, caption, measure) };
}

interface Group {
	path: unknown[];
	line: Record<string, string>[];
	g: Record<string, unknown>[];
	text: Record<string, string>;
}
function parsed(svg: string): { g: Group; text: { '#text': string }[]; title: string } {
	const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', processEntities: true });
	return (parser.parse(svg) as { svg: ReturnType<typeof parsed> }).svg;
}

describe('mapSvg', () => {
	test('is well formed and holds land, lines, glyphs and texts as what they are', () => {
		const { svg } = svgOf();
		const { g, title } = parsed(svg);
		expect(svg).toContain('d="M 0 0 L 100 0 L 100 80 L 0 80 Z"');
		expect(g.line).toHaveLength(2);
		expect(g.g).toHaveLength(3);
		expect(g.text).toMatchObject({
			'font-size': '10',
			'font-style': 'italic',
			x: '5',
			y: '13.5',
			textLength: String(6 * hostile.length)
		});
		expect(title).toBe('<script>alert(1)</script> & "a" שלום');
	});

	test('nothing of a title is markup', () => {
		const { svg } = svgOf();
		expect(svg).not.toContain('<script');
		expect(svg).not.toContain('\u0000');
		expect(svg.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(2);
	});

	test('lines lie from middle to middle, in screen pixels', () => {
		const line = parsed(svgOf(2).svg).g.line.find(({ x1 }) => x1 === '140');
		expect(line).toMatchObject({ x1: '140', y1: '40', x2: '20', y2: '40', 'stroke-width': '1.75' });
	});

	test('what is not displayed is not in it, nor are its lines', () => {
		const { cy } = svgOf();
		cy.getElementById('papers/p').addClass('far');
		const { g } = parsed(mapSvg({ cy, paint: () => undefined, palette }, caption, measure));
		expect([g.g.length, [g.line].flat().length]).toEqual([2, 1]);
	});

	test('the selected node has its ring, a narrower concept its arrow', () => {
		const { svg } = svgOf();
		expect(svg.match(/<circle/g)).toHaveLength(2);
		// Arrow, triangle of the task, page of the paper.
		expect(svg.match(/<polygon/g)).toHaveLength(3);
	});
});

test('captionHeight grows with the rows that the legend needs', () => {
	const all = { ...caption, kinds: [...drawnKinds] };
	expect(captionHeight(all, 1000, measure)).toBe(captionHeight(caption, 1000, measure));
	expect(captionHeight(all, 200, measure)).toBeGreaterThan(captionHeight(all, 1000, measure));
});

describe('SvgContext', () => {
	test('moves what is drawn as a canvas does', () => {
		const context = new SvgContext(measure);
		context.setTransform(2, 0, 0, 2, 10, 0);
		context.save();
		context.translate(5, 1);
		context.strokeStyle = 'red';
		context.beginPath();
		context.moveTo(0, 0);
		context.lineTo(1, 1);
		context.stroke();
		context.restore();
		context.fillRect(0, 0, 1, 1);
		expect(context.elements).toEqual([
			'<path transform="matrix(2 0 0 2 20 2)" d="M 0 0 L 1 1" fill="none" stroke="red" stroke-width="1"/>',
			'<path transform="matrix(2 0 0 2 10 0)" d="M0 0h1v1h-1Z" fill="#000"/>'
		]);
	});

	test('a circle and a box with round corners', () => {
		const context = new SvgContext(measure);
		context.beginPath();
		context.arc(5, 5, 2);
		context.fill();
		context.beginPath();
		context.roundRect(0, 0, 10, 6, 2);
		context.fill();
		expect(context.elements[0]).toContain('d="M 3 5 a 2 2 0 1 0 4 0 a 2 2 0 1 0 -4 0 Z"');
		expect(context.elements[1]).toContain('d="M 2 0 h 6 a 2 2 0 0 1 2 2 v 2 a 2 2 0 0 1 -2 2 h -6');
	});
});

import { describe, expect, test } from 'vitest';
import { drawBadges } from '#lib/map/draw-badges.ts';
import { readingShapes } from '#lib/map/reading-shapes.ts';
import { drawLabels, textMeasure } from '#lib/map/draw-labels.ts';
import { faces } from '#lib/map/faces.ts';
import { TextLayer, type TextScene } from '#lib/map/text-layer.ts';
import { mapEdge, mapNode, mapTopic } from '../made-up-picture.ts';
import { headlessMap, palette } from './headless-map.ts';
import { recordedCanvas } from './recorded-canvas.ts';

const size = { width: 400, height: 300, pixelRatio: 2 };

describe('textMeasure', () => {
	test('adds the space between letters, and asks for every text and font once', () => {
		const { context } = recordedCanvas();
		let asked = 0;
		const plain = context.measureText.bind(context);
		context.measureText = (text) => {
			asked += 1;
			return Object.assign(plain(text), { width: context.font.startsWith('600') ? 50 : 40 });
		};
		const measure = textMeasure(context);
		expect([
			measure('heron', faces.first),
			measure('heron', faces.rest),
			measure('heron', faces.topic)
		]).toEqual([50, 40, 57]);
		expect([measure('heron', faces.first), asked]).toEqual([50, 3]);
	});
});

describe('drawLabels', () => {
	test('writes every line over its halo, moved with its node', () => {
		const { context, drawn } = recordedCanvas();
		const box = { left: 0, top: 0, right: 1, bottom: 1 };
		const label = {
			...{ id: 'a', box },
			lines: [
				{ text: 'HERON', x: 10, y: 20, face: faces.topic },
				{ text: '3 papers', x: 12, y: 36, face: faces.count }
			]
		};
		drawLabels(context, [label], () => [5, -1], palette, size);
		expect(drawn).toEqual([
			'transform 2 0 0 2 0 0',
			'clear 0 0 400 300',
			`stroke ${palette.halo} 5 "HERON" 15 19`,
			`fill ${palette.region} "HERON" 15 19 in ${faces.topic.font} 1.4px`,
			`stroke ${palette.halo} 4 "3 papers" 17 35`,
			`fill ${palette.region} "3 papers" 17 35 in ${faces.count.font} 0px`
		]);
		expect([context.letterSpacing, context.textBaseline, context.lineJoin]).toEqual([
			'0px',
			'middle',
			'round'
		]);
	});
});

describe('drawBadges', () => {
	const pin = 'M-2.5 -5h5M-1.7 -5v4l-2.3 2.6v1.2h8v-1.2l-2.3 -2.6v-4M0 2.8v3.7';
	test('draws a pin at the upper right, over its halo', () => {
		const { context, drawn } = recordedCanvas();
		drawBadges(context, [{ x: 100, y: 50, radius: 8, isPinned: true, more: 0, reading: null }], palette);
		expect(drawn).toEqual([
			...['save', 'move to 112 37', `stroke ${palette.halo} 3.5 ${pin}`],
			...[`stroke ${palette.ink} 1.3 ${pin}`, 'restore']
		]);
	});

	test('draws the mark of a paper at the upper left, each in a shape of its own', () => {
		const { context, drawn } = recordedCanvas();
		for (const reading of ['to-read', 'read', 'new'] as const)
			drawBadges(context, [{ x: 100, y: 50, radius: 8, isPinned: false, more: 0, reading }], palette);
		expect(drawn.filter((line) => line.startsWith('move'))).toEqual(Array(3).fill('move to 88 38'));
		const shapes = drawn.filter((line) => line.startsWith(`stroke ${palette.ink}`));
		expect(shapes).toEqual([
			`stroke ${palette.ink} 1.3 ${readingShapes['to-read']}`,
			`stroke ${palette.ink} 1.3 ${readingShapes.read}`,
			`stroke ${palette.ink} 1.3 ${readingShapes.new}`
		]);
		expect(new Set(shapes).size).toBe(3);
	});

	test('draws the number of what is not drawn at the lower right, as wide as it is', () => {
		const { context, drawn } = recordedCanvas();
		drawBadges(context, [{ x: 100, y: 50, radius: 8, isPinned: false, more: 1234, reading: null }], palette);
		expect(drawn).toEqual([
			...[
				'begin',
				'round 108 55 44 14 7',
				`fill ${palette.halo} shape`,
				`stroke ${palette['ink-3']} 1 shape`
			],
			`fill ${palette.ink} "+1,234" 112 62.5 in ${context.font} 0px`
		]);
		expect(context.font).toMatch(/^500 10px 'IBM Plex Sans Condensed'/);
	});
});

describe('TextLayer', () => {
	const nodes = [
		mapNode('concepts/a', { x: 100, y: 100, papers: 9, more: 4 }),
		mapNode('concepts/b', { x: 100, y: 200, papers: 3, more: 5 }),
		mapNode('papers/p', { x: 300, y: 100, more: 6 })
	];
	const scene: TextScene = {
		...{
			topics: [],
			counts: null,
			landAt: () => null,
			scope: 'corpus',
			controls: [],
			isPhone: false,
			most: 10,
			hovered: null
		}
	};
	function layer() {
		const cy = headlessMap({ nodes, edges: [mapEdge('papers/p', 'concepts/a')] });
		Object.assign(cy, { width: () => 400, height: () => 300 });
		const { context, drawn } = recordedCanvas();
		const layer = new TextLayer(context, cy);
		const write = (hovered: TextScene['hovered'] = null) => {
			drawn.length = 0;
			layer.draw(palette, hovered, 10, size);
			return drawn.flatMap((line): string[] => {
				const [, text, x, y] = /^fill \S+ "(.*)" (\S+) (\S+) in/.exec(line) ?? [];
				return text === undefined ? [] : [`${text} ${Number(x).toFixed(1)} ${Number(y).toFixed(1)}`];
			});
		};
		return { cy, layer, write, context };
	}

	test('names what is in view and tells which nodes have a name', () => {
		const { layer: text, write } = layer();
		expect([...text.place(scene).named]).toEqual(['concepts/a', 'concepts/b']);
		expect(write()).toEqual(['a 114.7 100.0', 'b 111.8 200.0']);
	});

	test('measures texts once, and anew when their fonts have come', () => {
		const { layer: text, write, context } = layer();
		text.place(scene);
		const before = write();
		const measured = context.measureText.bind(context);
		context.measureText = (of: string) => ({ width: 2 * measured(of).width }) as TextMetrics;
		text.place(scene);
		expect(write()).toEqual(before);
		text.measureAnew();
		// The first stands left of its node: what is twice as wide begins further away.
		text.place({ ...scene, controls: [{ left: 105, right: 400, top: 0, bottom: 150 }] });
		expect(write()).not.toEqual(before);
	});

	test('names papers nearby, what is far away not at all', () => {
		const { cy, layer: text } = layer();
		cy.viewport({ zoom: 1.2, pan: { x: 0, y: 0 } });
		expect([...text.place(scene).named]).toEqual(['concepts/a', 'concepts/b', 'papers/p']);
		cy.getElementById('papers/p').addClass('far');
		expect([...text.place(scene).named]).toEqual(['concepts/a', 'concepts/b']);
	});

	test.each<[string, string, string[]]>([
		['selected', 'concepts/b', ['concepts/b', 'concepts/a']],
		['current', 'concepts/b', ['concepts/b', 'concepts/a']],
		['lit', 'concepts/b', ['concepts/b']],
		['dim', 'concepts/b', ['concepts/a', 'concepts/b']]
	])('a node that is %s is named accordingly', (name, id, expected) => {
		const { cy, layer: text } = layer();
		cy.getElementById(id).addClass(name);
		expect([...text.place(scene).named]).toEqual(expected);
	});

	test('a node under the pointer is named first', () => {
		expect([...layer().layer.place({ ...scene, hovered: 'papers/p' }).named][0]).toBe('papers/p');
	});

	test('texts go along with their nodes and with the camera, without being placed anew', () => {
		const { cy, layer: text, write } = layer();
		text.place(scene);
		const [before = ''] = write();
		const [, x = 0, y = 0] = before.split(' ').map(Number);
		cy.getElementById('concepts/a').position({ x: 110, y: 95 });
		expect(write()[0]).toBe(`a ${(x + 10).toFixed(1)} ${(y - 5).toFixed(1)}`);
		cy.viewport({ zoom: 2, pan: { x: 7, y: 1 } });
		expect(write()[0]).toBe(`a ${(x + 2 * 110 + 7 - 100).toFixed(1)} ${(y + 2 * 95 + 1 - 100).toFixed(1)}`);
	});

	test('texts are placed where the camera shows their nodes', () => {
		const { cy, layer: text, write } = layer();
		cy.viewport({ zoom: 0.5, pan: { x: 90, y: 20 } });
		text.place({ ...scene, topics: [mapTopic('ponds', [300, 300, 500, 500])] });
		expect(write()).toEqual([
			// The middle of the land is at 290, 220 on the screen; the concepts at 140, 70 and 140, 120.
			expect.stringMatching(/^PONDS \S+ 213.5$/),
			expect.stringMatching(/^10 papers · 5 concepts \S+ 228.0$/),
			expect.stringMatching(/^a 15\d\.\d 70.0$/),
			expect.stringMatching(/^b 15\d\.\d 120.0$/)
		]);
		expect([
			text.topicAt(290, 220),
			text.topicAt(200, 220),
			text.topicAt(390, 220),
			text.topicAt(290, 180)
		]).toEqual([...['topics/ponds', null, null, null]]);
		// The camera goes on: what a text names stays under its middle, five letters of seven and a half pixels each.
		cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
		expect(write()[0]).toBe('PONDS 381.5 393.5');
	});

	test('names of topics go along with the camera, and lead to their topics', () => {
		const { cy, layer: text, write } = layer();
		text.place({ ...scene, topics: [mapTopic('ponds', [180, 180, 380, 280])] });
		const name = write().find((line) => line.startsWith('PONDS'));
		expect(name).toMatch(/^PONDS \S+ 223.5$/);
		expect([text.topicAt(280, 230), text.topicAt(100, 100), text.topicAt(280, 262)]).toEqual([
			'topics/ponds',
			null,
			null
		]);
		cy.viewport({ zoom: 1, pan: { x: 0, y: -30 } });
		expect(write().find((line) => line.startsWith('PONDS'))).toMatch(/^PONDS \S+ 193.5$/);
	});

	test('numbers of neighbours that are not drawn stand at what is selected or under the pointer', () => {
		const { cy, layer: text, write } = layer();
		text.place(scene);
		const numbers = (hovered: TextScene['hovered'] = null) =>
			write(hovered).flatMap((line) => /^\+\d+/.exec(line) ?? []);
		expect(numbers()).toEqual([]);
		expect(numbers('concepts/b')).toEqual(['+5']);
		cy.getElementById('concepts/a').addClass('selected');
		expect(numbers('papers/p').sort()).toEqual(['+4', '+6']);
		cy.getElementById('concepts/b').data('pinned', true);
		expect(numbers()).toEqual(['+4']);
	});
});

import { expect, test } from 'vitest';
import { arrange } from '#lib/map/arrange.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';
import { headlessMap } from './headless-map.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const nodes = names.map((name, at) => mapNode(`concepts/${name}`, { x: 40 * at, y: (at % 2) * 30 }));
const pairs = ['ab', 'bc', 'ca', 'de', 'ef', 'cd'];
const edges = pairs.map(([one = '', other = '']) => mapEdge(`concepts/${one}`, `concepts/${other}`));

function arranged(zoom: number) {
	const cy = headlessMap({ nodes: nodes.map((node) => ({ ...node })), edges }, { most: 10, zoom });
	arrange(cy);
	return cy.nodes().map((node) => {
		const { x, y } = node.position();
		return [node.id(), Math.round(x), Math.round(y)] as const;
	});
}

test('lays out by lines, the same at every zoom and every time', () => {
	const found = arranged(1);
	expect(arranged(1)).toEqual(found);
	expect(arranged(0.2)).toEqual(found);
	const places = new Map(found.map(([id, x, y]) => [id.slice(-1), { x, y }]));
	const lengths = pairs.map(([one = '', other = '']) => {
		const [a, b] = [places.get(one), places.get(other)];
		return Math.hypot((a?.x ?? NaN) - (b?.x ?? NaN), (a?.y ?? NaN) - (b?.y ?? NaN));
	});
	for (const length of lengths) {
		expect(length).toBeGreaterThan(30);
		expect(length).toBeLessThan(250);
	}
});

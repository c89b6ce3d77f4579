import { describe, expect, test } from 'vitest';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import { elementsOf } from '#lib/map/elements.ts';
import { syncElements } from '#lib/map/sync-elements.ts';
import { mapEdge, mapNode } from '../made-up-picture.ts';
import { headlessMap, idsOf } from './headless-map.ts';

const nodes = [
	mapNode('concepts/a', { x: 1, y: 2 }),
	mapNode('papers/p', { x: 3, y: 4 }),
	mapNode('concepts/b', { x: 5, y: 6 })
];
const edges = [mapEdge('papers/p', 'concepts/a'), mapEdge('papers/p', 'concepts/b')];
const picture: MapPicture = {
	...{ scope: 'corpus', generation: '1', nodes, edges, shown: 3, total: 3, by: 'number of papers', most: 1 },
	stacks: [],
	...{ concepts: { shown: 2, total: 2 }, papers: { shown: 1, total: 1 } }
};
const nothing = { moved: [], hidden: [], pinned: [] };

describe('elementsOf', () => {
	test('gives every node its rank and its place, and every edge its ends', () => {
		expect(elementsOf(picture, nothing)).toEqual([
			{ group: 'nodes', data: { ...nodes[0], rank: 0, pinned: false }, position: { x: 1, y: 2 } },
			{ group: 'nodes', data: { ...nodes[1], rank: 1, pinned: false }, position: { x: 3, y: 4 } },
			{ group: 'nodes', data: { ...nodes[2], rank: 2, pinned: false }, position: { x: 5, y: 6 } },
			{ group: 'edges', data: { ...edges[0] } },
			{ group: 'edges', data: { ...edges[1] } }
		]);
	});

	test('leaves out what is hidden with its lines, so that ranks close up', () => {
		const [first, second, third, ...others] = elementsOf(picture, { ...nothing, hidden: ['concepts/a'] });
		expect([first?.data.id, first?.data['rank']]).toEqual(['papers/p', 0]);
		expect([second?.data.id, second?.data['rank']]).toEqual(['concepts/b', 1]);
		expect(third?.data.id).toBe(edges[1]?.id);
		expect(others).toEqual([]);
		const withoutPaper = elementsOf(picture, { ...nothing, hidden: ['papers/p'] });
		expect(withoutPaper.map(({ data }) => data.id)).toEqual(['concepts/a', 'concepts/b']);
	});

	test('puts what was dragged where it was dropped, and knows what is pinned', () => {
		const moved = [{ node: 'concepts/b' as const, x: -7, y: 8 }];
		const elements = elementsOf(picture, { moved, hidden: [], pinned: ['concepts/a'] });
		expect(elements.slice(0, 3).map(({ position }) => position)).toEqual([
			{ x: 1, y: 2 },
			{ x: 3, y: 4 },
			{ x: -7, y: 8 }
		]);
		expect(elements.slice(0, 3).map(({ data }) => data['pinned'] as boolean)).toEqual([true, false, false]);
	});
});

describe('syncElements', () => {
	const still = { parent: null, milliseconds: 0 };
	const placeOf = (cy: ReturnType<typeof headlessMap>, id: string) => ({
		...cy.getElementById(id).position()
	});

	test('makes the graph hold exactly the elements', () => {
		const cy = headlessMap({ nodes: [mapNode('concepts/old'), ...nodes], edges: [] });
		syncElements(cy, elementsOf(picture, nothing), still);
		expect(idsOf(cy)).toEqual([...nodes, ...edges].map(({ id }) => id).sort());
		syncElements(cy, elementsOf(picture, { ...nothing, hidden: ['papers/p'] }), still);
		expect(idsOf(cy)).toEqual(['concepts/a', 'concepts/b']);
	});

	test('keeps what stays, with what is new of it', () => {
		const cy = headlessMap(picture);
		const element = cy.getElementById('concepts/a');
		element.addClass('lit');
		const moved = [{ node: 'concepts/a' as const, x: 70, y: 80 }];
		syncElements(cy, elementsOf(picture, { moved, hidden: [], pinned: ['concepts/a'] }), still);
		expect(cy.getElementById('concepts/a').same(element)).toBe(true);
		expect([element.hasClass('lit'), element.data('pinned'), placeOf(cy, 'concepts/a')]).toEqual([
			...[true, true, { x: 70, y: 80 }]
		]);
	});

	/** The map after one node was expanded into the picture. */
	function grown(given: Parameters<typeof syncElements>[2]) {
		const cy = headlessMap({ nodes: nodes.slice(0, 1), edges: [] });
		syncElements(cy, elementsOf(picture, nothing), given);
		return cy;
	}

	test('lets what is new leave from the node that was expanded, and come to its own place', async () => {
		const cy = grown({ parent: 'concepts/a', milliseconds: 40 });
		expect(placeOf(cy, 'concepts/b')).toEqual({ x: 1, y: 2 });
		expect(placeOf(cy, 'papers/p')).toEqual({ x: 1, y: 2 });
		await expect.poll(() => placeOf(cy, 'concepts/b')).toEqual({ x: 5, y: 6 });
		expect(placeOf(cy, 'papers/p')).toEqual({ x: 3, y: 4 });
		expect(placeOf(cy, 'concepts/a')).toEqual({ x: 1, y: 2 });
	});

	test.each<[string, Parameters<typeof syncElements>[2]]>([
		['for people who ask for less motion', { parent: 'concepts/a', milliseconds: 0 }],
		['where nothing was expanded', { parent: null, milliseconds: 1000 }],
		['where what was expanded is gone', { parent: 'concepts/gone', milliseconds: 1000 }]
	])('puts what is new at its place at once %s', (_, given) => {
		const cy = grown(given);
		expect(placeOf(cy, 'concepts/b')).toEqual({ x: 5, y: 6 });
		expect(cy.getElementById('concepts/b').animated()).toBe(false);
	});

	test('a hub has its papers gathered by topic, with a ray to each stack as wide as it is large', () => {
		const stacks: MapPicture['stacks'] = [
			{ id: 'topics/t', name: 'Ponds', x: 9, y: 8, papers: 40, of: 'concepts/a' },
			{ id: 'topics/u', name: 'Reeds', x: 7, y: 6, papers: 10, of: 'concepts/a' },
			{ id: 'topics/v', name: 'Sea', x: 1, y: 1, papers: 5, of: 'concepts/gone' }
		];
		const added = elementsOf({ ...picture, stacks }, nothing).slice(nodes.length + edges.length);
		const said = added.map(({ data, position }): unknown[] => [
			data.id,
			data['name'] ?? data['weight'],
			position
		]);
		expect(said).toEqual([
			['topics/t', '40 in Ponds', { x: 9, y: 8 }],
			['topics/u', '10 in Reeds', { x: 7, y: 6 }],
			['ray topics/t', 1, undefined],
			['ray topics/u', 0.25, undefined]
		]);
		expect(added[2]?.data).toMatchObject({ source: 'concepts/a', target: 'topics/t', type: 'RAY' });
	});
});

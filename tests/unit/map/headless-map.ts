import { onTestFinished } from 'vitest';
import cytoscape, { type Core } from 'cytoscape';
import type { MapEdge, MapNode } from '#lib/domain/map-picture.ts';
import { kinds } from '#lib/domain/kind.ts';
import { elementsOf } from '#lib/map/elements.ts';
import type { Palette } from '#lib/map/palette.ts';
import { stylesheet, type Scale } from '#lib/map/stylesheet.ts';

const tokens = [
	...['sea', 'shelf', 'reef', 'land', 'coast', 'region', 'halo', 'edge', 'edge-lit', 'dim', 'dim-line'],
	...['paper-fill', 'paper-line', 'select', 'focus', 'ink', 'ink-2', 'ink-3'],
	...kinds
];

/** A colour of its own for every token: `#0a0a01` for the first. */
export const palette = Object.fromEntries(
	tokens.map((token, at) => [token, `#0a0a${String(at + 1).padStart(2, '0')}`])
) as Palette;

/** The name of the token that a colour of `palette` stands for; Cytoscape gives colours as `rgb(10,10,1)`. */
export function tokenOf(colour: string): string | undefined {
	const [, , blue] = /(\d+),(\d+),(\d+)/.exec(colour)?.slice(1) ?? [];
	const hex = blue === undefined ? colour : `#0a0a${Number(blue).toString(16).padStart(2, '0')}`;
	return Object.entries(palette).find(([, each]) => each === hex)?.[0];
}

/** Cytoscape as the map uses it, with its stylesheet and without a screen: one pixel large, the world's origin in its corner. */
export function headlessMap(
	{ nodes, edges }: { nodes: MapNode[]; edges: MapEdge[] },
	scale: Scale = { most: 10, zoom: 1 }
): Core {
	const cy = cytoscape({
		headless: true,
		styleEnabled: true,
		style: stylesheet(palette, scale),
		layout: { name: 'preset' },
		minZoom: 0.02,
		maxZoom: 8,
		elements: elementsOf({ nodes, edges, stacks: [] }, { moved: [], hidden: [], pinned: [] })
	});
	// It steps its animations for as long as it lives, in whatever clock the next file has.
	onTestFinished(() => {
		cy.destroy();
	});
	// Without a screen it begins nowhere.
	return cy.viewport({ zoom: scale.zoom, pan: { x: 0, y: 0 } });
}

/** The ids of the elements that have a class, or all of them. */
export function idsOf(cy: Core, selector = '*'): string[] {
	return cy
		.elements(selector)
		.map((element) => element.id())
		.sort();
}

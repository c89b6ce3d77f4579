import { kinds, type Kind } from '#lib/domain/kind.ts';

const names = [
	'sea',
	'shelf',
	'reef',
	'land',
	'share-1',
	'share-2',
	'share-3',
	'share-4',
	'share-5',
	'coast',
	'region',
	'halo',
	'edge',
	'edge-lit',
	'dim',
	'dim-line',
	'paper-fill',
	'paper-line',
	'select',
	'focus',
	'ink',
	'ink-2',
	'ink-3'
] as const;

/** The colours that the map draws with, as the theme of the page gives them. */
export type Palette = Record<(typeof names)[number] | Kind, string>;

/** Reads the tokens of src/tokens.css as they hold for `element` now. */
export function readPalette(element: Element): Palette {
	const style = getComputedStyle(element);
	const entries = [...names, ...kinds].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
	return Object.fromEntries(entries) as Palette;
}

/**
 * Properties that only Throughline's own map can use: the outlines of land, places for names, zoom steps, and names in
 * small letters for what is typed. Other programs would show them as long columns of numbers; JSON Lines has them.
 */
export const ownProperties: ReadonlySet<string> = new Set([
	'anchors',
	'box',
	'coast',
	'farCoast',
	'search',
	'spelling',
	'step'
]);

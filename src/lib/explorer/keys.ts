/** What a key does on the map. The map, the help page and the `?` list read this table. */
export const mapActions = [
	'search',
	'walk',
	'open',
	'light',
	'expand',
	'hide',
	'pin',
	'gather',
	'ask',
	'back',
	'zoom-in',
	'zoom-out',
	'whole-map',
	'undo',
	'redo',
	'clear',
	'keys'
] as const;
export type MapAction = (typeof mapActions)[number];

export interface KeyBinding {
	/** As `KeyboardEvent.key`; `mod+` stands for Ctrl or Command. */
	keys: string[];
	/** As people read it. */
	shown: string;
	action: MapAction;
	what: string;
}

export const keyBindings: KeyBinding[] = [
	{ keys: ['/'], shown: '/', action: 'search', what: 'search' },
	{
		keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
		shown: '← ↑ → ↓',
		action: 'walk',
		what: 'go along the line nearest to that direction'
	},
	{ keys: ['Enter'], shown: 'Enter', action: 'open', what: 'select, and open its details' },
	{ keys: [' '], shown: 'Space', action: 'light', what: 'light its neighbours without moving' },
	{ keys: ['e', 'E'], shown: 'E', action: 'expand', what: 'expand it, or fold it again' },
	{ keys: ['h', 'H'], shown: 'H', action: 'hide', what: 'hide it' },
	{ keys: ['p', 'P'], shown: 'P', action: 'pin', what: 'pin it, or let it go' },
	{
		keys: ['g', 'G'],
		shown: 'G',
		action: 'gather',
		what: 'gather it for a picture of its own, or let it go'
	},
	{
		keys: ['q', 'Q'],
		shown: 'Q',
		action: 'ask',
		what: 'ask a saved query about it, or about all that is gathered'
	},
	{ keys: ['Backspace'], shown: 'Backspace', action: 'back', what: 'go back' },
	{ keys: ['+', '='], shown: '+', action: 'zoom-in', what: 'zoom in' },
	{ keys: ['-'], shown: '-', action: 'zoom-out', what: 'zoom out' },
	{ keys: ['0'], shown: '0', action: 'whole-map', what: 'show the whole map' },
	{ keys: ['mod+z'], shown: 'Ctrl Z', action: 'undo', what: 'undo' },
	{ keys: ['mod+Z', 'mod+y'], shown: 'Ctrl Shift Z', action: 'redo', what: 'redo' },
	{ keys: ['Escape'], shown: 'Esc', action: 'clear', what: 'clear the selection' },
	{ keys: ['?'], shown: '?', action: 'keys', what: 'list the keys' }
];

/** The binding of a key press, or null. */
export function bindingOf(event: {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
}): KeyBinding | null {
	if (event.altKey) return null;
	const name = event.ctrlKey || event.metaKey ? `mod+${event.key}` : event.key;
	return keyBindings.find(({ keys }) => keys.includes(name)) ?? null;
}

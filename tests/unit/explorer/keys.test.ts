import { describe, expect, test } from 'vitest';
import { bindingOf, keyBindings, mapActions, type MapAction } from '#lib/explorer/keys.ts';

interface Press {
	key: string;
	ctrlKey?: boolean;
	metaKey?: boolean;
	altKey?: boolean;
}

function pressed(press: Press): MapAction | null {
	return bindingOf({ ctrlKey: false, metaKey: false, altKey: false, ...press })?.action ?? null;
}

/** Every key with what people are told that it does. */
const table: [Press, MapAction | null, string][] = [
	[{ key: '/' }, 'search', 'search'],
	[{ key: 'ArrowUp' }, 'walk', 'go along the line nearest to that direction'],
	[{ key: 'ArrowDown' }, 'walk', 'go along the line nearest to that direction'],
	[{ key: 'ArrowLeft' }, 'walk', 'go along the line nearest to that direction'],
	[{ key: 'ArrowRight' }, 'walk', 'go along the line nearest to that direction'],
	[{ key: 'Enter' }, 'open', 'select, and open its details'],
	[{ key: ' ' }, 'light', 'light its neighbours without moving'],
	[{ key: 'e' }, 'expand', 'expand it, or fold it again'],
	[{ key: 'E' }, 'expand', 'expand it, or fold it again'],
	[{ key: 'h' }, 'hide', 'hide it'],
	[{ key: 'H' }, 'hide', 'hide it'],
	[{ key: 'p' }, 'pin', 'pin it, or let it go'],
	[{ key: 'P' }, 'pin', 'pin it, or let it go'],
	[{ key: 'g' }, 'gather', 'gather it for a picture of its own, or let it go'],
	[{ key: 'G' }, 'gather', 'gather it for a picture of its own, or let it go'],
	[{ key: 'q' }, 'ask', 'ask a saved query about it, or about all that is gathered'],
	[{ key: 'Q' }, 'ask', 'ask a saved query about it, or about all that is gathered'],
	[{ key: 'Backspace' }, 'back', 'go back'],
	[{ key: '+' }, 'zoom-in', 'zoom in'],
	[{ key: '=' }, 'zoom-in', 'zoom in'],
	[{ key: '-' }, 'zoom-out', 'zoom out'],
	[{ key: '0' }, 'whole-map', 'show the whole map'],
	[{ key: 'z', ctrlKey: true }, 'undo', 'undo'],
	[{ key: 'z', metaKey: true }, 'undo', 'undo'],
	[{ key: 'Z', ctrlKey: true }, 'redo', 'redo'],
	[{ key: 'Z', metaKey: true }, 'redo', 'redo'],
	[{ key: 'y', ctrlKey: true }, 'redo', 'redo'],
	[{ key: 'Escape' }, 'clear', 'clear the selection'],
	[{ key: '?' }, 'keys', 'list the keys']
];

describe('bindingOf', () => {
	test.each(table)('%o does: %s', (press, action, what) => {
		expect(pressed(press)).toBe(action);
		expect(keyBindings.find((binding) => binding.action === action)?.what).toBe(what);
	});

	test.each<[string, Press]>([
		['a letter without a meaning', { key: 'x' }],
		['undo without Ctrl', { key: 'z' }],
		['a key of the browser', { key: 'p', ctrlKey: true }],
		['a key with Alt', { key: 'e', altKey: true }],
		['a key with Ctrl and Alt, as AltGr gives', { key: 'z', ctrlKey: true, altKey: true }],
		['the name of a combination, typed', { key: 'mod' }]
	])('%s does nothing', (_, press) => {
		expect(pressed(press)).toBeNull();
	});
});

describe('keyBindings', () => {
	test('bind every action once, and every key to one action', () => {
		expect(keyBindings.map(({ action }) => action)).toEqual([...mapActions]);
		const keys = keyBindings.flatMap((binding) => binding.keys);
		expect(new Set(keys).size).toBe(keys.length);
		// The table above holds them all: pressing each is how it is tried.
		const tried = table.map(([{ key, ctrlKey, metaKey }]) =>
			ctrlKey === true || metaKey === true ? `mod+${key}` : key
		);
		expect([...new Set(tried)].sort()).toEqual([...keys].sort());
	});

	test('are shown as they are printed on keys', () => {
		const shown = Object.fromEntries(keyBindings.map((binding) => [binding.action, binding.shown]));
		expect(shown).toEqual({
			...{
				search: '/',
				walk: '← ↑ → ↓',
				open: 'Enter',
				light: 'Space',
				expand: 'E',
				hide: 'H',
				pin: 'P',
				gather: 'G',
				ask: 'Q'
			},
			...{ back: 'Backspace', 'zoom-in': '+', 'zoom-out': '-', 'whole-map': '0', undo: 'Ctrl Z' },
			...{ redo: 'Ctrl Shift Z', clear: 'Esc', keys: '?' }
		});
	});
});

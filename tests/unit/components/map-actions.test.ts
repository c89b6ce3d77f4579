import { beforeEach, describe, expect, test, vi } from 'vitest';
import { wholeMap, type View } from '#lib/domain/view.ts';
import { bindingOf, mapActions, type MapAction } from '#lib/explorer/keys.ts';
import { urlOfView } from '#lib/explorer/view-url.ts';
import { MapActions } from '#lib/components/map/map-actions.svelte.ts';

/** What was asked of the browser, in turn. SvelteKit's client is not there in Node. */
const asked = vi.hoisted((): string[] => []);
vi.mock('$app/navigation', () => ({
	goto: (address: string) => {
		asked.push(`goto ${address}`);
		return Promise.resolve();
	},
	replaceState: (address: string) => asked.push(`replace ${address}`)
}));
vi.mock('$app/state', () => ({ navigating: { to: null } }));

const camera = { x: 5, y: 6, zoom: 2 };
const grown: View = {
	...wholeMap,
	selected: 'concepts/heron',
	open: ['concepts/heron'],
	pinned: ['papers/p']
};

/** The actions of a map that begins with a view, its camera resting at `camera`. */
function actionsOf(view: View): MapActions {
	const actions = new MapActions(view);
	actions.drawing = {
		camera: () => camera,
		zoomBy: (factor: number) => asked.push(`zoom ${factor.toFixed(2)}`),
		fit: () => asked.push('fit')
	} as unknown as MapActions['drawing'];
	return actions;
}

/** Presses a key while the keyboard stands on a node. */
function press(actions: MapActions, key: string, node: View['selected'] = null, ctrlKey = false): void {
	const binding = bindingOf({ key, ctrlKey, metaKey: false, altKey: false });
	if (binding) actions.answer(binding.action, node);
}

beforeEach(() => {
	asked.length = 0;
	vi.stubGlobal('history', { back: () => asked.push('back') });
	vi.stubGlobal('document', {
		querySelector: (selector: string) => ({ focus: () => asked.push(`focus ${selector}`) })
	});
	vi.stubGlobal('window', { location: { search: '' } });
});

describe('a key of the map', () => {
	test.each<[string, View['selected'], View, Partial<View>]>([
		['Enter', 'concepts/duck', grown, { selected: 'concepts/duck', camera }],
		['e', 'concepts/duck', grown, { open: ['concepts/heron', 'concepts/duck'], camera }],
		['E', 'concepts/heron', grown, { open: [], camera }],
		['h', 'concepts/heron', grown, { selected: null, open: [], hidden: ['concepts/heron'], camera }],
		['p', 'concepts/heron', grown, { pinned: ['papers/p', 'concepts/heron'], camera }],
		['p', 'papers/p', grown, { pinned: [], camera }],
		['Escape', 'papers/p', grown, { selected: null, camera }]
	])('%s on %s is a step to another view', (key, node, view, change) => {
		const actions = actionsOf(view);
		press(actions, key, node);
		expect(actions.view).toEqual({ ...view, ...change });
		expect(asked).toEqual([`goto ${urlOfView(actions.view)}`]);
		press(actions, 'z', node, true);
		expect(actions.view).toEqual(view);
		press(actions, 'Z', node, true);
		expect(actions.view).toEqual({ ...view, ...change });
		expect(asked.slice(1)).toEqual([`goto ${urlOfView(view)}`, `goto ${urlOfView(actions.view)}`]);
	});

	test.each<[string, View['selected'], string[]]>([
		['/', null, ['focus [role="search"] input']],
		['Enter', 'concepts/heron', ['goto /concepts/heron']],
		['Backspace', null, ['back']],
		['+', null, ['zoom 1.50']],
		['=', null, ['zoom 1.50']],
		['-', null, ['zoom 0.67']],
		['0', null, ['fit']],
		['?', null, ['goto /help#keys']]
	])('%s on %s asks for %j and is no step', (key, node, expected) => {
		const actions = actionsOf(grown);
		press(actions, key, node);
		expect(asked.filter((each) => !each.startsWith('replace'))).toEqual(expected);
		expect(actions.view).toEqual(grown);
		expect(actions.exploration.canUndo).toBe(false);
	});

	test.each(['Enter', 'e', 'h', 'p'])('%s does nothing where the keyboard stands on no node', (key) => {
		const actions = actionsOf(grown);
		press(actions, key);
		expect([actions.view, asked]).toEqual([grown, []]);
	});

	test.each(['z', 'Z', 'y'])('Ctrl %s with no step to go to goes nowhere', (key) => {
		const actions = actionsOf(grown);
		press(actions, key, null, true);
		expect([actions.view, asked]).toEqual([grown, []]);
	});

	test('Escape with nothing selected is no step', () => {
		const actions = actionsOf(wholeMap);
		press(actions, 'Escape');
		expect([asked, actions.exploration.canUndo]).toEqual([[], false]);
	});

	test('of every action but those that the map answers itself does something', () => {
		const ownActions: MapAction[] = ['walk', 'light'];
		for (const action of mapActions) {
			if (ownActions.includes(action)) continue;
			const actions = actionsOf(grown);
			// So that there is something to undo, and something to do again.
			actions.select('papers/p');
			actions.select('concepts/heron');
			actions.select('papers/p');
			actions.undo();
			asked.length = 0;
			actions.answer(action, 'concepts/duck');
			// What is gathered is no view yet.
			const isDone = asked.length > 0 || actions.gathered.includes('concepts/duck');
			expect([action, isDone]).toEqual([action, true]);
		}
	});
});

describe('MapActions', () => {
	test('gathers nodes once each, lets one go that is gathered again, and makes a picture of them', () => {
		const actions = actionsOf(grown);
		actions.gather(['concepts/duck']);
		actions.gather(['concepts/heron', 'concepts/duck', 'papers/p']);
		expect(actions.gathered).toEqual(['concepts/duck', 'concepts/heron', 'papers/p']);
		actions.gather(['concepts/heron']);
		expect(actions.gathered).toEqual(['concepts/duck', 'papers/p']);
		actions.openGathered();
		expect([actions.view.only, actions.gathered]).toEqual([['concepts/duck', 'papers/p'], []]);
		actions.leaveSet();
		expect(actions.view.only).toEqual([]);
	});

	test('on a phone makes room for what is selected, and stays where nothing is', () => {
		const actions = actionsOf(grown);
		actions.isPhone = true;
		actions.select('concepts/duck');
		expect(actions.view.camera).toBeNull();
		actions.select(null);
		expect(actions.view.camera).toEqual(camera);
	});

	test('selecting what is selected is no step', () => {
		const actions = actionsOf(grown);
		actions.select('concepts/heron');
		expect([actions.exploration.canUndo, asked]).toEqual([false, []]);
	});
});

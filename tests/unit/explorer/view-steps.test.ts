import { describe, expect, test } from 'vitest';
import {
	clearFilters,
	enter,
	hide,
	isFiltered,
	lookInto,
	move,
	onlyKind,
	openSet,
	select,
	selectLine,
	toggleGrown,
	toggleKind,
	toggleOpen,
	togglePinned
} from '#lib/explorer/view-steps.ts';
import { wholeMap, type View } from '#lib/domain/view.ts';
import { urlOfView, viewOfAddress, viewParameters } from '#lib/explorer/view-url.ts';

const camera = { x: 1, y: 2, zoom: 0.5 };
const elsewhere = { x: 9, y: 9, zoom: 2 };

/** A view in which everything is set, so that what a step leaves alone shows. */
const full: View = {
	scope: 'topics/ponds',
	selected: 'concepts/heron',
	line: ['papers/p', 'concepts/duck'],
	only: ['concepts/heron', 'papers/p'],
	name: 'Birds',
	isPath: true,
	isArranged: true,
	grown: [{ node: 'concepts/heron', sort: 'task' }],
	open: ['concepts/heron', 'papers/p'],
	hidden: ['concepts/duck'],
	pinned: ['concepts/heron', 'papers/p'],
	moved: [
		{ node: 'concepts/heron', x: 1, y: 1 },
		{ node: 'papers/p', x: 2, y: 2 }
	],
	without: ['metric'],
	from: '2024',
	to: '2025',
	find: 'wing beat',
	camera: elsewhere
};

/** No picture of its own, and nothing expanded. */
const plain = { only: [], name: null, isPath: false, isArranged: false, open: [], grown: [] };

describe('a step from a view', () => {
	test.each<[string, () => View, Partial<View>]>([
		[
			'select keeps the camera that it is given',
			() => select(full, 'papers/p', camera),
			{ selected: 'papers/p', line: null, camera }
		],
		[
			'select goes to what is selected without one',
			() => select(full, 'papers/p'),
			{ selected: 'papers/p', line: null, camera: null }
		],
		['select of nothing clears', () => select(full, null, camera), { selected: null, line: null, camera }],
		[
			'enter folds what was expanded and forgets selection and camera',
			() => enter(full, 'topics/reeds'),
			{ ...plain, scope: 'topics/reeds', selected: null, line: null, camera: null }
		],
		[
			'lookInto goes into a topic with what is selected',
			() => lookInto(full, 'topics/reeds'),
			{ scope: 'topics/reeds', camera: null }
		],
		[
			'selectLine tells of a line',
			() => selectLine(full, ['concepts/duck', 'papers/p'], camera),
			{ line: ['concepts/duck', 'papers/p'], camera }
		],
		[
			'openSet makes a picture of its own',
			() => openSet(full, ['concepts/duck'], 'Ducks'),
			{
				...plain,
				...{
					scope: 'corpus',
					selected: null,
					line: null,
					only: ['concepts/duck'],
					name: 'Ducks',
					camera: null
				}
			}
		],
		[
			'toggleGrown adds the neighbours of one sort',
			() => toggleGrown(full, 'concepts/heron', 'paper', camera),
			{
				grown: [
					{ node: 'concepts/heron', sort: 'task' },
					{ node: 'concepts/heron', sort: 'paper' }
				],
				camera
			}
		],
		[
			'toggleGrown takes them away again',
			() => toggleGrown(full, 'concepts/heron', 'task', camera),
			{ grown: [], camera }
		],
		['toggleOpen folds', () => toggleOpen(full, 'concepts/heron', camera), { open: ['papers/p'], camera }],
		[
			'toggleOpen expands, after what was open',
			() => toggleOpen(full, 'concepts/duck', camera),
			{ open: ['concepts/heron', 'papers/p', 'concepts/duck'], camera }
		],
		[
			'hide takes a node out of every list',
			() => hide(full, 'concepts/heron', camera),
			{
				selected: null,
				only: ['papers/p'],
				grown: [],
				open: ['papers/p'],
				pinned: ['papers/p'],
				hidden: ['concepts/duck', 'concepts/heron'],
				camera
			}
		],
		[
			'hide leaves another selection',
			() => hide(full, 'papers/p', camera),
			{
				line: null,
				only: ['concepts/heron'],
				open: ['concepts/heron'],
				pinned: ['concepts/heron'],
				hidden: ['concepts/duck', 'papers/p'],
				camera
			}
		],
		['hide lists a node once', () => hide(full, 'concepts/duck', camera), { line: null, camera }],
		['togglePinned lets go', () => togglePinned(full, 'papers/p'), { pinned: ['concepts/heron'] }],
		[
			'togglePinned pins',
			() => togglePinned(full, 'concepts/duck'),
			{ pinned: ['concepts/heron', 'papers/p', 'concepts/duck'] }
		],
		[
			'move keeps one place a node, the last',
			() => move(full, 'concepts/heron', 5, -6),
			{
				moved: [
					{ node: 'papers/p', x: 2, y: 2 },
					{ node: 'concepts/heron', x: 5, y: -6 }
				]
			}
		],
		['toggleKind switches on', () => toggleKind(full, 'metric'), { without: [] }],
		['toggleKind switches off', () => toggleKind(full, 'paper'), { without: ['metric', 'paper'] }],
		[
			'onlyKind switches all others off',
			() => onlyKind(full, 'task'),
			{ without: ['paper', 'method', 'model', 'dataset', 'metric', 'theory', 'other'] }
		],
		[
			'clearFilters lifts all',
			() => clearFilters(full),
			{ without: [], from: null, to: null, find: null, hidden: [] }
		]
	])('%s, and nothing else', (_, step, change) => {
		const next = step();
		expect(next).toEqual({ ...full, ...change });
		// A step is an address, and reads back as the same view.
		expect(viewOfAddress(urlOfView(next).slice(1))).toEqual(next);
	});
});

test.each<[string, Partial<View>, boolean]>([
	['nothing', {}, false],
	[
		'a selection and a place',
		{ selected: 'papers/p', camera, moved: full.moved, pinned: full.pinned },
		false
	],
	['a kind', { without: ['task'] }, true],
	['a first day', { from: '2024' }, true],
	['a last day', { to: '2024' }, true],
	['something hidden', { hidden: ['papers/p'] }, true]
])('isFiltered by %s: %s', (_, change, expected) => {
	expect(isFiltered({ ...wholeMap, ...change })).toBe(expected);
	expect(isFiltered(clearFilters({ ...wholeMap, ...change }))).toBe(false);
});

test('the parameters of a view are those of its address', () => {
	const names = new Set(new URLSearchParams(urlOfView(full).slice(2)).keys());
	expect([...names].sort()).toEqual([...viewParameters].sort());
});

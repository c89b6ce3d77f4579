import { expect, test } from 'vitest';
import {
	clearFilters,
	enter,
	hide,
	isFiltered,
	move,
	onlyKind,
	select,
	toggleKind,
	toggleOpen
} from '#lib/explorer/view-steps.ts';
import { wholeMap } from '#lib/domain/view.ts';
import { urlOfView, viewOfUrl } from '#lib/explorer/view-url.ts';

const camera = { x: 1, y: 2, zoom: 0.5 };

test('select keeps the camera it is given and otherwise goes to what is selected', () => {
	expect(select({ ...wholeMap, camera }, 'concepts/a', camera).camera).toEqual(camera);
	expect(select({ ...wholeMap, camera }, 'concepts/a').camera).toBeNull();
});

test('enter folds what was expanded and forgets the selection', () => {
	const view = enter({ ...wholeMap, selected: 'concepts/a', open: ['concepts/a'] }, 'topics/t');
	expect(view).toMatchObject({ scope: 'topics/t', selected: null, open: [] });
});

test('hide takes a node out of every list', () => {
	const node = 'concepts/a';
	const view = hide({ ...wholeMap, selected: node, open: [node], pinned: [node] }, node, camera);
	expect(view).toMatchObject({ selected: null, open: [], pinned: [], hidden: [node], camera });
});

test('toggleOpen expands, and folds again', () => {
	const once = toggleOpen(wholeMap, 'papers/p', null);
	expect(once.open).toEqual(['papers/p']);
	expect(toggleOpen(once, 'papers/p', null).open).toEqual([]);
});

test('move keeps one place a node', () => {
	const twice = move(move(wholeMap, 'papers/p', 1, 1), 'papers/p', 2, 3);
	expect(twice.moved).toEqual([{ node: 'papers/p', x: 2, y: 3 }]);
});

test('kinds are switched, singled out, and all come back', () => {
	expect(toggleKind(wholeMap, 'metric').without).toEqual(['metric']);
	const only = onlyKind(wholeMap, 'metric');
	expect(only.without).not.toContain('metric');
	expect(only.without).toContain('paper');
	expect(isFiltered(only)).toBe(true);
	expect(isFiltered(clearFilters(only))).toBe(false);
});

test('every step is an address that reads back as the same view', () => {
	const view = toggleOpen(move(enter(wholeMap, 'topics/t'), 'papers/10.1/x', 1.5, -2), 'concepts/a', camera);
	const address = new URL(urlOfView(view), 'http://localhost');
	expect(viewOfUrl(address.searchParams)).toEqual(view);
});

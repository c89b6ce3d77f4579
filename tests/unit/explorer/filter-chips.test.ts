import { describe, expect, test } from 'vitest';
import { wholeMap, type View } from '#lib/domain/view.ts';
import { filterChips } from '#lib/explorer/filter-chips.ts';
import { onlyKind } from '#lib/explorer/view-steps.ts';

const texts = (view: Partial<View>) =>
	filterChips({ ...wholeMap, ...view }, (date) => date).map(({ text }) => text);

describe('filterChips', () => {
	test.each<[string[], Partial<View>]>([
		[[], {}],
		[['only datasets'], onlyKind(wholeMap, 'dataset')],
		[['only papers'], onlyKind(wholeMap, 'paper')],
		[['without papers', 'without theories'], { without: ['paper', 'theory'] }],
		[['2021 to 2023'], { from: '2021', to: '2023' }],
		[['2021'], { from: '2021', to: '2021' }],
		[['since 2021-05'], { from: '2021-05' }],
		[['until 2023'], { to: '2023' }],
		[['“wing beat”'], { find: 'wing beat' }],
		[['3 hidden'], { hidden: ['concepts/a', 'concepts/b', 'papers/c'] }],
		[['1 place moved'], { moved: [{ node: 'concepts/a', x: 1, y: 1 }] }],
		[['1 expanded'], { open: ['concepts/a'] }]
	])('%j', (expected, view) => {
		expect(texts(view)).toEqual(expected);
	});

	test('each leads to the view without it, and without nothing else', () => {
		const view: View = { ...wholeMap, without: ['task', 'paper'], from: '2021', hidden: ['concepts/a'] };
		for (const { text, without } of filterChips(view, (date) => date)) {
			const left = texts(without);
			expect(left).not.toContain(text);
			expect(left).toHaveLength(texts(view).length - 1);
		}
	});
});

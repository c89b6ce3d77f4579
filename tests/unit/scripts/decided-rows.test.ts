import { expect, test } from 'vitest';
import { decidedForms, decidedRows } from '../../../scripts/decided-rows.ts';

test('decidedForms: what people said to be a concept, and what none', () => {
	const decided = decidedForms([
		{ decision: 'merge', forms: ['Pond Nets'], into: ['PN'] },
		{ decision: 'kind', forms: ['reed metric'], kind: 'metric' },
		{ decision: 'rename', forms: ['large pond'], name: 'lake' },
		{ decision: 'not-a-concept', forms: ['large ponds'] },
		{ decision: 'hide', forms: ['duck'] },
		{ decision: 'not-mentioned', forms: ['mud'], paper: 'p1' }
	]);
	expect(Object.fromEntries(decided)).toEqual({
		...{ 'pond net': true, pn: true, 'reed metric': true, 'large pond': false }
	});
});

test('decidedRows: the decided phrases of a paper, and of each form those of the first papers', () => {
	const decided = new Map([
		['pond net', true],
		['large pond', false]
	]);
	const used = new Map<string, number>();
	expect(decidedRows(['duck', 'large pond', 'pond net'], decided, used)).toEqual([
		{ at: 1, isConcept: false },
		{ at: 2, isConcept: true }
	]);
	for (let paper = 0; paper < 30; paper += 1) decidedRows(['pond net'], decided, used);
	expect(Object.fromEntries(used)).toEqual({ 'large pond': 1, 'pond net': 20 });
});

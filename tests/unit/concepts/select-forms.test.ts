import { describe, expect, test } from 'vitest';
import { selectForms, type Selection } from '#lib/concepts/ranking/select-forms.ts';

interface Form {
	papers: number;
	/** How many papers may be expected to name it. */
	expected: number;
	/** The best score by which a paper stands out. */
	best?: number;
	isAbbreviated?: boolean;
}

/** What is chosen of forms in a corpus of so many papers, each with the rule that chose it. */
function chosenOf(forms: Record<string, Form>, total: number): Record<string, string> {
	const names = Object.keys(forms);
	const all = Object.values(forms);
	const selection: Selection = {
		counts: {
			total,
			papers: Float64Array.from(all, ({ papers }) => papers),
			places: Float64Array.from(all, ({ papers }) => papers),
			wholes: Float64Array.from(all, ({ papers }) => papers)
		} as unknown as Selection['counts'],
		rowOf: (form) => names.indexOf(form),
		ranks: {
			expected: new Map(names.map((name, at) => [name, Math.round((all[at]?.expected ?? 0) * 1e6)])),
			standOut: new Map(names.flatMap((name, at) => (all[at]?.best ? [[name, all[at].best]] : []))),
			high: new Set()
		},
		definitions: [
			{
				introduced: [],
				pairs: names
					.filter((_, at) => all[at]?.isAbbreviated)
					.map((long) => ({ short: long.toUpperCase().slice(0, 3), long }))
			}
		],
		resolve: (form) => form,
		breadth: 'map'
	};
	return Object.fromEntries([...selectForms(selection)].map(([form, { rule }]) => [form, rule]));
}

describe('selectForms', () => {
	test.each([
		['two papers that hardly name it', { papers: 2, expected: 0.3 }, ['recurs', undefined, undefined]],
		['two papers that are about it', { papers: 2, expected: 1.7 }, ['recurs', 'recurs', undefined]],
		['three papers that hardly name it', { papers: 3, expected: 0.7 }, ['recurs', 'recurs', undefined]],
		['three papers of which one names it', { papers: 3, expected: 1.01 }, ['recurs', 'recurs', 'recurs']],
		['one paper', { papers: 1, expected: 0.9 }, [undefined, undefined, undefined]],
		['one that stands out', { papers: 1, expected: 0.8, best: 0.8 }, ['stands out', 'stands out', undefined]],
		['one that does a little', { papers: 1, expected: 0.5, best: 0.5 }, ['stands out', undefined, undefined]],
		['all papers but ten', { papers: 990, expected: 500 }, [undefined, 'recurs', 'recurs']]
	] as [string, Form, (string | undefined)[]][])('judges what %s speak of', (_, form, wanted) => {
		const found = [1000, 2000, 4000].map((total) => chosenOf({ 'pond lily': form }, total)['pond lily']);
		expect(found).toEqual(wanted);
	});

	test('takes what one paper abbreviates as far as that paper is about it', () => {
		const form = { papers: 1, expected: 0.4, isAbbreviated: true };
		const found = [1000, 1150, 1500].map((total) => chosenOf({ 'pond lily': form }, total)['pond lily']);
		expect(found).toEqual(['acronym', 'acronym', undefined]);
	});

	test('turns nothing round by one paper more, at whatever size', () => {
		const forms: Record<string, Form> = {};
		let seed = 7;
		const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
		for (let at = 0; at < 3000; at += 1) {
			const papers = 1 + Math.floor(9 * random() ** 3);
			const best = random();
			forms[`pond lily${at}`] = { papers, expected: papers * random() ** 2, best: best > 0.4 ? best : 0 };
		}
		for (const total of [20, 52, 399, 400, 499, 500, 999, 1000, 1499, 1500, 1999, 2000, 2999, 3999, 4000]) {
			const [before, after] = [chosenOf(forms, total), chosenOf(forms, total + 1)];
			const changed = Object.keys(forms).filter((form) => before[form] !== after[form]);
			expect(changed.length, `${total} papers and one more`).toBeLessThan(8);
		}
	});
});

import { expect, test } from 'vitest';
import { isSaidInPassing, type Passed } from '#lib/concepts/identity/said-in-passing.ts';

const pond: Passed = { form: 'pond depth', name: 'pond depth', kind: 'other', papers: 40, weight: 0.15 };
const field: Passed = { ...pond, form: 'machine learning', name: 'machine learning', weight: 0.4 };
const held: Passed = { ...pond, form: 'reasoning task', name: 'reasoning task', weight: 0.4 };

test.each<[string, Partial<Passed>, number, boolean]>([
	['forty papers of four thousand, hardly one about it', pond, 4000, true],
	['the same in a small corpus', pond, 1000, false],
	['the same on a page', { ...pond, weight: 0.01 }, 60, false],
	['more papers are about it', { ...pond, weight: 0.2 }, 4000, false],
	['too few papers to be in the way', { ...pond, papers: 9 }, 1000, false],
	['too small a share of the corpus', pond, 20_000, false],
	['a field, where as many papers as of another concept name it', field, 4000, true],
	['a field in a small corpus', field, 1000, false],
	['a field of which a corpus is about', { ...field, weight: 0.6 }, 4000, false],
	['a matter with a head that only holds it', held, 4000, true],
	['the same head with a word that says more', { ...held, form: 'wading task' }, 4000, false],
	[
		'a data set that is only said',
		{ ...pond, form: 'pondqa', name: 'PondQA', kind: 'dataset', weight: 0.05 },
		4000,
		false
	],
	['a size', { ...pond, form: '7b', name: '7B', kind: 'model', weight: 0.05 }, 4000, true],
	['an acronym of no product', { ...pond, form: 'gpu', name: 'GPU', weight: 0.15 }, 4000, true]
])('%s', (_, given, corpus, expected) => {
	expect(isSaidInPassing({ ...pond, ...given }, corpus)).toBe(expected);
});

import { expect, test } from 'vitest';
import { canonicalForm, singular } from '#lib/concepts/canonical-form.ts';
import { sentences } from '#lib/concepts/sentences.ts';

test.each([
	['networks', 'network'],
	['policies', 'policy'],
	['bias', 'bias'],
	['statistics', 'statistics'],
	['loss', 'loss'],
	['analysis', 'analysis']
])('singular(%j)', (word, expected) => {
	expect(singular(word)).toBe(expected);
});

test.each([
	['Chain-of-Thought', 'chain of thought'],
	['generalisation bounds', 'generalization bound'],
	['Transformers', 'transformer'],
	['transformation', 'transformation']
])('canonicalForm(%j)', (surface, expected) => {
	expect(canonicalForm(surface)).toBe(expected);
});

test.each([
	['Ducks swim, e.g. on ponds. Geese fly.', ['Ducks swim, e.g. on ponds.', 'Geese fly.']],
	['It grew by 3.5 points. Fig. 2 shows it.', ['It grew by 3.5 points.', 'Fig. 2 shows it.']],
	['A title\nAn abstract.', ['A title', 'An abstract.']]
])('sentences(%j)', (text, expected) => {
	expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

import { expect, test } from 'vitest';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { singular } from '#lib/concepts/words/singular.ts';
import { sentences } from '#lib/domain/sentences.ts';

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
	['We follow Heron et al. They rank.', ['We follow Heron et al. They rank.']],
	['See Eq. (3) and Sec. 4. Ducks swim.', ['See Eq. (3) and Sec. 4.', 'Ducks swim.']],
	['Ponds, i.e. Lakes, freeze. Ducks leave.', ['Ponds, i.e. Lakes, freeze.', 'Ducks leave.']],
	['J. K. Heron won. A. Coot lost.', ['J. K. Heron won.', 'A. Coot lost.']],
	['Is it so? Yes! It is.', ['Is it so?', 'Yes!', 'It is.']],
	['It costs $O(n^2)$. $k$ ducks swim.', ['It costs $O(n^2)$.', '$k$ ducks swim.']],
	['It is $0.5$ vs. $0.7$ w.r.t. Ponds.', ['It is $0.5$ vs. $0.7$ w.r.t. Ponds.']],
	['(It swims.) Then it flies.', ['(It swims.)', 'Then it flies.']],
	['Version 2.0 of the U.S. Pond. It froze.', ['Version 2.0 of the U.S. Pond.', 'It froze.']],
	['It ended... and began.', ['It ended... and began.']],
	['One sentence without an end', ['One sentence without an end']],
	['A title\nAn abstract.', ['A title', 'An abstract.']]
])('sentences(%j)', (text, expected) => {
	expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

import { expect, test } from 'vitest';
import { joiningSentence } from '#lib/domain/joining-sentence.ts';

const text =
	'Ducks and reeds\nDucks swim. Reeds grow by the shore. Where reeds grow, ducks nest. Frogs jump.';

/** Every place of a word. */
function places(word: string): [number, number][] {
	return [...text.matchAll(new RegExp(word, 'gi'))].map(({ index }) => [index, index + word.length]);
}
const marked = ({ sentence, marks }: { sentence: string; marks: [number, number][] }) =>
	marks.map(([start, end]) => sentence.slice(start, end));

test.each([
	['ducks', 'reeds', 'Where reeds grow, ducks nest.', ['reeds', 'ducks'], true],
	['reeds', 'ducks', 'Where reeds grow, ducks nest.', ['reeds', 'ducks'], true],
	['frogs', 'swim', 'Ducks swim. … Frogs jump.', ['swim', 'Frogs'], false],
	['frogs', 'eels', 'Frogs jump.', ['Frogs'], true]
])('of %s and %s it is %j', (first, second, sentence, marks, isOne) => {
	const found = joiningSentence(text, places(first), places(second));
	expect(found).toMatchObject({ sentence, isOne });
	expect(marked(found)).toEqual(marks);
});

test('the title counts where no sentence of the abstract says both, and a place is marked once', () => {
	const found = joiningSentence('Ducks and reeds\nFrogs jump.', [[0, 5]], [[0, 15]]);
	expect(found.sentence).toBe('Ducks and reeds');
	expect(found.marks).toEqual([[0, 15]]);
});

import { expect, test } from 'vitest';
import { endsInNothing, isGeneric, isStateOfTheArt } from '#lib/concepts/words/generic.ts';
import { evaluative, genericHeads } from '#lib/concepts/words/lexicon.ts';

test.each([
	['state of the art', true],
	['sota', true],
	['art', false],
	['sota model', false]
])('isStateOfTheArt(%j)', (form, expected) => {
	expect(isStateOfTheArt(form)).toBe(expected);
});

test.each([
	['state of the art solver', true],
	['sota solver', true],
	['real world pond', true],
	['pond solver', false],
	// A longer word begins alike.
	['realism pond', false]
])('a phrase that opens as %j is refused: %j', (form, expected) => {
	expect(isGeneric(form)).toBe(expected);
	expect(endsInNothing(form)).toBe(expected);
});

test('what is left of it names nothing, and it is stripped in front', () => {
	expect(['art', 'the-art', 'sota'].filter((word) => !genericHeads.has(word))).toEqual([]);
	expect(evaluative.has('state-of-the-art')).toBe(true);
});

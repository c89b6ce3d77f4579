import { describe, expect, test } from 'vitest';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { candidates } from '#lib/concepts/text/candidates.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

const vocabulary = new Vocabulary();

/** The whole chunks of a text. */
function chunks(text: string): string[] {
	return candidates(text, vocabulary)
		.filter(({ begins, ends }) => begins && ends)
		.map(({ start, end }) => text.slice(start, end));
}

test.each([
	['We study a novel pond ranking network.', 'pond ranking network'],
	['It relies on self-supervised pond learning.', 'self-supervised pond learning'],
	['Chain-of-thought prompting of ducks.', 'Chain-of-thought prompting']
])('candidates(%j) has the chunk %j', (text, chunk) => {
	expect(chunks(text)).toContain(chunk);
});

test.each([
	['The authors trace the river.', 'authors trace'],
	['Pond models look at the lilies.', 'Pond models look'],
	['This is game-theoretic.', 'game-theoretic'],
	['Ducks are 5 % of all.', '5']
])('candidates(%j) leaves out %j', (text, chunk) => {
	expect(candidates(text, vocabulary).map(({ start, end }) => text.slice(start, end))).not.toContain(chunk);
});

describe('every candidate', () => {
	test.each([
		'Ponds – “quoted” ﬁsh, 5.3% of α-ducks & soft\u00adhyphens.',
		'日本語の要約。 Pond ranking works.',
		'α-ranking of ponds (e.g. Fig. 2)',
		'x',
		''
	])('of %j is a stretch of the text', (text) => {
		for (const { phrase, start, end } of candidates(text, vocabulary)) {
			expect(canonicalForm(text.slice(start, end))).toBe(phrase.form);
			expect(end).toBeGreaterThan(start);
		}
	});
});

import { expect, test } from 'vitest';
import { extractText } from '#lib/concepts/text/extract-text.ts';
import { plainSurface } from '#lib/concepts/text/mask-markup.ts';
import { prose } from '#lib/concepts/text/prose.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

function formsOf(abstract: string): string[] {
	const { phrases } = extractText({ title: 'Ducks', abstract }, new Vocabulary());
	return phrases.map(({ phrase }) => phrase.form);
}

test.each([
	['a \\textbf{pond} network', 'a pond network'],
	['an \\emph{old pond}', 'an old pond'],
	['R&amp;D of <i>ducks</i>', 'R D of ducks'],
	['the $\\alpha$-divergence', 'the alpha-divergence'],
	['$k$-means of~ponds', 'k-means of ponds'],
	['where x < y and z > w', 'where x < y and z > w'],
	['soft\u00adhyphen', 'softhyphen']
])('prose(%j) reads %j', (text, plain) => {
	expect(plainSurface(prose(text).text)).toBe(plain);
	expect(prose(text).text).toHaveLength(text.length);
});

test.each([
	['the code is at https://example.org/ponds/duck7.', 'duck7'],
	['Write to duck7@example.org for ducks.', 'duck7'],
	['See example.org/duck7 for ducks.', 'duck7']
])('extractText(%j) names no %j', (abstract, word) => {
	expect(formsOf(abstract).join('\n')).not.toContain(word);
});

test.each([
	['We prove bounds for the $\\alpha$-divergence of ponds.', 'alpha divergence'],
	['We train a \\textbf{pond ranking} network.', 'pond ranking network'],
	['We train a ﬁne pond\u00adranking network.', 'pondranking network'],
	['A vision–language model of ponds.', 'vision language model']
])('extractText(%j) finds %j', (abstract, form) => {
	expect(formsOf(abstract)).toContain(form);
});

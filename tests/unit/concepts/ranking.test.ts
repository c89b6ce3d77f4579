import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { background, packBackground, unpackBackground } from '#lib/concepts/words/background.ts';
import type { FrequencyTable } from '#lib/concepts/words/frequency-table.ts';
import { explain } from '#lib/concepts/explain.ts';
import { extractText } from '#lib/concepts/text/extract-text.ts';
import { withExtracted } from '#lib/concepts/extract.ts';
import {
	countTexts,
	frequenciesOf,
	mergeCounts,
	noTexts,
	withoutSingles
} from '#lib/concepts/ranking/frequencies.ts';
import { otherPapers, paperContext } from '#lib/concepts/ranking/paper-context.ts';
import { rankPhrases } from '#lib/concepts/ranking/rank-phrases.ts';
import { packStyle, readStyle, styleNames, unpackStyle } from '#lib/concepts/ranking/styles.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

const title = 'Ranking ponds with large language models';
const abstract =
	'Large language models (LLMs) rank ponds. We study a novel approach to water-lily ranking, and extensive experiments show state-of-the-art results. Water-lily ranking with large language models works.';
const vocabulary = new Vocabulary();
const text = extractText({ title, abstract }, vocabulary);

/** What a table says of a form. */
function rowOf(table: FrequencyTable, form: string) {
	const row = table.forms.indexOf(form);
	const { papers, maximal, title: titles, long } = table;
	return { papers: papers[row], maximal: maximal[row], title: titles[row], long: long[row] };
}

describe.each(styleNames)('rankPhrases in the style %s', (name) => {
	const frequencies = frequenciesOf(vocabulary, noTexts, background());
	const context = paperContext(title, text, otherPapers(vocabulary, frequencies, false));
	const ranked = rankPhrases(context, readStyle(name)).map(({ form }) => form);
	const rank = (form: string) => (ranked.includes(form) ? ranked.indexOf(form) : Infinity);

	test.each([
		['large language model', 'large language'],
		['water lily ranking', 'lily ranking'],
		['water lily ranking', 'novel approach'],
		['large language model', 'extensive experiment'],
		['water lily ranking', 'state of the art result']
	])('puts %s before %s', (better, worse) => {
		expect(rank(better)).toBeLessThan(rank(worse));
	});

	test('gives probabilities', () => {
		for (const { score } of rankPhrases(context, readStyle(name))) {
			expect(score).toBeGreaterThan(0);
			expect(score).toBeLessThan(1);
		}
	});

	test('has constants that are the same when they are packed again', () => {
		const style = readStyle(name);
		expect(unpackStyle(name, packStyle(style)).weights).toEqual(style.weights);
	});
});

describe('frequencies', () => {
	const own = countTexts([text, text, text, text], vocabulary);

	test('count papers, whole chunks, titles and long forms', () => {
		expect(rowOf(own, 'large language model')).toEqual({ papers: 4, maximal: 4, title: 4, long: 4 });
		expect(own.words.get('pond')).toBe(4);
	});

	test('are the same however the papers are divided', () => {
		const halves = [countTexts([text], vocabulary), countTexts([text, text, text], vocabulary)];
		expect(mergeCounts(halves)).toEqual(own);
		expect(mergeCounts([])).toEqual(noTexts);
	});

	test('are the same after they were packed', () => {
		const unpacked = unpackBackground(packBackground({ ...own, proper: new Set(['pond']) }));
		for (const form of own.forms) expect(rowOf(unpacked, form)).toEqual(rowOf(own, form));
		expect(unpacked.proper).toEqual(new Set(['pond']));
		expect(new Map([...unpacked.words].sort())).toEqual(new Map([...own.words].sort()));
	});

	test('leave out of the file what is rare', () => {
		expect(
			unpackBackground(packBackground({ ...countTexts([text], vocabulary), proper: new Set() })).forms
		).toEqual([]);
	});

	test('leave out of a corpus what one paper has', () => {
		expect(withoutSingles(countTexts([text], vocabulary)).forms).toEqual([]);
		expect(withoutSingles(own).forms).toEqual(own.forms);
	});

	test('let the background give way to a corpus as it grows', () => {
		const form = 'large language model';
		const papersAt = (total: number) =>
			frequenciesOf(vocabulary, { ...noTexts, total }, background()).papers[vocabulary.phrase(form).id] ?? 0;
		const known = rowOf(background(), form).papers ?? 0;
		expect(papersAt(10)).toBeGreaterThan(0.9 * known);
		expect(papersAt(25_000)).toBeLessThan(0.2 * known);
	});
});

test('a concept is explained by what its score is the sum of', async () => {
	const { papers } = await readPapers(['static/sample-papers.jsonl']);
	const explained = await withExtracted(papers, { forReasons: true }, (extracted) =>
		explain(extracted, 'GRPO')
	);
	const score = explained?.score;
	const logit = score?.weights.reduce((sum, { weight }) => sum + weight, 0) ?? 0;
	expect(score?.score).toBeCloseTo(1 / (1 + Math.exp(-logit)));
	expect(score?.weights.map(({ name }) => name)).toContain('long form of an acronym');
});

test('README tells the figures that the help page tells', () => {
	const figures = JSON.parse(readFileSync('src/routes/help/extraction-quality.json', 'utf8')) as {
		keyphrases: { f1At5: number; f1At10: number }[];
	};
	const readme = readFileSync('README.md', 'utf8');
	for (const { f1At5, f1At10 } of figures.keyphrases)
		expect(readme).toMatch(new RegExp(`${(100 * f1At5).toFixed(1)} / ${(100 * f1At10).toFixed(1)}`));
});

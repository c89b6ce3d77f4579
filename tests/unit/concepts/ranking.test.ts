import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { background, packBackground, unpackBackground } from '#lib/concepts/background.ts';
import { explain } from '#lib/concepts/explain.ts';
import { extractText } from '#lib/concepts/extract-text.ts';
import { extractWithReasons } from '#lib/concepts/extract.ts';
import { countFrequencies, withBackground, withoutSingles } from '#lib/concepts/frequencies.ts';
import { paperContext } from '#lib/concepts/paper-context.ts';
import { rankPhrases } from '#lib/concepts/rank-phrases.ts';
import { packStyle, readStyle, styleNames, unpackStyle } from '#lib/concepts/styles.ts';
import { readPapers } from '#lib/sources/read-papers.ts';

const title = 'Ranking ponds with large language models';
const abstract =
	'Large language models (LLMs) rank ponds. We study a novel approach to water-lily ranking, and extensive experiments show state-of-the-art results. Water-lily ranking with large language models works.';
const text = extractText({ title, abstract });
const nothing = countFrequencies([]);

describe.each(styleNames)('rankPhrases in the style %s', (name) => {
	const context = paperContext(title, text, withBackground(nothing, background()), false);
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
	const own = countFrequencies([text, text, text, text]);

	test('count papers, whole chunks, titles and long forms', () => {
		expect(own.forms.get('large language model')).toEqual({ papers: 4, maximal: 4, title: 4, long: 4 });
		expect(own.words.get('pond')).toBe(4);
	});

	test('are the same after they were packed', () => {
		expect(unpackBackground(packBackground(own))).toEqual(own);
	});

	test('leave out of the file what is rare', () => {
		expect(unpackBackground(packBackground(countFrequencies([text]))).forms.size).toBe(0);
	});

	test('leave out of a corpus what one paper has', () => {
		expect(withoutSingles(countFrequencies([text])).forms.size).toBe(0);
		expect(withoutSingles(own).forms.size).toBe(own.forms.size);
	});

	test('let the background give way to a corpus as it grows', () => {
		const few = withBackground({ ...nothing, total: 10 }, background());
		const many = withBackground({ ...nothing, total: 25_000 }, background());
		const known = background().forms.get('large language model')?.papers ?? 0;
		expect(few.of('large language model').papers).toBeGreaterThan(0.9 * known);
		expect(many.of('large language model').papers).toBeLessThan(0.2 * known);
	});
});

test('a concept is explained by what its score is the sum of', async () => {
	const { papers } = await readPapers(['static/sample-papers.jsonl']);
	const score = explain(await extractWithReasons(papers), 'GRPO')?.score;
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidates } from '#lib/concepts/text/candidates.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { prose } from '#lib/concepts/text/prose.ts';
import { sentences } from '#lib/domain/sentences.ts';
import { Vocabulary } from '#lib/concepts/words/vocabulary.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';

/** What abstracts are made of, the clean and the dirty. */
const pieces = fc.constantFrom(
	...[
		'pond',
		'ponds',
		'duck ranking',
		'Lily-Net',
		'self-supervised learning',
		'we propose',
		'is',
		'the',
		'of'
	],
	...['$\\alpha$', '$x_{i}^2$', '\\textbf{lily}', '\\emph{', '}', '{', '\\cite{heron2020}', '~', '$', '\\'],
	...[
		'&amp;',
		'&lt;b&gt;',
		'<i>duck</i>',
		'<',
		'>',
		'&',
		'<a href="x">',
		'\u00ad',
		'\u200b',
		'\ufeff',
		'\u2028'
	],
	...[
		'ﬁsh',
		'naïve',
		'Ångström',
		'日本語',
		'Привет мир',
		'مرحبا',
		'👩‍🔬',
		'𝛼',
		'é',
		'e\u0301',
		'\u0000',
		'\ud800'
	],
	...[
		'(GRPO)',
		'(',
		')',
		'[',
		']',
		'((',
		'.',
		'...',
		'e.g.',
		'et al.',
		'3.14',
		'5%',
		'—',
		'–',
		'-',
		'\n',
		'\t',
		' '
	],
	...[
		'https://example.org/a(b)',
		'duck@example.org',
		'a.b.c.d',
		'"',
		"'s",
		'’',
		',',
		';',
		':',
		'/',
		'|',
		'#',
		'+'
	]
);
const dirty = fc
	.array(
		fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
		{
			maxLength: 60
		}
	)
	.map((parts) => parts.join(' '));

function paper(id: string, title: string, abstract: string): Paper {
	return {
		...{ id: paperIdSchema.parse(id), title, abstract, date: null, url: null, organization: null },
		...{ authors: [], authorCount: null, comments: null, source: 'test' }
	};
}

describe('whatever an abstract holds,', () => {
	test('masking keeps its length', () => {
		fc.assert(fc.property(dirty, (text) => prose(text).text.length === text.length));
	});

	test('sentences are stretches of it, in order, and hold all but blanks', () => {
		fc.assert(
			fc.property(dirty, (text) => {
				let end = 0;
				let kept = '';
				for (const sentence of sentences(text)) {
					expect(sentence.start).toBeGreaterThanOrEqual(end);
					expect(sentence.end).toBeGreaterThan(sentence.start);
					kept += text.slice(sentence.start, sentence.end);
					end = sentence.end;
				}
				expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			})
		);
	});

	test('candidates are stretches of it that fold to their form', () => {
		fc.assert(
			fc.property(dirty, (text) => {
				const masked = prose(text).text;
				for (const { phrase, start, end } of candidates(masked, new Vocabulary()))
					expect(canonicalForm(masked.slice(start, end))).toBe(phrase.form);
			})
		);
	});

	test('a canonical form is its own canonical form', () => {
		fc.assert(
			fc.property(dirty, (text) => {
				const form = canonicalForm(text);
				expect(canonicalForm(form.normalize('NFC'))).toBe(form);
			})
		);
	});

	test('mentions have places inside it', async () => {
		await fc.assert(
			fc.asyncProperty(dirty, dirty, async (title, abstract) => {
				const own = paper('a', `Ponds ${title}`, `Ducks ${abstract}`);
				const { mentions, concepts } = await extractCorpus([own], { breadth: 'paper' });
				const { length } = paperText(own);
				for (const { starts, ends, count } of mentions) {
					expect(starts).toHaveLength(count);
					for (const [at, start] of starts.entries()) {
						expect(start).toBeGreaterThanOrEqual(0);
						expect(ends[at]).toBeGreaterThan(start);
						expect(ends[at]).toBeLessThanOrEqual(length);
					}
				}
				expect(new Set(concepts.map(({ id }) => id)).size).toBe(concepts.length);
			}),
			{ numRuns: 60 }
		);
		// Sixty corpora, on a machine that does much else.
	}, 60_000);
});

describe('extractCorpus', () => {
	const lily = 'Water-lily ranking is studied with duck networks, and pond graphs (PG) are compared. ';

	test.each([
		['one word', 'Ducks', 'Ducks'],
		['no letters', '123', '456 --- !!!'],
		['20,000 characters', 'On water-lily ranking', lily.repeat(240)],
		['20,000 letters without a blank', 'On ponds', 'a'.repeat(20_000)],
		['20,000 brackets', 'On ponds', '('.repeat(20_000)],
		['20,000 dollar signs', 'On ponds', '$'.repeat(20_000)],
		['20,000 backslashes', 'On ponds', '\\text{'.repeat(3000)],
		['20,000 stops', 'On ponds', 'a.'.repeat(10_000)],
		['20,000 hyphens', 'On ponds', 'a-'.repeat(10_000)],
		['Japanese', '池について', 'アヒルのランキングを提案する。'],
		['Russian', 'О прудах', 'Мы предлагаем метод ранжирования прудов (МРП).'],
		['French', 'Sur les étangs', 'Nous proposons une méthode de classement des étangs.']
	])('reads %s', async (_, title, abstract) => {
		const corpus = await extractCorpus([paper('a', title, abstract)], { breadth: 'paper' });
		for (const { id } of corpus.concepts) expect(id).not.toBe('');
	});

	test('finds what stands in a long text as often as it stands there', async () => {
		const { mentions, concepts } = await extractCorpus([paper('a', 'On ponds', lily.repeat(240))], {
			breadth: 'paper'
		});
		const found = concepts.find(({ name }) => name === 'water-lily ranking');
		expect(mentions.find(({ concept }) => concept === found?.id)?.count).toBe(240);
	});
});

import { expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { prose } from '#lib/concepts/text/prose.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import { bytesOf, isStorableName, longestConceptName, longestWord } from '#lib/domain/limits.ts';
import type { Paper } from '#lib/domain/paper.ts';

function paper(id: string, title: string, abstract: string): Paper {
	return {
		id: paperIdSchema.parse(id),
		...{ title, abstract, date: null, url: null, organization: null },
		...{ authors: [], authorCount: null, comments: null, source: 'test' }
	};
}

/** Texts in which something that is too long is introduced, abbreviated or repeated; both papers say the same. */
const long = 30_000;
const texts: [string, string, string][] = [
	['a word', 'Ponds', `We propose ${'w'.repeat(long)}, a duck ranking. ${'w'.repeat(long)} is good.`],
	['a name', `${'Wa'.repeat(long)}: duck ranking`, `We propose ${'Wa'.repeat(long)}, a duck ranking.`],
	['a long form', 'Ponds', `We use ${'duckling'.repeat(long)} ranking (DR) and DR for duck ranking.`],
	[
		'a joined word',
		'Ponds',
		`Our ${'duck-'.repeat(long)}ranking and ${'duck/'.repeat(long)}ranking is a method.`
	],
	[
		'an acronym',
		'Ponds',
		`Our duck ranking (${'DR'.repeat(long)}) helps. ${'DR'.repeat(long)} stands for duck ranking.`
	],
	[
		'a word of letters that unfold',
		'Ponds',
		`Our ${'\ufdfa'.repeat(99)} ranking helps ${'\ufdfa'.repeat(99)} ranking.`
	],
	[
		'five words of 99 letters',
		'Ponds',
		`Our ${'語'.repeat(99)} ${'ж'.repeat(99)} ${'w'.repeat(99)} ${'é'.repeat(99)} ranking.`
	]
];

test.each(texts)(
	'%s becomes no concept that an index refuses, and hides no other',
	async (_, title, abstract) => {
		const papers = ['p1', 'p2'].map((id) => paper(id, title, `${abstract} It uses a lily pad.`));
		const { concepts } = await extractCorpus(papers, { breadth: 'paper' });
		expect(concepts.map(({ name }) => name)).toContain('lily pad');
		for (const { id, name, label, aliases } of concepts) {
			for (const text of [id, name, label, ...aliases]) {
				expect(bytesOf(text)).toBeLessThanOrEqual(longestConceptName);
				expect(isStorableName(text)).toBe(true);
			}
		}
	}
);

test('maskMarkup takes out a word that no language writes, and keeps every offset', () => {
	const fits = 'w'.repeat(longestWord);
	expect(prose(`a ${fits} b`).text).toBe(`a ${fits} b`);
	expect(prose(`a ${fits}w b`).text).toBe(`a ${'\u2022'.repeat(longestWord + 1)} b`);
});

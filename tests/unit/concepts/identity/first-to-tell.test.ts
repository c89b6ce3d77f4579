import { expect, test } from 'vitest';
import { isFirstToTell } from '#lib/concepts/identity/first-to-tell.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';

const dates = new Map<string, string | null>(
	Array.from({ length: 100 }, (_, at) => [`p${at}`, at === 1 ? null : '2024-05-01'])
);

test.each<[string, string, Partial<Parameters<typeof isFirstToTell>[0]>, string, number, string[], boolean]>([
	['a name that only this paper says', 'pond lily search', {}, 'p0', 1, ['2024-05-01'], true],
	[
		'what stands before a title’s colon',
		'vision transformer',
		{ rule: 'title' },
		'p0',
		9,
		['2020-01-01'],
		true
	],
	['what abstracts at large speak of', 'vision transformer', {}, 'p0', 1, ['2024-05-01'], false],
	['what they abbreviate', 'score distillation sampling', {}, 'p0', 1, ['2024-05-01'], false],
	['an acronym of theirs', 'tts', {}, 'p0', 1, ['2024-05-01'], false],
	['a word of theirs that is a name here', 'reverse', {}, 'p0', 1, ['2024-05-01'], true],
	['the same, where the title begins with it', 'vision transformer', { starts: [0] }, 'p0', 1, [], true],
	['what an earlier paper says', 'pond lily search', {}, 'p0', 2, ['2024-05-01', '2023-01-01'], false],
	['what later papers say', 'pond lily search', {}, 'p0', 9, ['2024-05-01', '2024-06-01'], true],
	['what too many say', 'pond lily search', {}, 'p0', 11, ['2024-05-01'], false],
	['no date, and few papers', 'pond lily search', {}, 'p1', 3, [], true],
	['no date, and more', 'pond lily search', {}, 'p1', 4, [], false]
])('%s', (_, form, given, paper, count, own, expected) => {
	const claim = { paper: paperIdSchema.parse(paper), rule: 'cue', starts: [9], ...given };
	expect(isFirstToTell(claim, { form, count, dates: own }, dates)).toBe(expected);
});

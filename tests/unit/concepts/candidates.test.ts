import { describe, expect, test } from 'vitest';
import { candidates } from '#lib/concepts/candidates.ts';

/** The whole chunks of a text. */
function chunks(text: string): string[] {
	return candidates(text)
		.filter(({ maximal }) => maximal)
		.map(({ surface }) => surface);
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
	['Ducks stay in-distribution.', 'in-distribution'],
	['We run extensive experiments.', 'extensive experiments']
])('candidates(%j) leaves out %j', (text, chunk) => {
	expect(candidates(text).map(({ surface }) => surface)).not.toContain(chunk);
});

describe('every candidate', () => {
	test.each([
		'Ponds – “quoted” ﬁsh, 5.3% of α-ducks & soft\u00adhyphens.',
		'日本語の要約。 Pond ranking works.',
		'$\\alpha$-ranking of \\textbf{ponds} (e.g. Fig. 2)',
		'x',
		''
	])('of %j is a stretch of the text', (text) => {
		for (const { start, end, surface } of candidates(text)) {
			expect(text.slice(start, end)).toBe(surface);
			expect(end).toBeGreaterThan(start);
		}
	});
});

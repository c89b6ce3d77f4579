import { describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

/** A paper of which only the title and the abstract matter. */
function paper(id: string, title: string, abstract: string): Paper {
	return {
		...{ id: paperIdSchema.parse(id), title, abstract, date: '2024-01-01', url: null, organization: null },
		...{ authors: [], authorCount: 1, comments: null, source: 'test' }
	};
}

const papers = [
	paper('a', 'Pond policy optimization', 'We present Pond Policy Optimization (PPO). PPO training is slow.'),
	paper(
		'b',
		'UniPPO: one for all ponds',
		'UniPPO extends PPO. PPO training is slow, and visual lilies bloom.'
	),
	paper('c', 'Lilies', 'Lilies are green. Visual lilies are seen by PPO training and by UniPPO.'),
	paper('d', 'Lilies again', 'Visual lilies and lilies are compared. A sparse auto-encoder (SAE) is used.'),
	paper('e', 'Stability', 'A stability aware ensemble (SAE) is used on lilies.')
];

describe('extractCorpus', () => {
	test.each([
		['UniPPO', 'PPO', 'acronym'],
		['PPO training', 'PPO', 'modifier'],
		['visual lily', 'lily', 'head']
	])('puts %s under %s by its %s', async (narrower, above, rule) => {
		const { concepts, broader } = await extractCorpus(papers, { breadth: 'paper' });
		const idOf = (called: string) => concepts.find(({ name, label }) => [name, label].includes(called))?.id;
		expect(broader).toContainEqual({ narrower: idOf(narrower), broader: idOf(above), rule });
	});

	test('keeps an acronym with two long forms two concepts', async () => {
		const { concepts } = await extractCorpus(papers, { breadth: 'paper' });
		const called = concepts.filter(({ aliases }) => aliases.includes('SAE')).map(({ name }) => name);
		expect(called.sort()).toEqual(['sparse auto-encoder', 'stability aware ensemble']);
	});

	test('never goes in circles', async () => {
		const { broader } = await extractCorpus(papers, { breadth: 'paper' });
		const above = new Map(broader.map((edge) => [edge.narrower, edge.broader]));
		for (const start of above.keys()) {
			const seen = new Set<string>();
			for (let at: typeof start | undefined = start; at !== undefined; at = above.get(at)) {
				expect(seen.has(at)).toBe(false);
				seen.add(at);
			}
		}
	});
});

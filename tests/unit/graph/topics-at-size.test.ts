import { describe, expect, test } from 'vitest';
import { growTopicTree } from '#lib/graph/topics/topic-tree.ts';
import { madeUpTies, nearnessOf } from './made-up-ties.ts';

describe('growTopicTree', () => {
	test('finds made-up fields again, and their parts', () => {
		const ties = madeUpTies(2400, 10, 4);
		const tree = growTopicTree(ties, nearnessOf(ties), () => []);
		const large = tree.topics.filter(({ level }) => level === 1);
		expect(large.length).toBeGreaterThanOrEqual(9);
		expect(large.length).toBeLessThanOrEqual(26);
		expect(large.reduce((sum, { papers }) => sum + papers.length, 0)).toBe(2400);
		for (const { level, parent, papers } of tree.topics)
			if (level === 2) for (const paper of papers) expect(tree.topics[parent ?? -1]?.papers).toContain(paper);
	});
});

import { expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';

/** A paper of which a reference library tells no abstract. */
function titleOnly(title: string, at: number): Paper {
	return {
		...{
			id: paperIdSchema.parse(`p${at}`),
			title,
			abstract: '',
			date: '2024',
			url: null,
			organization: null
		},
		...{ authors: ['Anna Lee'], authorCount: 1, comments: null, source: 'test' }
	};
}

test('papers without an abstract have concepts in their titles, and a place on the map', async () => {
	const papers = [
		'PondRank: Reinforcement Learning for Ranking Ponds',
		'Reinforcement Learning from Human Feedback in Ponds',
		'Group Relative Policy Optimization (GRPO) for Ducks',
		'On Ducks'
	].map(titleOnly);
	const corpus = await extractCorpus(papers, { workers: 1 });
	const found = corpus.mentions.map(({ paper, concept, starts, ends }) => {
		const at = papers.find(({ id }) => id === paper);
		const place = at ? paperText(at).slice(starts[0], ends[0]) : '';
		return [paper, concept, place];
	});
	expect(found).toContainEqual(['p0', 'pondrank', 'PondRank']);
	expect(found).toContainEqual([
		'p2',
		'group-relative-policy-optimization',
		'Group Relative Policy Optimization'
	]);
	expect(corpus.introduces).toMatchObject([{ paper: 'p0', rule: 'title' }]);
	const graph = await buildGraph(papers, corpus);
	expect(graph.papers.map(({ id, abstract }) => [id, abstract])).toEqual(papers.map(({ id }) => [id, '']));
	expect(graph.papers.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
});

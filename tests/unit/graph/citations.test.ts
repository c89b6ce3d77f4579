import { describe, expect, test } from 'vitest';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { citationsOf, citationTies, findCitations } from '#lib/graph/nearness/citations.ts';
import { relatedPapers } from '#lib/graph/nearness/related-papers.ts';
import { RowsBuilder } from '#lib/graph/nearness/term-rows.ts';

function paper(id: string, date: string | null, abstract = 'Ducks.'): Paper {
	return {
		...{ id: paperIdSchema.parse(id), title: id, abstract, date, url: null, organization: null },
		...{ authors: [], authorCount: null, comments: null, source: 'test' }
	};
}

function rowsOf(rows: [number, number][][]) {
	const builder = new RowsBuilder();
	for (const row of rows) builder.add(row);
	return { rows: builder.rows(), terms: 10 };
}

describe('citations', () => {
	const cite = (id: string, cites: string[], more: Partial<Paper> = {}) => ({
		...paper(id, null),
		cites,
		...more
	});
	const papers = [
		cite('a', ['10.5555/B', '10.5555/b', 'elsewhere', 'a']),
		cite('b', ['2401.00003'], { doi: '10.5555/b' }),
		cite('c', ['pmid:7'], { arxiv: '2401.00003', otherNames: ['10.5555/b'] }),
		cite('d', ['10.5555/b', '2401.00003'], { pubmed: '7' })
	];
	const citations = findCitations(papers);

	test('are found by any name, inside the corpus, once; of two with one name the first has it', () => {
		expect(citations.cites).toEqual([[1], [2], [3], [1, 2]]);
		expect(citations.citedBy).toEqual([[], [0, 3], [1, 3], [2]]);
		expect(citationsOf(papers, citations)).toEqual([
			{ paper: 'a', cited: 'b' },
			{ paper: 'b', cited: 'c' },
			{ paper: 'c', cited: 'd' },
			{ paper: 'd', cited: 'b' },
			{ paper: 'd', cited: 'c' }
		]);
	});

	test('tie those of which one cites the other wholly, and those cited together by how often', () => {
		expect([...citationTies(citations, 0)]).toEqual([[1, 1]]);
		const apart = findCitations([
			cite('a', ['x', 'y']),
			cite('b', ['x', 'y']),
			cite('c', ['x']),
			cite('d', ['x']),
			cite('x', []),
			cite('y', [])
		]);
		// Cited together by two, of the four that cite the one and the two that cite the other.
		expect(citationTies(apart, 4).get(5)).toBeCloseTo(2 / Math.sqrt(8), 9);
		expect(citationTies(apart, 5).get(4)).toBeCloseTo(2 / Math.sqrt(8), 9);
		expect(citationTies(apart, 5).size).toBe(3);
	});
});

test('relatedPapers have a part of citations, of what the others leave, also where nothing else is near', () => {
	const papers = [{ ...paper('a', null), cites: ['b', 'c'] }, ...['b', 'c'].map((id) => paper(id, null))];
	const terms = rowsOf([
		[[1, 1]],
		[[2, 1]],
		[
			[1, 3],
			[2, 4]
		]
	]);
	const nearest = {
		offsets: Uint32Array.of(0, 1, 1, 1),
		papers: Uint32Array.of(1),
		concepts: Float64Array.of(0.5),
		text: Float64Array.of(0.31)
	};
	const nothing = { offsets: new Uint32Array(4), values: new Uint32Array() };
	const ties = {
		...{ papers: 3, concepts: 0, ofPaper: nothing, weights: new Float32Array() },
		ofConcept: { offsets: new Uint32Array(1), values: new Uint32Array() }
	};
	const noTerms = rowsOf([]);
	const found = relatedPapers(papers, ties, nearest, {
		citations: findCitations(papers),
		terms: [terms, noTerms]
	});
	expect(
		found.map(({ paper: from, related, score, concepts, text, cites }) => ({
			paper: from,
			related,
			score,
			concepts,
			text,
			cites
		}))
	).toEqual([
		// 0.58 are left of 1: two fifths of that.
		{ paper: 'a', related: 'b', score: 0.7, concepts: 0.3, text: 0.15, cites: 0.25 },
		// Not among the nearest: the cosine of their concepts, 0.6, is found all the same.
		{ paper: 'a', related: 'c', score: 0.6, concepts: 0.35, text: 0, cites: 0.25 },
		{ paper: 'b', related: 'a', score: 0.4, concepts: 0, text: 0, cites: 0.4 },
		{ paper: 'b', related: 'c', score: 0.65, concepts: 0.45, text: 0, cites: 0.2 },
		{ paper: 'c', related: 'a', score: 0.6, concepts: 0.35, text: 0, cites: 0.25 },
		{ paper: 'c', related: 'b', score: 0.65, concepts: 0.45, text: 0, cites: 0.2 }
	]);
});

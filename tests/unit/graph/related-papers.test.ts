import { describe, expect, test } from 'vitest';
import type { Concept } from '#lib/domain/graph.ts';
import { conceptIdSchema, paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { coOccurrences } from '#lib/graph/co-occur.ts';
import { findCitations } from '#lib/graph/nearness/citations.ts';
import { nearestPapers, nearnessGraph, neighboursIn } from '#lib/graph/nearness/nearest-papers.ts';
import { relatedPapers } from '#lib/graph/nearness/related-papers.ts';
import { rarity } from '#lib/graph/nearness/step.ts';
import { scoreOf } from '#lib/graph/nearness/nearest-in-range.ts';
import { RowsBuilder } from '#lib/graph/nearness/term-rows.ts';
import { textTerms } from '#lib/graph/nearness/text-terms.ts';
import { turned, type Ties } from '#lib/graph/ties.ts';

function paper(id: string, date: string | null, abstract = 'Ducks.'): Paper {
	return {
		...{ id: paperIdSchema.parse(id), title: id, abstract, date, url: null, organization: null },
		...{ authors: [], authorCount: null, comments: null, source: 'test' }
	};
}

/** Which concepts each paper mentions, all as much. */
function tiesOf(mentioned: number[][], concepts: number): Ties {
	const offsets = new Uint32Array(mentioned.length + 1);
	for (const [at, row] of mentioned.entries()) offsets[at + 1] = (offsets[at] ?? 0) + row.length;
	const ofPaper = { offsets, values: Uint32Array.from(mentioned.flat()) };
	return {
		...{ papers: mentioned.length, concepts, ofPaper, ofConcept: turned(ofPaper, concepts) },
		weights: new Float32Array(ofPaper.values.length).fill(1)
	};
}

function rowsOf(rows: [number, number][][]) {
	const builder = new RowsBuilder();
	for (const row of rows) builder.add(row);
	return { rows: builder.rows(), terms: 10 };
}

describe('nearestPapers', () => {
	const concepts: [number, number][][] = [
		[[1, 3]],
		[
			[1, 4],
			[2, 3]
		],
		[[1, 1]],
		[[5, 1]]
	];
	const nearestOf = (count: number, text: [number, number][][] = [[], [], [], []]) =>
		nearestPapers(rowsOf(concepts), rowsOf(text), count);

	test('are the nearest by cosine, best first; who shares nothing has none', async () => {
		const near = await nearestOf(2);
		expect([...near.offsets]).toEqual([0, 2, 4, 6, 6]);
		expect([...near.papers]).toEqual([2, 1, 0, 2, 0, 1]);
		for (const [at, cosine] of [1, 0.8, 0.8, 0.8, 1, 0.8].entries())
			expect(near.concepts[at]).toBeCloseTo(cosine, 9);
		expect([...near.text]).toEqual([0, 0, 0, 0, 0, 0]);
	});

	test('make a graph whose edges stand at both ends, half where one does not name the other', async () => {
		const graph = nearnessGraph(await nearestOf(2), 1);
		expect([...graph.offsets]).toEqual([0, 2, 3, 4, 4]);
		expect([...graph.targets]).toEqual([1, 2, 0, 0]);
		expect([...graph.weights].map((weight) => weight.toFixed(4))).toEqual(
			[scoreOf(0.8, 0) / 2, scoreOf(1, 0), scoreOf(0.8, 0) / 2, scoreOf(1, 0)].map((weight) =>
				weight.toFixed(4)
			)
		);
	});

	test('are the nearest by both parts together, and no more than asked for', async () => {
		// By their texts the first and the last are one, and the others have nothing to do with each other.
		const near = await nearestOf(1, [[[1, 2]], [[3, 1]], [[2, 1]], [[1, 9]]]);
		expect([...near.offsets]).toEqual([0, 1, 2, 3, 4]);
		expect([...near.papers]).toEqual([2, 0, 0, 0]);
		expect(Array.from(near.concepts, (value) => value.toFixed(2))).toEqual(['1.00', '0.80', '1.00', '0.00']);
		expect(Array.from(near.text, (value) => value.toFixed(2))).toEqual(['0.00', '0.00', '0.00', '1.00']);
	});

	test('tell how far they are, every 250 papers', async () => {
		const many = Array.from({ length: 751 }, (): [number, number][] => []);
		const shares: number[] = [];
		await nearestPapers(rowsOf(many), rowsOf(many), 2, {
			onShare: (share) => shares.push(Math.round(share * 100))
		});
		expect(shares).toEqual([25, 50, 75, 100]);
	});

	test.each([
		[10, 2],
		[52, 6],
		[170, 13],
		[100_000, 25]
	])('of %d papers are %d each', (papers, expected) => {
		expect(neighboursIn(papers)).toBe(expected);
	});
});

describe('rarity', () => {
	test('falls in steps of four', () => {
		const at = (papers: number) => rarity(papers).toFixed(3);
		expect([at(1), at(2), at(7), at(8), at(31), at(32)]).toEqual([at(1), at(2), at(2), at(8), at(8), at(32)]);
		expect(rarity(1)).toBeGreaterThan(rarity(2));
		expect(rarity(2)).toBeGreaterThan(rarity(8));
	});
});

describe('relatedPapers', () => {
	const nearest = (others: [paper: number, concepts: number, text: number][]) => ({
		offsets: Uint32Array.from([0, ...Array.from({ length: 14 }, () => others.length)]),
		papers: Uint32Array.from(others, ([other]) => other),
		concepts: Float64Array.from(others, ([, concepts]) => concepts),
		text: Float64Array.from(others, ([, , text]) => text)
	});
	const noTerms = rowsOf([]);
	const uncited: Parameters<typeof relatedPapers>[3] = {
		citations: findCitations([]),
		terms: [noTerms, noTerms]
	};
	const ties = tiesOf(
		Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? [0, 1, 3] : [1, 2, 3])),
		4
	);

	test('have parts in twentieths that add up, and the number of concepts that both mention', () => {
		const papers = ['a', 'b', 'c'].map((id) => paper(id, null));
		const [first, second, ...others] = relatedPapers(
			papers,
			ties,
			nearest([
				[1, 0.5, 0.31],
				[2, 0.05, 0]
			]),
			uncited
		);
		expect(first).toEqual({
			...{ paper: 'a', related: 'b', score: 0.45, shared: 2 },
			...{ concepts: 0.3, text: 0.15, cites: 0 }
		});
		// 0.05 of concepts is three hundredths of the score: half of a twentieth is one.
		expect(second).toEqual({
			...{ paper: 'a', related: 'c', score: 0.05, shared: 3 },
			...{ concepts: 0.05, text: 0, cites: 0 }
		});
		expect(others).toEqual([]);
	});

	test('are the ten best of more, whichever come first', () => {
		const papers = Array.from({ length: 14 }, (_, at) => paper(`p${String(at).padStart(2, '0')}`, null));
		const least = relatedPapers(
			papers,
			ties,
			nearest(Array.from({ length: 13 }, (_, at) => [at + 1, 0.02 + at / 20, 0])),
			uncited
		);
		const ofFirst = least.filter((each) => each.paper === 'p00');
		expect(ofFirst.map(({ related }) => related)).toEqual(papers.slice(4).map(({ id }) => id));
		const scores = ofFirst.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((a, b) => a - b));
		expect([scores[0], scores.at(-1)]).toEqual([0.1, 0.35]);
	});

	test('are none that share nothing', () => {
		const papers = ['a', 'b', 'c'].map((id) => paper(id, null));
		expect(
			relatedPapers(
				papers,
				ties,
				nearest([
					[1, 0.01, 0.02],
					[2, 0, 0.13]
				]),
				uncited
			).filter((each) => each.paper === 'a')
		).toEqual([{ paper: 'a', related: 'c', score: 0.05, shared: 3, concepts: 0, text: 0.05, cites: 0 }]);
	});

	test.each<[string, string | null, (string | null)[], string]>([
		['by days', '2024-01-15', ['2024-01-20', '2024-01-14'], 'c'],
		['by months, whose middle counts', '2024-02', ['2024-03-20', '2024-02-01'], 'c'],
		['by years, whose middle counts', '2024', ['2024-12', '2024-06'], 'c'],
		['with a date before without', '2024', [null, '1990'], 'c'],
		['by their order where it has none itself', null, ['1990', '2024'], 'b']
	])('of two as near the one nearer in time is kept: %s', (_, own, [one = null, other = null], kept) => {
		const dates = [own, one, other, ...Array.from({ length: 9 }, () => own)];
		const papers = dates.map((date, at) => paper(String.fromCharCode(97 + at), date));
		const others = Array.from({ length: 11 }, (_, at): [number, number, number] => [
			at + 1,
			at < 2 ? 0.5 : 0.9,
			0
		]);
		const related = relatedPapers(papers, ties, nearest(others), uncited).filter(
			(each) => each.paper === 'a'
		);
		expect(related[0]?.related).toBe(kept);
		expect(related).toHaveLength(10);
	});

	test('are the ten best, equally near ones by how near in time, undated ones last', () => {
		const papers = [
			paper('a', '2024-06-15'),
			...Array.from({ length: 13 }, (_, at) =>
				paper(`b${String(at).padStart(2, '0')}`, at === 3 ? null : `20${10 + at}`)
			)
		];
		const found = relatedPapers(
			papers,
			ties,
			nearest(Array.from({ length: 13 }, (_, at) => [at + 1, at === 0 ? 0.9 : 0.5, 0])),
			uncited
		);
		// b00 is nearest; of the others the latest ten years win, and b03 has none.
		expect(found.map(({ related }) => related)).toEqual('b00 b04 b05 b06 b07 b08 b09 b10 b11 b12'.split(' '));
	});
});

describe('textTerms', () => {
	test('are words and pairs that some papers share, not all, and no small words', () => {
		const texts = [
			'deep green pond of reeds',
			'deep green pond',
			'a blue lake',
			'the blue lake of the north'
		];
		const { rows } = textTerms(texts.map((text, at) => ({ title: String(at), abstract: text })));
		const count = (at: number) => (rows.offsets[at + 1] ?? 0) - (rows.offsets[at] ?? 0);
		// deep, green, pond, deep green, green pond; blue, lake, blue lake.
		expect([count(0), count(1), count(2), count(3)]).toEqual([5, 5, 3, 3]);
	});

	/** Ten papers, of which so many say `pond`. */
	const pondsIn = (count: number) => {
		const texts = Array.from({ length: 10 }, (_, at) => ({
			title: `t${at}`,
			abstract: at < count ? 'pond' : 'other'
		}));
		const { rows } = textTerms(texts);
		return rows.offsets[1];
	};
	test.each([
		[1, 0],
		[2, 1],
		[4, 1],
		// Of ten papers a term may have 4.8.
		[5, 0]
	])('count what %d of ten papers say: %d', (count, terms) => {
		expect(pondsIn(count)).toBe(terms);
	});

	test('weigh by how often they are said and how rare they are', () => {
		const words = (rows: ReturnType<typeof textTerms>['rows']) =>
			Array.from(rows.weights.slice(0, rows.offsets[1]), (weight) => weight.toFixed(3));
		const { rows } = textTerms([
			{ title: 'a', abstract: 'pond. pond. pond. reed.' },
			{ title: 'b', abstract: 'reed. duck.' },
			{ title: 'c', abstract: 'pond. duck.' }
		]);
		// 1 + ln 3 to 1, scaled to length 1; pond comes first.
		const length = Math.hypot(1 + Math.log(3), 1);
		expect(words(rows)).toEqual([((1 + Math.log(3)) / length).toFixed(3), (1 / length).toFixed(3)]);
	});

	test('make no pairs over the end of a sentence or a small word', () => {
		const count = (abstract: string) => {
			const { rows } = textTerms([
				{ title: 'a', abstract },
				{ title: 'b', abstract },
				{ title: 'c', abstract: 'x' },
				{ title: 'd', abstract: 'y' }
			]);
			return rows.offsets[1];
		};
		expect([count('green pond'), count('green. pond'), count('green of pond'), count('green; pond')]).toEqual(
			[3, 2, 2, 2]
		);
	});
});

describe('coOccurrences', () => {
	const concepts = ['a', 'b', 'c', 'd'].map((id): Concept => ({
		...{ id: conceptIdSchema.parse(id), name: id, label: id, kind: 'method', aliases: [] },
		...{ papers: 1, firstDate: null, lastDate: null }
	}));

	test('count pairs once, with their NPMI in fifths', () => {
		const ties = tiesOf([[0, 1], [0, 1], [0, 2], [3], [3], [3], [3], [3]], 4);
		expect(coOccurrences(concepts, ties)).toEqual([
			{ first: 'a', second: 'b', papers: 2, npmi: 0.8 },
			{ first: 'a', second: 'c', papers: 1, npmi: 0.4 }
		]);
	});

	test('keep what one paper says in small corpora only', () => {
		const many = Array.from({ length: 3000 }, (): number[] => [3]);
		expect(
			coOccurrences(concepts, tiesOf([[0, 1], [0, 1], [0, 2], ...many], 4)).map(({ second }) => second)
		).toEqual(['b']);
	});
});

import { describe, expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';

function paper(title: string, abstract: string, keywords?: string[]): Paper {
	return {
		id: paperIdSchema.parse('p1'),
		...{ title, abstract, date: null, url: null, organization: null },
		...{ authors: [], authorCount: null, comments: null, source: 'test' },
		...(keywords ? { keywords } : {})
	};
}

const title = 'How ducks choose ponds';
const abstract =
	'Ducks choose among ponds by a mixture of habits. We count lily pads, reed belts and nest sites in forty ponds.';

/** The weight and the places, as they are written, of what a paper mentions, by the concept's id. */
async function mentionsOf(of: Paper): Promise<Map<string, { weight: number; written: string[] }>> {
	const { mentions } = await extractCorpus([of], { breadth: 'paper' });
	return new Map(
		mentions.map(({ concept, weight, starts, ends }) => [
			concept,
			{ weight, written: starts.map((start, at) => paperText(of).slice(start, ends[at])) }
		])
	);
}

describe('extractCorpus of a paper with given keywords', () => {
	test('weighs a keyword that stands in the text more, and no other phrase', async () => {
		const without = await mentionsOf(paper(title, abstract));
		const given = await mentionsOf(paper(title, abstract, ['reed belt']));
		expect(given.get('reed-belt')?.weight).toBeGreaterThan(1.2 * (without.get('reed-belt')?.weight ?? 1));
		expect(given.get('lily-pad')?.weight).toBe(without.get('lily-pad')?.weight);
	});

	test('finds a keyword that no chunk of the text is', async () => {
		expect((await mentionsOf(paper(title, abstract))).has('mixture-of-habit')).toBe(false);
		expect(
			(await mentionsOf(paper(title, abstract, ['Mixture of habits']))).get('mixture-of-habit')?.written
		).toEqual(['mixture of habits']);
	});

	test('mentions no keyword that stands nowhere', async () => {
		const found = await mentionsOf(paper(title, abstract, ['marsh ecology', 'reed belts']));
		expect(found.has('marsh-ecology')).toBe(false);
		expect(found.get('reed-belt')?.written).toEqual(['reed belts']);
	});

	test('without an abstract, has the keywords that its title holds', async () => {
		const found = await mentionsOf(
			paper('Life of the pond skater', '', ['life of the pond skater', 'insect'])
		);
		expect(found.get('life-of-the-pond-skater')?.written).toEqual(['Life of the pond skater']);
		expect(found.has('insect')).toBe(false);
	});
});

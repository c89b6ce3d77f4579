import { describe, expect, test } from 'vitest';
import { assignSenses } from '#lib/concepts/identity/assign-senses.ts';
import { nearness } from '#lib/concepts/identity/nearness.ts';
import { nothingPlaced, type PlacedConcepts } from '#lib/concepts/identity/place-concepts.ts';
import { noEvidence } from '#lib/concepts/kinds/kind-of.ts';
import { mention } from './made-up-concepts.ts';

/** A corpus from what each paper mentions. */
function placedFrom(papers: Record<string, string[]>): PlacedConcepts {
	const placed = nothingPlaced();
	for (const [paper, names] of Object.entries(papers)) {
		for (const name of names) {
			placed.mentions.push(mention(paper, name, { count: 2, starts: [4, 9], ends: [7, 12] }));
			const found = placed.found.get(mention(paper, name).concept);
			const count = (found?.surfaces.get(name) ?? 0) + 2;
			placed.found.set(mention(paper, name).concept, {
				form: name,
				surfaces: new Map([[name, count]]),
				kind: noEvidence()
			});
		}
	}
	return placed;
}

/** What each of the papers means by PDS: the concept that it mentions of these. */
function meant(papers: Record<string, string[]>, senses = ['pond duck search', 'past deed sheet']) {
	const placed = placedFrom(papers);
	assignSenses(placed, new Map([['pds', senses]]));
	const asked = ['pds', 'pond-duck-search', 'past-deed-sheet'];
	return Object.fromEntries(
		Object.keys(papers).map((paper) => [
			paper,
			placed.mentions
				.filter((each) => (each.paper as string) === paper && asked.includes(each.concept))
				.map(({ concept }) => concept as string)
		])
	);
}

const ponds = { a: ['pond duck search', 'reed', 'heron'], b: ['pond duck search', 'reed', 'lily'] };
const deeds = { c: ['past deed sheet', 'notary', 'seal'], d: ['past deed sheet', 'notary', 'ink'] };

describe('assignSenses', () => {
	test('a paper means what the papers near it mean', () => {
		const told = meant({ ...ponds, ...deeds, e: ['pds', 'reed', 'heron'], f: ['pds', 'notary'] });
		expect(told).toMatchObject({ e: ['pond-duck-search'], f: ['past-deed-sheet'], a: ['pond-duck-search'] });
	});

	test('what it writes out is what it means, and it mentions it once, at all places', () => {
		const papers = { ...ponds, ...deeds, e: ['pds', 'past deed sheet', 'reed', 'heron'] };
		expect(meant(papers)['e']).toEqual(['past-deed-sheet']);
		const placed = placedFrom(papers);
		assignSenses(placed, new Map([['pds', ['pond duck search', 'past deed sheet']]]));
		expect(placed.mentions.filter(({ paper }) => (paper as string) === 'e')[0]).toMatchObject({
			...{ concept: 'past-deed-sheet', count: 4 },
			...{ starts: [4, 4, 9, 9], ends: [7, 7, 12, 12] }
		});
	});

	test('nothing is guessed where no paper is near and no sense is plain', () => {
		expect(meant({ ...ponds, ...deeds, e: ['pds', 'moon'] })['e']).toEqual(['pds']);
		const both = { ...ponds, ...deeds, e: ['pds', 'reed', 'notary'] };
		expect(meant(both)['e']).toEqual(['pds']);
	});

	test('the plain sense is meant where nothing else speaks', () => {
		const more = Object.fromEntries(
			['g', 'h', 'i', 'j'].map((paper) => [paper, ['pond duck search', `reed ${paper}`]])
		);
		const { c } = deeds;
		expect(meant({ ...ponds, ...more, c, e: ['pds', 'moon'] })['e']).toEqual(['pond-duck-search']);
	});

	test('an only sense is that of all others where a quarter of them is near its papers, else of none', () => {
		const few = { ...ponds, e: ['pds', 'reed', 'heron'], f: ['pds', 'moon'], g: ['pds', 'sun'] };
		expect(meant(few, ['pond duck search'])).toMatchObject({
			e: ['pond-duck-search'],
			g: ['pond-duck-search']
		});
		const many = { ...few, h: ['pds', 'star'], i: ['pds', 'comet'] };
		expect(meant(many, ['pond duck search'])).toMatchObject({ e: ['pds'], g: ['pds'] });
	});

	test('what is moved is written so, and is no longer written so elsewhere', () => {
		const placed = placedFrom({ ...ponds, ...deeds, e: ['pds', 'reed', 'heron'], f: ['pds', 'moon'] });
		assignSenses(placed, new Map([['pds', ['pond duck search', 'past deed sheet']]]));
		expect(placed.found.get('pond-duck-search')?.surfaces).toEqual(
			new Map([
				['pond duck search', 4],
				['pds', 2]
			])
		);
		expect(placed.found.get('pds')?.surfaces).toEqual(new Map([['pds', 2]]));
	});

	test('gives the same in whatever order the mentions come', () => {
		const papers = { ...ponds, ...deeds, e: ['pds', 'reed', 'heron'], f: ['pds', 'notary'] };
		const reversed = Object.fromEntries(Object.entries(papers).reverse());
		expect(meant(reversed)).toEqual(meant(papers));
	});
});

test('nearness is the cosine of rarities, without the paper itself and without what is asked about', () => {
	const { mentions } = placedFrom({ a: ['pds', 'reed'], b: ['pond duck search', 'reed'], c: ['moon'] });
	const known = nearness(mentions, new Set(['pds', 'pond-duck-search']));
	expect(known.to('a', 'pond-duck-search')).toBeCloseTo(1, 10);
	expect(known.to('b', 'pond-duck-search')).toBe(0);
	expect(known.to('c', 'pond-duck-search')).toBe(0);
	expect(known.papersOf('reed')).toEqual(['a', 'b']);
});

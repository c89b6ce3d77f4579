import { describe, expect, test } from 'vitest';
import type { Broader, Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { conceptIdSchema } from '#lib/domain/ids.ts';
import { nameTopics } from '#lib/graph/topics/name-topics.ts';
import { createSameness } from '#lib/graph/topics/say-the-same.ts';
import { treeOf } from '#lib/graph/topics/topic-tree.ts';
import { corpusOf, upTo, type Said } from './made-up-topics.ts';

/** Two topics: papers 0 to 19 and 20 to 39, of a corpus of 400. */
function namesOf(said: Said[], change: Partial<ConceptCorpus> = {}) {
	const { corpus, ties } = corpusOf(400, said);
	const ofPaper = Int32Array.from({ length: 400 }, (_, paper) => (paper < 20 ? 0 : paper < 40 ? 1 : 2));
	const tree = treeOf(ties, { ofPaper, parents: [null, null, null] });
	return nameTopics(tree, { ...corpus, ...change }, ties).names.map(({ name }) => name);
}

describe('names of topics', () => {
	const wide = { name: 'water', papers: upTo(0, 60) };

	test('are the terms that answer best as queries, never one that fits an eighth of the corpus', () => {
		const [first] = namesOf([
			wide,
			{ name: 'pond', papers: upTo(0, 17) },
			{ name: 'heron', papers: upTo(0, 4) }
		]);
		expect(first).toBe('Pond');
	});

	test('of large topics hold no dataset or number beside a subject, unless the topic is about it', () => {
		const kindsOf = (kind: Concept['kind'], papers: number[]) =>
			namesOf([
				{ name: 'pond', papers: upTo(0, 12) },
				{ name: 'reed', papers, kind },
				{ name: 'duck', papers: upTo(9, 15) }
			])[0];
		expect(kindsOf('task', upTo(11, 20))).toBe('Pond · reed');
		expect(kindsOf('dataset', upTo(11, 20))).toBe('Pond · duck');
		expect(kindsOf('metric', upTo(11, 20))).toBe('Pond · duck');
		expect(namesOf([{ name: 'reed', papers: upTo(0, 20), kind: 'dataset' }])[0]).toBe('Reed');
	});

	test('hold nothing that papers of any subject do', () => {
		expect(
			namesOf([
				{ name: 'comparative analysis', papers: upTo(0, 20) },
				{ name: 'duck', papers: upTo(0, 5) }
			])[0]
		).toBe('Duck');
	});

	test('prefer what papers are about to what they say beside it', () => {
		const named = (weight: number) =>
			namesOf([
				{ name: 'pond', papers: upTo(0, 12), weight },
				{ name: 'reed', papers: upTo(0, 11) }
			])[0];
		expect(named(0.5)).toBe('Pond');
		expect(named(0.1)).toBe('Reed');
	});

	test('write out the sense of an acronym of several, or leave it to the acronym', () => {
		const called = (name: string) => namesOf([{ name, label: `PPS · ${name}`, papers: upTo(0, 20) }])[0];
		expect(called('pond policy search of old')).toBe('Pond policy search of old');
		expect(called('pond policy search of the old lily growers here')).toBe('PPS');
	});

	test('have a second term where it finds what the first does not', () => {
		const [first] = namesOf([
			{ name: 'pond', papers: upTo(0, 11) },
			{ name: 'reed', papers: upTo(10, 19) },
			{ name: 'duck', papers: upTo(0, 9) }
		]);
		expect(first).toBe('Pond · reed');
	});

	test.each<[string, Said, Said, Partial<ConceptCorpus>?]>([
		[
			'an acronym and its long form',
			{ name: 'pond policy search', papers: upTo(0, 11) },
			{ name: 'PPS', papers: upTo(10, 19) }
		],
		[
			'a part of the other',
			{ name: 'pond model', papers: upTo(0, 11) },
			{ name: 'deep pond models', papers: upTo(10, 19) }
		],
		[
			'what is broader',
			{ name: 'lily', papers: upTo(0, 11) },
			{ name: 'flower', papers: upTo(10, 19) },
			{ broader: [{ narrower: 'lily', broader: 'flower', rule: 'corpus' } as unknown as Broader] }
		]
	])('never say one thing twice: %s', (_, one, other, change) => {
		const [first = ''] = namesOf([one, other, { name: 'heron', papers: [1, 2, 3, 17] }], change);
		expect(first.toLowerCase()).not.toContain(' · ' + other.name.toLowerCase());
		expect(first.toLowerCase()).not.toMatch(
			new RegExp(`${other.name.toLowerCase()} · ${one.name.toLowerCase()}`)
		);
	});

	test('hold no term twice on one level: it names the topic that it fits best', () => {
		const names = namesOf([
			{ name: 'pond', papers: [...upTo(0, 16), ...upTo(20, 30)] },
			{ name: 'reed', papers: upTo(20, 28) },
			{ name: 'moss', papers: upTo(50, 90) }
		]);
		expect(names).toEqual(['Pond', 'Reed', 'Moss']);
	});

	test('pass over what a paper introduces, and models with a version', () => {
		const [first] = namesOf(
			[
				{ name: 'pondnet', papers: upTo(0, 18) },
				{ name: 'Duck-7B', kind: 'model', papers: upTo(0, 18) },
				{ name: 'reed', papers: upTo(0, 9) }
			],
			{ introduces: [{ concept: 'pondnet' }] as ConceptCorpus['introduces'] }
		);
		expect(first).toBe('Reed');
	});

	test.each<[string, Said['kind'], boolean]>([
		['Duck-7B', 'model', false],
		['Ponds-2', 'dataset', false],
		['Duck', 'model', true],
		['2-ducks', 'method', true]
	])('may be %s, a %s: %s', (name, kind, isName) => {
		const [first] = namesOf([
			{ name, ...(kind ? { kind } : {}), papers: upTo(0, 18) },
			{ name: 'reed', papers: upTo(0, 9) }
		]);
		expect(first?.startsWith(name)).toBe(isName);
	});

	test('fit at most twelve in a hundred papers of the corpus', () => {
		const named = (count: number) =>
			namesOf([{ name: 'pond', papers: [...upTo(0, 18), ...upTo(50, 32 + count)] }])[0];
		expect([named(48), named(49)]).toEqual(['Pond', 'Other papers']);
	});

	test('write an acronym out where there is room', () => {
		const [first, second] = namesOf([
			{ name: 'pond policy search', label: 'PPS', papers: upTo(0, 18) },
			{ name: 'very long policy search in all of the ponds', label: 'VLPS', papers: upTo(20, 38) }
		]);
		expect([first, second]).toEqual(['Pond policy search', 'VLPS']);
	});
});

/** A large topic, papers 0 to 39, in two halves, of a corpus of 400: names, terms and ids of all topics. */
function smallOf(said: Said[], change: Partial<ConceptCorpus> = {}) {
	const { corpus, ties } = corpusOf(400, said);
	const ofPaper = Int32Array.from({ length: 400 }, (_, paper) => (paper < 20 ? 2 : paper < 40 ? 3 : 1));
	const tree = treeOf(ties, { ofPaper, parents: [null, null, 0, 0] });
	return nameTopics(tree, { ...corpus, ...change }, ties);
}

describe('names of small topics', () => {
	test('answer best within their large one: what others outside of it say does not matter', () => {
		const { names } = smallOf([
			{ name: 'heron', papers: [...upTo(0, 19), ...upTo(60, 80)] },
			{ name: 'reed', papers: upTo(0, 15) },
			{ name: 'moss', papers: upTo(20, 40) },
			{ name: 'pond', papers: upTo(0, 40) }
		]);
		expect(names.map(({ name }) => name)).toEqual(['Pond', 'Heron', 'Heron in pond', 'Moss']);
	});

	test('may say what a name of the other level says, and then tell in what', () => {
		const { names } = smallOf([
			{ name: 'pond', papers: upTo(0, 26) },
			{ name: 'moss', papers: upTo(20, 40) }
		]);
		expect(names.map(({ id, name }) => `${id}: ${name}`)).toEqual([
			'pond-moss: Pond · moss',
			'other-papers: Other papers',
			'pond: Pond',
			'moss: Moss'
		]);
		const same = smallOf([{ name: 'pond', papers: upTo(0, 20) }]);
		expect(same.names.map(({ id, name }) => `${id}: ${name}`)).toEqual([
			'pond: Pond',
			'other-papers: Other papers',
			'pond-in-pond: Pond in pond',
			'other-papers-in-pond: Other papers in pond'
		]);
	});

	test('tell with which concepts they are made', () => {
		const { concepts } = smallOf([
			{ name: 'pond', papers: upTo(0, 26) },
			{ name: 'moss', papers: upTo(20, 40) }
		]);
		expect(concepts).toEqual([[0, 1], [], [0], [1]]);
	});
});

describe('terms of topics', () => {
	const said = (name: string, count: number, label = name): Said => ({ name, label, papers: upTo(0, count) });
	const termsOf = (...given: Parameters<typeof smallOf>) => smallOf(...given).names[2]?.terms;

	test('are those of the name, then the next ones, eight at most', () => {
		const letters = 'bcdefghijkl'.split('');
		const concepts = letters.map((letter, at) => said(`${letter.repeat(5)}o`, 19 - at));
		expect(termsOf(concepts)).toEqual(concepts.slice(0, 8).map(({ name }) => name));
	});

	test('say nothing twice, and name nothing that a paper brings', () => {
		const concepts = [said('heron', 19), said('old herons', 18), said('reednet', 17), said('moss', 16)];
		const introduces = [{ concept: 'reednet' }] as ConceptCorpus['introduces'];
		expect(termsOf(concepts, { introduces })).toEqual(['heron', 'moss']);
	});

	test('are labels behind those of the name, which is written out', () => {
		const concepts = [said('pond policy search', 19, 'PPS'), said('old lily growing', 12, 'OLG')];
		expect(smallOf(concepts).names[0]?.terms).toEqual(['pond policy search', 'OLG']);
		// A small topic is not called just as the large one that it lies in.
		expect(termsOf([...concepts, said('red moss moving', 11, 'RMM')])).toEqual([
			...['pond policy search', 'old lily growing', 'RMM']
		]);
	});

	test('leave out what hardly any paper of the topic says', () => {
		// One of forty is less than three in a hundred.
		const { names } = smallOf([said('heron', 30), { name: 'rare reed', papers: [5] }]);
		expect([names[0]?.terms, names[2]?.terms]).toEqual([['heron'], ['heron', 'rare reed']]);
	});
});

describe('createSameness', () => {
	const same = createSameness([]);
	const named = (name: string, label = name) => ({
		id: conceptIdSchema.parse(name),
		name,
		label,
		aliases: [] as string[]
	});
	test.each([
		['lily models', 'lily model', true],
		['process lily model', 'lily model', true],
		['video generation', 'image generation', false],
		['tokenizer', 'tokenization', true],
		['moss tokenization', 'tokenizer', true],
		['pond', 'ponder', false],
		['GUI', 'graphical user interface', true],
		['duck', 'heron', false]
	])('%s and %s: %s', (a, b, expected) => {
		expect(same(named(a), named(b))).toBe(expected);
		expect(same(named(b), named(a))).toBe(expected);
	});

	test.each<[string, Partial<ReturnType<typeof named>>, Partial<ReturnType<typeof named>>, boolean]>([
		['a name and an alias that are one', {}, { aliases: ['Heron'] }, true],
		['two aliases that are one', { aliases: ['grey bird'] }, { aliases: ['grey-birds'] }, true],
		['a label and an alias', { label: 'GB' }, { aliases: ['GBs', 'gb'] }, true],
		['labels of which one is a part', { label: 'visual heron' }, { label: 'old visual heron' }, true],
		['an acronym as a label', { label: 'DPS' }, { name: 'duck pond search' }, true],
		['an acronym written with points', { name: 'D.P.S.' }, { name: 'duck pond search' }, true],
		['a letter and a word of that letter', { name: 'd' }, { name: 'duck' }, false],
		['words in another order', { name: 'duck pond' }, { name: 'pond duck' }, true],
		['words with one in common', { name: 'duck pond' }, { name: 'pond heron' }, false],
		['words in -us and -ss, which are no plurals', { name: 'virus' }, { name: 'viru' }, false],
		['a short word in -s', { name: 'gas' }, { name: 'ga' }, false],
		['signs between words', { name: 'deep/pond' }, { name: 'deep–pond' }, true],
		['nothing of this', { aliases: ['grey bird'] }, { aliases: ['blue bird'] }, false]
	])('%s: %4$s', (_, a, b, expected) => {
		// A change of the name is one of the label as well, where none is given.
		const [one, other] = [
			{ ...named(a.name ?? 'heron', a.name), ...a },
			{ ...named(b.name ?? 'duck', b.name), ...b }
		];
		expect([same(one, other), same(other, one)]).toEqual([expected, expected]);
	});

	test('goes by what is broader, whichever way', () => {
		const edge = { narrower: 'duck', broader: 'heron', rule: 'corpus' } as unknown as Broader;
		const related = createSameness([edge]);
		expect([
			related(named('duck'), named('heron')),
			related(named('heron'), named('duck')),
			related(named('heron'), named('reed'))
		]).toEqual([true, true, false]);
	});
});

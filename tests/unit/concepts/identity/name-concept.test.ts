import { describe, expect, test } from 'vitest';
import { canonicalise, onlyParts } from '#lib/concepts/identity/canonicalise.ts';
import { dictionaryForm, writingOf } from '#lib/concepts/identity/dictionary-form.ts';
import { nameConcept } from '#lib/concepts/identity/name-concept.ts';
import { nothingPlaced } from '#lib/concepts/identity/place-concepts.ts';
import { noEvidence } from '#lib/concepts/kinds/kind-of.ts';
import type { Choice } from '#lib/concepts/ranking/select-forms.ts';
import { conceptIdSchema, paperIdSchema } from '#lib/domain/ids.ts';
import { madeUpPaper } from '../../graph/made-up-corpus.ts';
import { mention } from './made-up-concepts.ts';

describe('dictionaryForm', () => {
	test.each<[string, string[], string]>([
		['LLMs', [], 'LLM'],
		['Chain-of-Thought Prompts', ['chain-of-thought prompt'], 'chain-of-thought prompt'],
		['Diffusion Models', [], 'diffusion model'],
		['Gaussian Processes', [], 'Gaussian process'],
		['Gaussian-Based Methods', ['Gaussian-based method'], 'Gaussian-based method'],
		['Gemini 2.5 Pro', [], 'Gemini 2.5 Pro'],
		['GPT-4o Models', [], 'GPT-4o model'],
		['mini-ImageNet', [], 'mini-ImageNet'],
		['tau-Bench', [], 'tau-Bench'],
		['Kebalo-Zero', [], 'Kebalo-Zero'],
		['dynamic sAmpling policies', [], 'dynamic sampling policy'],
		['sAmpling', [], 'sAmpling'],
		['Kebalo Model', [], 'Kebalo model'],
		['Kebalo model', ['kebalo model'], 'kebalo model'],
		['Kebalo Model in Learning', [], 'kebalo model in learning'],
		['corpus', [], 'corpus'],
		['', [], '']
	])('of %j beside %j is %j', (surface, others, expected) => {
		const writing = writingOf([surface, ...others].map((each) => [each, 1]));
		expect(dictionaryForm(surface, writing)).toBe(expected);
	});

	test('keeps the plural of a fixed phrase that is mostly in the plural', () => {
		const form = (plural: number) =>
			dictionaryForm(
				'mixture of experts',
				writingOf([
					['mixture of experts', plural],
					['mixture of expert', 2]
				])
			);
		expect([form(1), form(2), form(3)]).toEqual([
			'mixture of expert',
			'mixture of expert',
			'mixture of experts'
		]);
		expect(dictionaryForm('pond models', writingOf([['pond models', 9]]))).toBe('pond model');
	});
});

describe('nameConcept', () => {
	const papers = {
		count: 3,
		dates: ['2024-05', '2023', '2024-01-02'],
		introducers: new Set<string>(),
		weight: 0
	};
	const named = (form: string, surfaces: Record<string, number>, given: Partial<typeof papers> = {}) =>
		nameConcept(
			'some-id',
			{ form, surfaces: new Map(Object.entries(surfaces)), kind: noEvidence() },
			{ ...papers, ...given }
		);

	test('has its most frequent written-out name, other forms as aliases, and its dates', () => {
		const surfaces = {
			'Pond Models': 3,
			'pond-model': 2,
			'pond model': 1,
			PM: 2,
			PMs: 3,
			"PM's": 4,
			'wet pond PM': 1
		};
		expect(named('pond model', surfaces)).toMatchObject({
			...{ id: 'some-id', name: 'pond model', papers: 3 },
			// The long one first; no other case, no plural, not whose something is.
			...{ aliases: ['wet pond PM', 'PM'], firstDate: '2023', lastDate: '2024-05' }
		});
		expect(named('pond model', { 'pond model': 1 }, { dates: [] })).toMatchObject({
			firstDate: null,
			lastDate: null
		});
		expect(named('pond model', { 'pond-model': 1, 'pond model': 1 }).name).toBe('pond model');
		expect(named('pond model', { 'pond-model': 2, 'pond model': 1 }).name).toBe('pond-model');
	});

	test('that nobody writes just so is called as it is spelt otherwise', () => {
		expect(named('kebalo qa', { KebaloQA: 2, Lake: 3 }).name).toBe('KebaloQA');
		expect(named('kebalo qa', { Lake: 3 }).name).toBe('kebalo qa');
	});

	test('is of the kind that everybody knows its label to be', () => {
		const surfaces = { 'massive multitask language understanding': 2, MMLU: 3 };
		expect(named('massive multitask language understanding', surfaces).kind).toBe('dataset');
		expect(named('massive multitask pond understanding', { MPLU: 3 }).kind).toBe('task');
	});

	test('is never called by whose something is, and has its label among its forms', () => {
		expect(named('kebalo', { "Kebalo's": 3, Kebalo: 1 })).toMatchObject({ name: 'Kebalo', aliases: [] });
		expect(named('pond policy search', { 'pond policy search': 1, PPSs: 3 })).toMatchObject({
			label: 'PPS',
			aliases: ['PPS']
		});
		expect(named('pond policy search', { 'pond policy search': 1, pps: 5, PPS: 3 })).toMatchObject({
			label: 'PPS',
			aliases: ['PPS']
		});
		expect(named('pond network', { 'pond network': 2, PondNets: 3, PondNet: 1 }).label).toBe('PondNet');
		expect(named('pond network', { 'pond network': 2, PondNets: 3 }).label).toBe('PondNets');
	});

	test.each<[string, Record<string, number>, string]>([
		['an acronym that is said often enough', { 'pond policy search': 17, PPS: 3 }, 'PPS'],
		['no acronym that hardly anyone says', { 'pond policy search': 18, PPS: 3 }, 'pond policy search'],
		['two letters only where they are said much', { 'pond search': 3, PS: 2 }, 'PS'],
		['no two letters otherwise', { 'pond search': 4, PS: 2 }, 'pond search'],
		['the singular of an acronym', { 'pond policy search': 2, PPSs: 3, PPS: 1 }, 'PPS'],
		['the more frequent of two', { 'pond policy search': 2, PPS: 1, PoS: 2 }, 'PoS'],
		['of two alike the smaller one', { 'pond policy search': 2, PPS: 2, POS: 2 }, 'POS'],
		['no word with one capital', { 'pond policy search': 2, Pond: 9 }, 'pond policy search'],
		['no several words', { 'pond policy search': 2, 'PPS PPT': 9 }, 'pond policy search']
	])('is labelled with %s', (_, surfaces, label) => {
		const [form = ''] = Object.keys(surfaces);
		expect(named(form, surfaces).label).toBe(label);
	});

	test('that a paper brings is called as it is written, where it is one word', () => {
		const brought = { introducers: new Set(['p']) };
		expect(named('script', { Script: 2 }, brought).name).toBe('Script');
		expect(named('script', { Script: 2, script: 1 }).name).toBe('script');
		expect(named('diffusion script', { 'Diffusion Script': 2 }, brought).name).toBe('diffusion script');
	});
});

describe('onlyParts', () => {
	test('keeps what a paper introduces or abbreviates', () => {
		const choice = (rule: Choice['rule']): Choice => ({ rule, papers: 1, count: 1, maximal: 1, expected: 1 });
		const chosen = new Map([
			['a', choice('introduced')],
			['b', choice('acronym')],
			['c', choice('recurs')]
		]);
		expect([...onlyParts(['a', 'b', 'c', 'd'], chosen)]).toEqual(['c', 'd']);
	});
});

describe('canonicalise', () => {
	const dates: Record<string, string | null> = { a: '2023-05', b: '2024-01', c: '2024-06', d: null };
	const papers = Object.entries(dates).map(([id, date]) => madeUpPaper(id, { date }));

	function corpusOf(
		mentions: [paper: string, name: string][],
		introduces: [paper: string, name: string, rule: string][] = [],
		given: { borrowed?: string[]; chosen?: [string, Choice][]; breadth?: 'map' | 'paper'; many?: number } = {}
	) {
		const names = [...new Set(mentions.map(([, name]) => name))];
		const all = [
			...papers,
			...Array.from({ length: given.many ?? 0 }, (_, at) => madeUpPaper(`x${at}`, { date: '2024' }))
		];
		return canonicalise(
			all,
			{
				...nothingPlaced(),
				found: new Map(
					names.map((name) => [
						name.replaceAll(' ', '-'),
						{ form: name, surfaces: new Map([[name, 1]]), kind: noEvidence() }
					])
				),
				mentions: mentions.map(([paper, name]) => mention(paper, name)),
				introduces: introduces.map(([paper, name, rule]) => ({
					...{ paper: paperIdSchema.parse(paper), concept: conceptIdSchema.parse(name.replaceAll(' ', '-')) },
					...{ rule, starts: [0], ends: [1] }
				})),
				borrowed: given.borrowed ?? []
			},
			new Map(given.chosen),
			given.breadth ?? 'map'
		);
	}

	test('sorts concepts, mentions and introductions, and counts papers and dates', () => {
		const { concepts, mentions, introduces } = corpusOf(
			[
				['c', 'visual heron'],
				['b', 'heron'],
				['a', 'heron'],
				['b', 'duck']
			],
			[
				['c', 'visual heron', 'cue'],
				['b', 'duck', 'cue']
			]
		);
		expect(
			concepts.map(({ id, papers: count, firstDate, lastDate }) => [id, count, firstDate, lastDate])
		).toEqual([
			['duck', 1, '2024-01', '2024-01'],
			['heron', 2, '2023-05', '2024-01'],
			['visual-heron', 1, '2024-06', '2024-06']
		]);
		expect(mentions.map(({ paper, concept }) => `${paper} ${concept}`)).toEqual([
			'a heron',
			'b duck',
			'b heron',
			'c visual-heron'
		]);
		expect(introduces.map(({ paper, concept }) => `${paper} ${concept}`)).toEqual([
			'b duck',
			'c visual-heron'
		]);
	});

	test('tells what is broader', () => {
		const { broader } = corpusOf([
			['c', 'visual heron'],
			['b', 'heron']
		]);
		expect(broader).toEqual([{ narrower: 'visual-heron', broader: 'heron', rule: 'head' }]);
	});

	const duck = (...ids: string[]) => ids.map((id): [string, string] => [id, 'duck']);
	test.each<[string, [string, string][], [string, string, string], number, boolean]>([
		['who speaks of it alone', duck('d'), ['d', 'duck', 'cue'], 0, true],
		['who is the first to speak of it', duck('a', 'b', 'c'), ['a', 'duck', 'cue'], 0, true],
		['not who comes later', duck('a', 'b', 'c'), ['b', 'duck', 'cue'], 0, false],
		['who has it before the colon of the title', duck('a', 'b', 'c', 'd'), ['c', 'duck', 'title'], 0, true],
		['an undated paper, where three speak of it', duck('a', 'b', 'd'), ['d', 'duck', 'cue'], 0, true],
		['no undated paper where four do', duck('a', 'b', 'c', 'd'), ['d', 'duck', 'cue'], 0, false],
		[
			'not the first where more than three, and one in ten, speak of it',
			duck('a', 'b', 'c', 'd'),
			['a', 'duck', 'cue'],
			35,
			false
		],
		['the first where fewer than one in ten do', duck('a', 'b', 'c', 'd'), ['a', 'duck', 'cue'], 36, true]
	])('a concept is introduced by %s', (_, mentions, introduction, many, isIntroduced) => {
		expect(corpusOf(mentions, [introduction], { many }).introduces).toHaveLength(isIntroduced ? 1 : 0);
	});

	test('what stands only inside longer names counts where the paper introduces it', () => {
		const mentions = duck('a', 'b');
		const borrowed = ['a duck', 'b duck'];
		const brief = (introduces: [string, string, string][]) =>
			corpusOf(mentions, introduces, { borrowed }).mentions.map(({ paper }) => paper as string);
		expect(brief([])).toEqual([]);
		expect(brief([['a', 'duck', 'cue']])).toEqual(['a']);
		expect(brief([['b', 'duck', 'cue']])).toEqual([]);
		expect(corpusOf(mentions, [], { borrowed }).concepts).toEqual([]);
	});

	test.each<[string, string, Choice['rule'], number, 'map' | 'paper', boolean]>([
		['a word that is hardly ever a name', 'duck', 'recurs', 0, 'map', false],
		['a word that often is', 'duck', 'recurs', 1, 'map', true],
		['several words', 'old duck', 'recurs', 0, 'map', true],
		['what a paper brings', 'duck', 'introduced', 0, 'map', true],
		['any word where all of a paper is wanted', 'duck', 'recurs', 0, 'paper', true]
	])('%s is a concept: %5$s', (_, name, rule, named, breadth, isConcept) => {
		const chosen: [string, Choice][] = [[name, { rule, papers: named, count: 1, maximal: 1, expected: 1 }]];
		const corpus = corpusOf(
			[
				['a', name],
				['b', name]
			],
			[],
			{ chosen, breadth }
		);
		expect([corpus.concepts.length > 0, corpus.mentions.length > 0]).toEqual([isConcept, isConcept]);
	});
});

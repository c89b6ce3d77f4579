import { describe, expect, test } from 'vitest';
import { evidence, wantedForms } from '#lib/concepts/text/evidence.ts';
import {
	findPlaces,
	meantBy,
	namedForms,
	noForms,
	type NamedForms
} from '#lib/concepts/identity/find-places.ts';
import { keepOwnPlaces } from '#lib/concepts/identity/own-places.ts';
import type { Choice } from '#lib/concepts/ranking/select-forms.ts';
import type { Span } from '#lib/domain/sentences.ts';

/** What is found in a text, as it is written there. */
function writtenIn(text: string, forms: string[]): Record<string, string[]> {
	const found = evidence(text, wantedForms(forms));
	return Object.fromEntries(
		[...found].map(([form, spans]) => [form, spans.map(({ start, end }) => text.slice(start, end))])
	);
}

describe('evidence', () => {
	test.each<[string, string, string[], Record<string, string[]>]>([
		['in any case', 'Herons and a HERON', ['heron'], { heron: ['Herons', 'HERON'] }],
		[
			'with hyphens or without',
			'deep-pond search, deep pond-search',
			['deep pond search'],
			{ 'deep pond search': ['deep-pond search', 'deep pond-search'] }
		],
		[
			'each of nested forms',
			'deep pond search',
			['pond search', 'deep pond search', 'pond'],
			{
				'deep pond search': ['deep pond search'],
				pond: ['pond'],
				'pond search': ['pond search']
			}
		],
		['over several blanks', 'pond  search', ['pond search'], { 'pond search': ['pond  search'] }],
		['not over a comma', 'pond, search', ['pond search'], {}],
		['not over the end of the title', 'pond\nsearch', ['pond search'], {}],
		['over a broken hyphen', 'pond- search', ['pond search'], { 'pond search': ['pond- search'] }],
		[
			'over signs that hold a word together',
			'pond/search pond_search',
			['pond search'],
			{ 'pond search': ['pond/search', 'pond_search'] }
		],
		['not inside a hyphened word', 'multi-agent pond', ['agent pond'], {}],
		['an acronym inside one', 'Trust-PPO', ['ppo'], { ppo: ['PPO'] }],
		['not a short one', 'Pond-VL', ['vl'], {}],
		['not where a hyphened name goes on', 'Heron-R1, heron-3, PPO-Net', ['heron', 'ppo'], {}],
		['where only a word is joined', 'heron-based, Heron-Aware', ['heron'], { heron: ['heron', 'Heron'] }],
		['no form that is only begun', 'deep pond', ['deep pond search'], {}],
		[
			'with signs and digits in a word',
			'C++ and GPT-4o',
			['c++', 'gpt 4o'],
			{ 'c++': ['C++'], 'gpt 4o': ['GPT-4o'] }
		],
		['nothing of nothing', '', ['heron'], {}]
	])('finds forms %s', (_, text, forms, expected) => {
		expect(writtenIn(text, forms)).toEqual(expected);
	});
});

function span(start: number, end: number): Span {
	return { start, end };
}

describe('keepOwnPlaces', () => {
	test.each<[string, Record<string, Span[]>, string[], Record<string, Span[]>, string[]]>([
		[
			'takes away what lies inside a longer place',
			{ long: [span(0, 20)], part: [span(5, 10), span(30, 35)] },
			[],
			{ long: [span(0, 20)], part: [span(30, 35)] },
			[]
		],
		[
			'lets a form go that has no place of its own',
			{ long: [span(0, 20)], part: [span(0, 10)] },
			[],
			{ long: [span(0, 20)] },
			[]
		],
		[
			'but not what the paper brings',
			{ long: [span(0, 20)], part: [span(10, 20)] },
			['part'],
			{ long: [span(0, 20)], part: [span(10, 20)] },
			['part']
		],
		[
			'keeps what only overlaps',
			{ long: [span(0, 20)], part: [span(15, 25)] },
			[],
			{ long: [span(0, 20)], part: [span(15, 25)] },
			[]
		],
		[
			'keeps two forms at one place',
			{ one: [span(0, 9)], two: [span(0, 9)] },
			[],
			{ one: [span(0, 9)], two: [span(0, 9)] },
			[]
		],
		[
			'counts a place inside a longer one of the same concept once',
			{ same: [span(0, 20), span(5, 10), span(30, 35)] },
			[],
			{ same: [span(0, 20), span(30, 35)] },
			[]
		],
		[
			'looks through several levels',
			{ a: [span(0, 30)], b: [span(0, 20)], c: [span(12, 18)] },
			[],
			{ a: [span(0, 30)] },
			[]
		],
		[
			'is not misled by a place that has ended',
			{ a: [span(0, 4)], b: [span(4, 9)] },
			[],
			{ a: [span(0, 4)], b: [span(4, 9)] },
			[]
		]
	])('%s', (_, given, brought, expected, borrowed) => {
		const places = new Map(Object.entries(given));
		expect([...keepOwnPlaces(places, new Set(brought))]).toEqual(borrowed);
		expect(Object.fromEntries(places)).toEqual(expected);
	});
});

const chosen = (rule: Choice['rule'] = 'recurs'): Choice => ({
	rule,
	papers: 1,
	count: 1,
	maximal: 1,
	expected: 1
});

describe('namedForms', () => {
	const definitions = [
		{
			paper: 'a',
			pairs: [{ short: 'PPS', long: 'pond policy search' }],
			introduced: [
				{ name: 'Script', rule: 'title' },
				{ name: 'PondNet', rule: 'title' },
				{ name: 'Heron of the Lake', rule: 'title' },
				{ name: 'plain duck', rule: 'cue' }
			]
		}
	] as never;
	const aliases = {
		resolve: (form: string) => (form === 'pps' ? 'pond policy search' : form),
		ownOf: () => [['pps', 'parallel pond seeds']] as [string, string][],
		senses: new Map<string, string[]>(),
		variants: () => ['pondpolicy search']
	};
	const named = (forms: [string, Choice][], papers = 1) =>
		namedForms(new Map(forms), aliases, definitions, () => papers);

	test('are the chosen forms with what they mean, what papers mean by them, and their variants', () => {
		expect([...named([['pps', chosen()]]).concepts]).toEqual([
			['pps', 'pond policy search'],
			['pond policy search', 'pond policy search'],
			['parallel pond seeds', 'parallel pond seeds'],
			['pondpolicy search', 'pondpolicy search']
		]);
		expect([...named([['duck', chosen()]]).concepts.keys()]).toEqual(['duck', 'pondpolicy search']);
	});

	test('need their capitals where they are names of one word, and a capital where nothing else chose them', () => {
		const { capitals, proper } = named([
			['script', chosen('introduced')],
			['pondnet', chosen('recurs')],
			['heron of the lake', chosen('introduced')],
			['plain duck', chosen('introduced')]
		]);
		expect([...capitals].sort()).toEqual(['pondnet', 'pps']);
		expect([...proper].sort()).toEqual(['heron of the lake', 'script']);
	});

	test.each([
		[30, []],
		[60, []],
		[61, [['duck', 2]]],
		[121, [['duck', 3]]]
	])('of %d papers one in how many is asked for the kind: %j', (papers, expected) => {
		const { frequent } = named([['duck', chosen()]], papers);
		expect([...frequent].filter(([form]) => form === 'duck')).toEqual(expected);
	});
});

function named(concepts: Record<string, string>, given: Partial<NamedForms> = {}): NamedForms {
	return { ...noForms, concepts: new Map(Object.entries(concepts)), ...given };
}

describe('meantBy', () => {
	const forms = named({ pps: 'pond policy search', 'deep pond seeds': 'deep seeds' });
	test.each<[string, string, Record<string, string>, string]>([
		['what the corpus means', 'pps', {}, 'pond policy search'],
		['itself where that is nothing', 'duck', {}, 'duck'],
		['what the paper means', 'pps', { pps: 'parallel pond seeds' }, 'parallel pond seeds'],
		['what it means with the short form written out', 'deep ps', { ps: 'pond seeds' }, 'deep seeds'],
		[
			'what the corpus means where the paper says nothing of it',
			'pps',
			{ dq: 'duck query' },
			'pond policy search'
		]
	])('is %s', (_, form, own, expected) => {
		expect(meantBy(form, new Map(Object.entries(own)), forms)).toBe(expected);
	});
});

describe('findPlaces', () => {
	const text = 'PPS and pps, Script or script, pond search';
	const found = (given: Partial<NamedForms>, written: [string, Span[]][]) => {
		const { places, forms } = findPlaces(text, written, new Map(), named({ pps: 'pond search' }, given));
		return [
			Object.fromEntries(places),
			Object.fromEntries([...forms].map(([form, all]) => [form, [...all]]))
		];
	};
	const pps: [string, Span[]] = ['pps', [span(0, 3), span(8, 11)]];
	const search: [string, Span[]] = ['pond search', [span(31, 42)]];
	test('puts the places of all names of a concept in the order of the text', () => {
		expect(found({}, [search, pps])).toEqual([
			{ 'pond search': [span(0, 3), span(8, 11), span(31, 42)] },
			{ 'pond search': ['pond search', 'pps'] }
		]);
	});
	test('counts only places in capitals, or with a capital, where a form needs them', () => {
		const script: [string, Span[]] = ['script', [span(13, 19), span(23, 29)]];
		expect(found({ capitals: new Set(['pps']), proper: new Set(['script']) }, [pps, script])).toEqual([
			{ 'pond search': [span(0, 3)], script: [span(13, 19)] },
			{ 'pond search': ['pps'], script: ['script'] }
		]);
		expect(found({ capitals: new Set(['script']) }, [script])).toEqual([{}, {}]);
	});
});

import { describe, expect, test } from 'vitest';
import { collectAliases } from '#lib/concepts/identity/aliases.ts';
import { namedThings } from '#lib/concepts/identity/named-things.ts';

describe('namedThings', () => {
	test.each<[string, string[], string[], Record<string, string>]>([
		[
			'a word that nobody knows before benchmark, dataset, corpus and leaderboard',
			['pondqa benchmark', 'pondqa dataset', 'pondqa corpus', 'pondqa leaderboard', 'pondqa'],
			[],
			{
				'pondqa benchmark': 'pondqa',
				'pondqa dataset': 'pondqa',
				'pondqa corpus': 'pondqa',
				'pondqa leaderboard': 'pondqa'
			}
		],
		['only where the name is said alone', ['pondqa benchmark', 'pond'], [], {}],
		['not a word of the field', ['segmentation benchmark', 'segmentation'], [], {}],
		['nor several', ['pondqa segmentation benchmark', 'pondqa segmentation'], [], {}],
		['nor such a word before model', ['pondqa model', 'pondqa'], [], {}],
		['nor a number', ['2024 benchmark', '2024'], [], {}],
		[
			'what a paper brings, before any of them',
			['heronet model', 'heronet pipeline', 'heronet', 'pond heron search method', 'pond heron search'],
			['heronet', 'pond heron search'],
			{
				'heronet model': 'heronet',
				'heronet pipeline': 'heronet',
				'pond heron search method': 'pond heron search'
			}
		],
		[
			'but a word of every day',
			['script dataset', 'script', 'ideal framework', 'ideal'],
			['script', 'ideal'],
			{}
		],
		[
			'nor a phrase of the field',
			['question answering benchmark', 'question answering'],
			['question answering'],
			{}
		],
		[
			'what everybody knows, before the word for what it is',
			[
				'imagenet benchmark',
				'imagenet',
				'gpt 4 model',
				'gpt 4',
				'grpo algorithm',
				'grpo',
				'rag system',
				'rag'
			],
			[],
			{ 'imagenet benchmark': 'imagenet', 'gpt 4 model': 'gpt 4', 'grpo algorithm': 'grpo' }
		],
		['no other word', ['heronet training', 'heronet'], ['heronet'], {}]
	])('%s', (_, forms, brought, expected) => {
		expect(Object.fromEntries(namedThings(forms, new Set(brought)))).toEqual(expected);
	});
});

test('a name with its sort is the concept that the name is, whatever the name is short for', () => {
	const { resolve } = collectAliases(
		[
			{
				paper: 'p',
				pairs: [{ short: 'PPS', long: 'pond policy search' }],
				introduced: [{ name: 'PPS', rule: 'title' }]
			}
		],
		{
			forms: ['pps', 'pps framework', 'pond policy search', 'pond policy search framework'],
			papersOf: () => 1
		}
	);
	expect(resolve('pps framework')).toBe(resolve('pond policy search'));
	expect(resolve('pps framework')).toBe('pond policy search');
});

test('a definition that says the sort as well leads into no circle', () => {
	const define = (paper: string, long: string, introduced: string) => ({
		paper,
		pairs: [{ short: 'PPS', long }],
		introduced: [{ name: introduced, rule: 'title' as const }]
	});
	const forms = ['pps', 'pps framework', 'pond policy search', 'pond policy search framework'];
	const { resolve } = collectAliases(
		[
			define('a', 'pond policy search framework', 'Pond Policy Search'),
			define('b', 'pond policy search framework', 'Reeds'),
			define('c', 'pond policy search', 'PPS')
		],
		{ forms, papersOf: () => 2 }
	);
	expect(new Set(forms.map(resolve)).size).toBe(1);
});

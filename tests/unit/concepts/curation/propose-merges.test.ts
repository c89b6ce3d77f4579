import { describe, expect, test } from 'vitest';
import { proposeMerges } from '#lib/concepts/curation/propose-merges.ts';
import type { Concept, Mention } from '#lib/domain/graph.ts';
import { concept, mention } from '../identity/made-up-concepts.ts';

/** Every concept in the paper `p`, so that all are shared. */
function together(concepts: Concept[]): { concepts: Concept[]; mentions: Mention[] } {
	return { concepts, mentions: concepts.map(({ name }) => mention('p', name)) };
}

const told = (concepts: Concept[], mentions = together(concepts).mentions) =>
	proposeMerges({ concepts, mentions }).map(({ one, into, reason, form }) => [one, into, reason, form]);

describe('proposeMerges', () => {
	test.each<[string, Concept[], string[][]]>([
		[
			'hyphens and blanks',
			[concept('pond net', 4), concept('PondNet', 2)],
			[['pondnet', 'pond-net', 'spelling', '']]
		],
		[
			'a short form and what it stands for',
			[concept('frames per second', 3, { aliases: ['FPS'] }), concept('FPS', 5)],
			[['frames-per-second', 'fps', 'form', 'FPS']]
		],
		[
			'two names of a short form with most words in common',
			[
				concept('direct pond option', 3, { aliases: ['DPO'] }),
				concept('direct pool option', 5, { aliases: ['DPO'] })
			],
			[['direct-pond-option', 'direct-pool-option', 'form', 'DPO']]
		],
		[
			'two things of one short form',
			[
				concept('frames per second', 3, { aliases: ['FPS'] }),
				concept('formal pond solving', 5, { aliases: ['FPS'] })
			],
			[]
		],
		[
			'a short form of two things, the one with most papers first',
			[
				concept('frames per second', 3, { aliases: ['FPS'] }),
				concept('formal pond solving', 5, { aliases: ['FPS'] }),
				concept('FPS', 1)
			],
			[['fps', 'formal-pond-solving', 'form', 'FPS']]
		],
		['a sign that counts', [concept('PondEval', 3), concept('PondEval+', 5)], []],
		['a size alone', [concept('7B', 9), concept('PondModel 7B', 5)], []],
		['a letter of a short word', [concept('segmentation mask', 9), concept('segmentation task', 5)], []],
		[
			'an acronym',
			[concept('KVC', 2), concept('key value cache', 7)],
			[['kvc', 'key-value-cache', 'acronym', '']]
		],
		['who made it', [concept('o1', 9), concept('PondAI o1', 3)], [['pondai-o1', 'o1', 'maker', '']]],
		[
			'a letter more',
			[concept('duckweed net', 3), concept('duckwed net', 1)],
			[['duckwed-net', 'duckweed-net', 'typing', '']]
		],
		[
			'another letter',
			[concept('lattice net', 3), concept('lattica net', 3)],
			[['lattice-net', 'lattica-net', 'typing', '']]
		],
		['another number', [concept('PondModel-3', 3), concept('PondModel-4', 1)], []],
		['another beginning', [concept('unsupervised', 3), concept('insupervised', 1)], []],
		['a short word', [concept('pond', 3), concept('pend', 1)], []],
		['two letters', [concept('duckweed net', 3), concept('duckwead nit', 1)], []],
		['a last word without a number', [concept('decoder', 9), concept('pond decoder', 3)], []]
	])('%s', (_, concepts, expected) => {
		expect(told(concepts)).toEqual(expected);
		expect(told([...concepts].reverse())).toEqual(expected);
	});

	test('what is only alike counts where a paper speaks of both', () => {
		const concepts = [
			concept('duckweed net', 3),
			concept('duckwed net', 1),
			concept('o1', 2),
			concept('PondAI o1', 3)
		];
		expect(
			told(
				concepts,
				concepts.map(({ name }, at) => mention(`p${at}`, name))
			)
		).toEqual([]);
		expect(told([concept('pond net', 4), concept('PondNet', 2)], [])).toHaveLength(1);
	});

	test('the most telling reason comes first, then more papers, and what was told to be two does not come', () => {
		const { concepts, mentions } = together([
			...[concept('o1', 9), concept('PondAI o1', 3), concept('pond net', 4), concept('PondNet', 2)],
			...[concept('reed net', 8), concept('ReedNet', 6)]
		]);
		const ids = (proposals: { one: string }[]) => proposals.map(({ one }) => one);
		expect(ids(proposeMerges({ concepts, mentions }))).toEqual(['reednet', 'pondnet', 'pondai-o1']);
		expect(
			ids(
				proposeMerges({ concepts, mentions }, [
					{ decision: 'keep-apart', forms: ['Pond Net'], into: ['PondNet'] }
				])
			)
		).toEqual(['reednet', 'pondai-o1']);
	});
});

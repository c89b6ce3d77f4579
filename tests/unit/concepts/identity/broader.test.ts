import { describe, expect, test } from 'vitest';
import type { Concept } from '#lib/domain/graph.ts';
import { broader } from '#lib/concepts/identity/broader.ts';
import { concept, mention } from './made-up-concepts.ts';

function edges(concepts: Concept[]): string[] {
	return broader(concepts, []).map(
		({ narrower, broader: above, rule }) => `${narrower} < ${above} by ${rule}`
	);
}

const ppo = (papers: number) =>
	concept('pond policy optimization', papers, { label: 'PPO', aliases: ['PPO'] });

describe('broader', () => {
	test.each<[string, Concept[], string[]]>([
		['by its head', [concept('visual heron'), concept('heron', 2)], ['visual-heron < heron by head']],
		[
			'by a head in the plural',
			[concept('visual herons'), concept('heron', 2)],
			['visual-herons < heron by head']
		],
		[
			'by its longest head',
			[concept('old visual heron'), concept('visual heron', 2), concept('heron', 3)],
			['old-visual-heron < visual-heron by head', 'visual-heron < heron by head']
		],
		[
			'by a head in as many papers',
			[concept('visual heron', 2), concept('heron', 2)],
			['visual-heron < heron by head']
		],
		['not by one in fewer', [concept('visual heron', 3), concept('heron', 2)], []],
		[
			'by a head behind a hyphen',
			[concept('multi-heron'), concept('heron', 2)],
			['multi-heron < heron by head']
		],
		['not by a head that names nothing', [concept('heron method'), concept('method', 9)], []],
		['not by its beginning', [concept('heron duck'), concept('heron', 9)], []],
		[
			'by what stands before a word that names nothing',
			[concept('heron training'), concept('heron', 2)],
			['heron-training < heron by modifier']
		],
		[
			'by an alias of what stands there',
			[concept('PPO training'), ppo(3)],
			['ppo-training < pond-policy-optimization by modifier']
		],
		[
			'by its head rather than by what stands before',
			[concept('heron training'), concept('training', 3), concept('heron', 3)],
			['heron-training < heron by modifier']
		],
		[
			'by an acronym at the end of one word',
			[concept('UniPPO'), ppo(2)],
			['unippo < pond-policy-optimization by acronym']
		],
		[
			'by one behind a hyphen',
			[concept('Dance-PPO'), ppo(2)],
			['dance-ppo < pond-policy-optimization by head']
		],
		['by one before a number', [concept('PPO2'), ppo(2)], ['ppo2 < pond-policy-optimization by acronym']],
		['not by one of two letters', [concept('UniPO'), concept('pond optimization', 2, { label: 'PO' })], []],
		['not by one in fewer papers', [concept('UniPPO', 3), ppo(2)], []],
		['not by one without a long form', [concept('UniPPO'), concept('PPO', 9)], []],
		['not from several words', [concept('Uni PondPPO'), ppo(9)], []],
		[
			'not by one that stands for two things alike',
			[concept('UniPPO'), ppo(3), concept('past pond order', 4, { label: 'PPO' })],
			[]
		],
		[
			'by the far more frequent meaning of one',
			[concept('UniPPO'), ppo(2), concept('past pond order', 4, { label: 'PPO' })],
			['unippo < past-pond-order by acronym']
		],
		['not by a name in capitals that only looks alike', [concept('natural heron'), concept('HERON', 5)], []],
		[
			'by a name in capitals, written so',
			[concept('visual HERON'), concept('HERON', 5)],
			['visual-heron < heron by head']
		],
		[
			'in a name of one word only by a name',
			[concept('Quick-HERON'), concept('HERON', 5)],
			['quick-heron < heron by head']
		],
		['in a name of one word not by a word', [concept('rHeron-Duck'), concept('duck', 5)], []],
		['in a name of one word not by two letters', [concept('ReedPond-MT'), concept('MT', 5)], []],
		[
			'by a name before an alias',
			[concept('old heron'), concept('heron', 2), concept('grey bird', 9, { aliases: ['heron'] })],
			['old-heron < heron by head']
		],
		[
			'of two with an alias by the one of more papers',
			[
				concept('old heron'),
				concept('blue bird', 3, { aliases: ['heron'] }),
				concept('grey bird', 9, { aliases: ['heron'] })
			],
			['old-heron < grey-bird by head']
		],
		['not under itself', [concept('heron heron', 3, { aliases: ['heron'] })], []]
	])('puts a concept under another one %s', (_, concepts, expected) => {
		expect(edges(concepts)).toEqual(expected);
		expect(edges([...concepts].reverse()).sort()).toEqual([...expected].sort());
	});

	test('never goes round in a circle', () => {
		// Each is called by a part of the other.
		const one = concept('duck heron', 2, { aliases: ['reed'] });
		const other = concept('old reed', 2, { aliases: ['heron'] });
		expect(edges([one, other])).toEqual(['duck-heron < old-reed by head']);
	});

	test('goes by the papers where the names say nothing', () => {
		const concepts = [concept('water', 150), concept('duck', 5), concept('pond', 15)];
		const range = (name: string, from: number, to: number) =>
			Array.from({ length: to - from }, (_, at) => mention(`p${from + at}`, name));
		const mentions = [...range('water', 0, 150), ...range('pond', 0, 15), ...range('duck', 10, 15)];
		expect(broader(concepts, mentions)).toEqual([{ narrower: 'duck', broader: 'pond', rule: 'corpus' }]);
	});
});

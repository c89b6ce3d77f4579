import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDecisions } from '#lib/concepts/curation/apply-decisions.ts';
import type { Decision } from '#lib/domain/decision.ts';
import type { ConceptCorpus } from '#lib/domain/graph.ts';
import { paperIdSchema } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { madeUpPaper } from '../../../graph/made-up-papers.ts';
import { concept, mention } from '../identity/made-up-concepts.ts';

function paper(id: string, abstract: string, date: string): Paper {
	return { ...madeUpPaper(0, { title: `Of ${id}`, abstract, date }), id: paperIdSchema.parse(id) };
}

const papers = [
	paper('p1', 'frames per second, FPS, of a pond camera', '2020-01-01'),
	paper('p2', 'FPS in theorem proving', '2021-01-01'),
	paper('p3', 'lattice models and lattice nets', '2022-01-01'),
	paper('p4', 'lattice nets', '2023-01-01')
];

function corpus(): ConceptCorpus {
	const concepts = [
		concept('frames per second', 2, { label: 'FPS', aliases: ['FPS'] }),
		concept('lattice model', 1),
		concept('lattice net', 2, { aliases: ['LN'] }),
		concept('pond camera', 1),
		concept('theorem proving', 1)
	];
	const mentions = [
		mention('p1', 'frames per second', { starts: [6, 25], ends: [23, 28], count: 2 }),
		mention('p1', 'pond camera'),
		mention('p2', 'frames per second'),
		mention('p2', 'theorem proving'),
		mention('p3', 'lattice model', { starts: [6], ends: [20], weight: 0.2 }),
		mention('p3', 'lattice net', { starts: [25, 6], ends: [37, 13], weight: 0.5, inTitle: true }),
		mention('p4', 'lattice net')
	];
	const [speed, model, net] = concepts;
	const introduces = [
		{ paper: mention('p3', 'x').paper, concept: model?.id, starts: [6], ends: [20], rule: 'title' },
		{ paper: mention('p1', 'x').paper, concept: speed?.id, starts: [6], ends: [23], rule: 'cue' }
	] as ConceptCorpus['introduces'];
	const broader = [{ narrower: model?.id, broader: net?.id, rule: 'head' }] as ConceptCorpus['broader'];
	return { concepts, mentions, introduces, broader };
}

const apply = (...decisions: Decision[]) => applyDecisions(corpus(), decisions, papers);
const names = (found: ConceptCorpus) => found.concepts.map(({ name, papers: count }) => `${name} ${count}`);
const speakers = (found: ConceptCorpus, id: string) =>
	found.mentions.filter((each) => each.concept === id).map((each) => each.paper);

describe('applyDecisions', () => {
	test('nothing decided leaves the corpus as it is', () => {
		expect(apply()).toEqual({ corpus: corpus(), outcomes: [] });
	});

	test('a merge joins mentions, places, forms, dates and what is introduced', () => {
		const { corpus: found, outcomes } = apply({ decision: 'merge', forms: ['Lattice Models'], into: ['LN'] });
		expect(found.concepts.find(({ id }) => id === 'lattice-net')).toMatchObject({
			...{ name: 'lattice net', aliases: ['lattice model', 'LN'], papers: 2 },
			...{ firstDate: '2022-01-01', lastDate: '2023-01-01' }
		});
		expect(names(found)).toEqual([
			'frames per second 2',
			'lattice net 2',
			'pond camera 1',
			'theorem proving 1'
		]);
		expect(found.mentions.find((each) => each.paper === 'p3')).toMatchObject({
			...{ concept: 'lattice-net', weight: 0.5, count: 2, inTitle: true, starts: [6, 25], ends: [20, 37] }
		});
		expect(found.introduces.map((each) => [each.paper, each.concept])).toEqual([
			['p1', 'frames-per-second'],
			['p3', 'lattice-net']
		]);
		expect(found.broader).toEqual([]);
		expect(outcomes).toEqual([
			{
				key: 'merge | lattice models',
				applies: true,
				sentence: 'lattice model is part of lattice net, 1 paper.'
			}
		]);
	});

	test('a merge into a name that nothing has gives that name, for all that are merged into it', () => {
		const { corpus: found } = apply(
			{ decision: 'merge', forms: ['lattice model'], into: ['Lattice family'] },
			{ decision: 'merge', forms: ['lattice net'], into: ['Lattice family'] }
		);
		expect(found.concepts.find(({ id }) => id === 'lattice-net')).toMatchObject({
			...{ name: 'Lattice family', label: 'Lattice family', papers: 2 },
			aliases: ['lattice model', 'lattice net', 'LN']
		});
	});

	test('a concept has one broader concept, and none lies above itself', () => {
		const ids = ['lattice model', 'lattice net', 'pond camera', 'theorem proving'];
		const [model, net, camera, proving] = ids.map((name) => concept(name).id);
		const tied = (...pairs: [typeof model, typeof model][]) =>
			({
				...corpus(),
				broader: pairs.map(([narrower, broader]) => ({ narrower, broader, rule: 'head' }))
			}) as ConceptCorpus;
		const merged: Decision[] = [{ decision: 'merge', forms: ['lattice model'], into: ['pond camera'] }];
		const edges = (...pairs: [typeof model, typeof model][]) =>
			applyDecisions(tied(...pairs), merged, papers).corpus.broader.map(({ narrower, broader }) => [
				narrower,
				broader
			]);
		expect(edges([model, net], [net, camera])).toEqual([[net, camera]]);
		expect(edges([model, net], [camera, proving])).toEqual([[camera, proving]]);
		expect(edges([model, net])).toEqual([[camera, net]]);
	});

	test('merges in a chain and in a ring end at one concept', () => {
		const chain: Decision[] = [
			{ decision: 'merge', forms: ['lattice model'], into: ['pond camera'] },
			{ decision: 'merge', forms: ['pond camera'], into: ['theorem proving'] }
		];
		expect(names(apply(...chain).corpus)).toEqual([
			'frames per second 2',
			'lattice net 2',
			'theorem proving 3'
		]);
		const ring = apply(...chain, { decision: 'merge', forms: ['theorem proving'], into: ['lattice model'] });
		expect(names(ring.corpus)).toEqual(['frames per second 2', 'lattice model 3', 'lattice net 2']);
	});

	test('a split gives the mentions near something to another concept, also to a new one', () => {
		const { corpus: found, outcomes } = apply({
			...{ decision: 'split', forms: ['FPS'], near: ['theorem proving'], into: ['formal problem solving'] }
		});
		expect([speakers(found, 'frames-per-second'), speakers(found, 'formal-problem-solving')]).toEqual([
			['p1'],
			['p2']
		]);
		expect(found.concepts.find(({ id }) => id === 'formal-problem-solving')).toMatchObject({
			...{ label: 'formal problem solving', kind: 'method', papers: 1, firstDate: '2021-01-01' }
		});
		expect(outcomes[0]?.sentence).toBe('1 paper with FPS now speaks of formal problem solving.');
	});

	test.each<[Decision, string[]]>([
		[
			{ decision: 'hide', forms: ['LN'] },
			['frames per second 2', 'lattice model 1', 'pond camera 1', 'theorem proving 1']
		],
		[
			{ decision: 'not-mentioned', forms: ['FPS'], paper: 'p2' },
			['frames per second 1', 'lattice model 1', 'lattice net 2', 'pond camera 1', 'theorem proving 1']
		],
		[
			{ decision: 'not-mentioned', forms: ['pond cameras'], paper: 'p1' },
			['frames per second 2', 'lattice model 1', 'lattice net 2', 'theorem proving 1']
		]
	])('%o leaves %o', (decision, left) => {
		const { corpus: found, outcomes } = apply(decision);
		expect(names(found)).toEqual(left);
		expect(outcomes.map(({ applies }) => applies)).toEqual([true]);
	});

	test('what a concept is near is told by its mentions too, and a mention goes one way', () => {
		const near = apply({
			decision: 'split',
			forms: ['lattice model'],
			near: ['LN'],
			into: ['lattice family']
		});
		expect(speakers(near.corpus, 'lattice-family')).toEqual(['p3']);
		const { corpus: found, outcomes } = apply(
			{ decision: 'split', forms: ['FPS'], near: ['theorem proving'], into: ['formal solving'] },
			{ decision: 'split', forms: ['FPS'], near: ['proving'], into: ['pond solving'] }
		);
		expect([speakers(found, 'formal-solving'), speakers(found, 'pond-solving')]).toEqual([[], ['p2']]);
		expect(outcomes.map(({ applies }) => applies)).toEqual([true, false]);
	});

	test('two that would be called alike are told apart', () => {
		const { corpus: found } = apply({ decision: 'rename', forms: ['lattice model'], name: 'Pond camera' });
		const labels = found.concepts.map(({ label }) => label.toLowerCase());
		expect(new Set(labels).size).toBe(labels.length);
	});

	test('a name, a kind and who introduced it are changed, and what it was called is an alias', () => {
		const { corpus: found } = apply(
			{ decision: 'rename', forms: ['lattice model'], name: 'lattice theory' },
			{ decision: 'kind', forms: ['lattice model'], kind: 'theory' },
			{ decision: 'not-introduced', forms: ['lattice model'], paper: 'p3' }
		);
		expect(found.concepts.find(({ id }) => id === 'lattice-model')).toMatchObject({
			...{ name: 'lattice theory', label: 'lattice theory', aliases: ['lattice model'], kind: 'theory' }
		});
		expect(found.introduces.map(({ paper: id }) => id)).toEqual(['p1']);
	});

	test.each<[Decision[], string]>([
		[[{ decision: 'hide', forms: ['quartz'] }], 'No concept is written quartz.'],
		[[{ decision: 'merge', forms: ['LN'], into: ['lattice nets'] }], 'They are one concept already.'],
		[
			[{ decision: 'split', forms: ['FPS'], near: ['quartz'], into: ['x'] }],
			'No paper with FPS speaks of quartz.'
		],
		[
			[{ decision: 'not-introduced', forms: ['LN'], paper: 'p4' }],
			'lattice net is not introduced by p4 anyway.'
		],
		[
			[
				{ decision: 'hide', forms: ['LN'] },
				{ decision: 'kind', forms: ['LN'], kind: 'model' }
			],
			'lattice net is hidden.'
		]
	])('%o does not apply, and it is told why', (decisions, sentence) => {
		const { outcomes } = apply(...decisions);
		expect(outcomes.filter(({ applies }) => !applies).map((each) => each.sentence)).toEqual([sentence]);
	});

	const form = fc.constantFrom('FPS', 'lattice model', 'LN', 'pond camera', 'theorem proving', 'quartz');
	const forms = form.map((each) => [each]);
	const decision: fc.Arbitrary<Decision> = fc.oneof(
		fc.record({ decision: fc.constant('merge' as const), forms, into: forms }),
		fc.record({ decision: fc.constant('split' as const), forms, near: forms, into: forms }),
		fc.record({ decision: fc.constant('rename' as const), forms, name: fc.constantFrom('opal', 'jade') }),
		fc.record({ decision: fc.constant('kind' as const), forms, kind: fc.constantFrom('task', 'metric') }),
		fc.record({ decision: fc.constantFrom('hide', 'not-a-concept'), forms }),
		fc.record({
			decision: fc.constantFrom('not-mentioned', 'not-introduced'),
			...{ forms, paper: fc.constantFrom('p1', 'p2', 'p3') }
		})
	);

	test('any decisions in any order, and twice, give the same, and a corpus that holds together', () => {
		const shuffled = fc
			.array(decision, { maxLength: 8 })
			.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
		fc.assert(
			fc.property(shuffled, ([all, other]) => {
				const first = apply(...all);
				expect(apply(...other)).toEqual(first);
				expect(apply(...all, ...other)).toEqual(first);
				const { concepts, mentions, introduces, broader } = first.corpus;
				const ids = new Set(concepts.map(({ id }) => id));
				const pairs = mentions.map((each) => `${each.paper} ${each.concept}`);
				expect(new Set(pairs).size).toBe(pairs.length);
				expect(new Set(mentions.map((each) => each.concept))).toEqual(ids);
				for (const { concept: id } of introduces) expect(ids).toContain(id);
				for (const { narrower, broader: above } of broader)
					expect([...ids]).toEqual(expect.arrayContaining([narrower, above]));
				for (const { id, papers: count } of concepts)
					expect(mentions.filter((each) => each.concept === id)).toHaveLength(count);
			})
		);
	});
});

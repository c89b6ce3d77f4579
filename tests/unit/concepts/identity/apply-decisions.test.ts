import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDecisions } from '#lib/concepts/identity/apply-decisions.ts';
import { decisionSchema, type DatedDecision, type Decision } from '#lib/domain/decision.ts';
import type { Concept, ConceptCorpus, Mention } from '#lib/domain/graph.ts';
import { conceptIdSchema, paperIdSchema } from '#lib/domain/ids.ts';

const id = (text: string) => conceptIdSchema.parse(text);

function mention(paper: string, concept: string, starts: number[], weight = 0.5): Mention {
	return {
		...{ paper: paperIdSchema.parse(paper), concept: id(concept), weight, count: starts.length },
		...{ inTitle: starts.includes(0), starts, ends: starts.map((start) => start + 4) }
	};
}

function concept(name: string, aliases: string[], papers: number, date: string): Concept {
	return {
		...{ id: id(name.replaceAll(' ', '-')), name, label: aliases[0] ?? name, aliases, papers },
		...{ kind: 'method', firstDate: date, lastDate: date }
	};
}

const corpus: ConceptCorpus = {
	concepts: [
		concept('heron', ['HRN'], 1, '2021-01-01'),
		concept('pond', ['mere'], 2, '2022-01-01'),
		concept('reed', ['RD'], 1, '2023-01-01'),
		concept('water', ['RD'], 1, '2024-01-01')
	],
	mentions: [
		mention('p', 'heron', [30], 0.9),
		mention('p', 'pond', [0, 10]),
		mention('q', 'pond', [5]),
		mention('q', 'reed', [50]),
		mention('q', 'water', [60])
	],
	introduces: [
		{ paper: paperIdSchema.parse('p'), concept: id('heron'), starts: [30], ends: [34], rule: 'cue' }
	],
	broader: [
		{ narrower: id('heron'), broader: id('pond'), rule: 'head' },
		{ narrower: id('pond'), broader: id('water'), rule: 'corpus' },
		{ narrower: id('reed'), broader: id('heron'), rule: 'head' }
	]
};

const dated = (...decisions: Decision[]): DatedDecision[] =>
	decisions.map((decision, at) => ({ decision, at: `2025-01-0${at + 1}` }));
const whys = (...decisions: Decision[]) =>
	applyDecisions(corpus, dated(...decisions)).idle.map(({ why }) => why);

describe('applyDecisions', () => {
	test('joins two concepts with all that is told of them', () => {
		const { corpus: made, idle } = applyDecisions(
			corpus,
			dated({ what: 'merge', form: 'Herons', into: 'pond' })
		);
		expect(idle).toEqual([]);
		expect(made.concepts.map(({ id }) => id)).toEqual(['pond', 'reed', 'water']);
		expect(made.concepts[0]).toEqual({
			...corpus.concepts[1],
			...{ aliases: ['HRN', 'heron', 'mere'], papers: 2, firstDate: '2021-01-01' }
		});
		expect(made.mentions[0]).toEqual({ ...mention('p', 'pond', [0, 10, 30], 0.9) });
		expect(made.mentions).toHaveLength(4);
		expect(made.introduces).toMatchObject([{ paper: 'p', concept: 'pond', rule: 'cue' }]);
		expect(made.broader).toEqual([
			{ narrower: 'pond', broader: 'water', rule: 'corpus' },
			{ narrower: 'reed', broader: 'pond', rule: 'head' }
		]);
	});

	test('no chain of broader concepts comes back to where it began', () => {
		const { corpus: made } = applyDecisions(corpus, dated({ what: 'merge', form: 'water', into: 'heron' }));
		expect(made.broader).toEqual([
			{ narrower: 'heron', broader: 'pond', rule: 'head' },
			{ narrower: 'reed', broader: 'heron', rule: 'head' }
		]);
	});

	test('renames, changes the kind and hides', () => {
		const { corpus: made } = applyDecisions(
			corpus,
			dated(
				{ what: 'rename', form: 'mere', label: 'Lake' },
				{ what: 'kind', form: 'lake', kind: 'dataset' },
				{ what: 'hide', form: 'heron' }
			)
		);
		expect(made.concepts.map(({ label, kind }) => [label, kind])).toEqual([
			['Lake', 'dataset'],
			['RD', 'method'],
			['RD', 'method']
		]);
		expect(made.concepts[0]?.aliases).toEqual(['Lake', 'mere']);
		expect(made.mentions.map(({ concept }) => concept)).toEqual(['pond', 'pond', 'reed', 'water']);
		expect([made.introduces, made.broader.length]).toEqual([[], 1]);
	});

	test('tells what changes nothing, and why', () => {
		expect(whys({ what: 'hide', form: 'stork' })).toEqual(['nothing is called “stork”']);
		expect(whys({ what: 'merge', form: 'pond', into: 'stork' })).toEqual(['nothing is called “stork”']);
		expect(whys({ what: 'hide', form: 'RD' })).toEqual(['2 concepts are called “RD”']);
		expect(whys({ what: 'rename', form: 'pond', label: 'heron' })).toEqual([
			'another concept is called “heron”'
		]);
		const kinds = dated(
			{ what: 'kind', form: 'pond', kind: 'task' },
			{ what: 'kind', form: 'mere', kind: 'model' }
		);
		const { corpus: made, idle } = applyDecisions(corpus, kinds);
		expect(made.concepts[1]?.kind).toBe('model');
		expect(idle).toEqual([{ decision: kinds[0]?.decision, why: 'a later decision gives it another kind' }]);
	});

	const forms = fc.constantFrom('heron', 'HRN', 'pond', 'mere', 'reed', 'RD', 'water', 'lake', 'stork');
	const anyDecision: fc.Arbitrary<Decision> = fc.oneof(
		fc.record({ what: fc.constant('merge' as const), form: forms, into: forms }),
		fc.record({ what: fc.constant('rename' as const), form: forms, label: forms }),
		fc.record({
			...{ what: fc.constant('kind' as const), form: forms },
			kind: fc.constantFrom('task' as const, 'model' as const)
		}),
		fc.record({ what: fc.constant('hide' as const), form: forms })
	);
	const anyDated = fc.record({ decision: anyDecision, at: fc.constantFrom('2025', '2026') });

	test('the order of decisions does not matter, and twice is as once', () => {
		fc.assert(
			fc.property(fc.array(anyDated, { maxLength: 6 }), fc.nat(), (decisions, turn) => {
				const once = applyDecisions(corpus, decisions);
				const at = decisions.length === 0 ? 0 : turn % decisions.length;
				const turned = [...decisions.slice(at), ...decisions.slice(0, at)].reverse();
				expect(applyDecisions(corpus, turned)).toEqual(once);
				expect(applyDecisions(once.corpus, decisions).corpus).toEqual(once.corpus);
			}),
			{ numRuns: 400 }
		);
	});
});

test('a decision says how the concept is called, in one line', () => {
	for (const form of ['', ' ', '-', 'a\tb', 'x'.repeat(201)])
		expect(decisionSchema.safeParse({ what: 'hide', form }).success).toBe(false);
	expect(decisionSchema.parse({ what: 'hide', form: ' pond ' })).toEqual({ what: 'hide', form: 'pond' });
});

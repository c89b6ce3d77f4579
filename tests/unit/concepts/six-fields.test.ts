import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { isOfOtherField, isSystemName } from '#lib/concepts/kinds/other-fields.ts';
import { kindOf, noEvidence, notePlace } from '#lib/concepts/kinds/kind-of.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { madeUpPaper } from '../graph/made-up-corpus.ts';

interface Record {
	id: string;
	field: string;
	title: string;
	abstract: string;
}

/** Abstracts of medicine, economics, physics, ecology, law and history, six of each. */
const records = readFileSync(new URL('../../data/concepts/six-fields.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Record);
const fieldOf = new Map(records.map(({ id, field }) => [id, field]));
const papers = records.map(({ id, title, abstract }) => madeUpPaper(id, { title, abstract, date: '2024' }));
const corpus = await extractCorpus(papers);

test.each([
	...['Denmark', 'Berlin', 'Cologne', 'Tasmania', 'Ottoman Empire', 'Barbados'],
	...['European medicines agency', 'European central bank', 'supreme court', 'irish high court'],
	...["Crohn's disease", 'myocardial infarction', 'hypertension', 'general data protection regulation'],
	...[
		'data protection law',
		'coral bleaching',
		'nitrogen deposition',
		'topological insulator',
		'royal African'
	]
])('%s is neither method nor task nor dataset', (name) => {
	const found = corpus.concepts.filter((concept) => concept.name === name);
	expect(found.map(({ kind }) => kind)).toEqual(['other']);
});

test('what is a way of doing in any field is a method, or a theory', () => {
	const kindOfNamed = (name: string) => corpus.concepts.find((concept) => concept.name === name)?.kind;
	expect(kindOfNamed('difference-in-differences design')).toBe('method');
	expect(kindOfNamed('vector autoregression')).toBe('method');
	expect(kindOfNamed('density functional theory')).toBe('theory');
});

test('nine of ten concepts of these fields are of kind other', () => {
	const others = corpus.concepts.filter(({ kind }) => kind === 'other');
	expect(others.length / corpus.concepts.length).toBeGreaterThan(0.9);
});

test('every topic is named by concepts of its own field', async () => {
	const { topics, memberships } = await buildGraph(papers, corpus);
	expect(topics.length).toBeGreaterThanOrEqual(6);
	for (const { id, name } of topics) {
		const members = memberships.flatMap(({ member, topic }) =>
			topic === id ? (fieldOf.get(member.replace('papers/', '')) ?? []) : []
		);
		const field = members.sort((a, b) => count(members, b) - count(members, a))[0] ?? '';
		expect([name, count(members, field) / members.length]).toEqual([name, 1]);
		for (const term of name.split(' · ')) {
			const concept = corpus.concepts.find(({ label }) => label.toLowerCase() === term.toLowerCase());
			const speakers = corpus.mentions.filter((mention) => mention.concept === concept?.id);
			expect([term, speakers.map(({ paper }) => fieldOf.get(paper))]).toEqual([
				term,
				speakers.map(() => field)
			]);
			expect(speakers.length).toBeGreaterThan(0);
		}
	}
});

function count(all: string[], one: string): number {
	return all.filter((each) => each === one).length;
}

const machine =
	'We train a small transformer with reinforcement learning and measure its accuracy on the benchmark.';
const ecology =
	'The kelp and the urchins of the reef lost their predators, and the fungi of the meadows fell.';

test('texts of other fields are told by their nouns', () => {
	expect([machine, ecology, ''].map(isOfOtherField)).toEqual([false, true, false]);
	expect(['GSM8K', 'LoRA', 'Berlin', 'lake'].map(isSystemName)).toEqual([true, true, false, false]);
});

test('a concept is of no other field because one text in two is', () => {
	const kind = (...texts: string[]) => {
		const evidence = noEvidence();
		for (const text of texts) notePlace(evidence, text, text.indexOf('the '), text.indexOf('the ') + 8);
		return [evidence.abroad, kindOf('the pond handling', evidence, false)];
	};
	expect(kind(ecology, ecology, machine)).toEqual([2, 'other']);
	expect(kind(ecology, machine)[0]).toBe(1);
	expect(kind(ecology, machine)[1]).toBe(kind(machine)[1]);
	expect(kind(machine)[1]).not.toBe('other');
});

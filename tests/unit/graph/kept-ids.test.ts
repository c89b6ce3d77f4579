import { describe, expect, test } from 'vitest';
import type { Concept, ConceptCorpus } from '#lib/domain/graph.ts';
import { conceptIdSchema, nodeRefSchema, paperIdSchema, topicIdSchema } from '#lib/domain/ids.ts';
import { keepConceptIds } from '#lib/graph/identity/keep-concept-ids.ts';
import { leadOn } from '#lib/graph/identity/lead-on.ts';
import type { KeptMap } from '#lib/graph/kept-map.ts';
import { newsOf } from '#lib/graph/news.ts';

const concept = (id: string, forms: string[], papers = 2): Concept => {
	const [name = id, ...aliases] = forms;
	return {
		...{ id: conceptIdSchema.parse(id), name, label: aliases[0] ?? name, aliases, papers },
		...{ kind: 'method', firstDate: null, lastDate: null }
	};
};

const corpusOf = (concepts: Concept[]): ConceptCorpus => ({
	concepts,
	mentions: concepts.map(({ id }) => ({
		...{ paper: paperIdSchema.parse('p'), concept: id, weight: 1, count: 1, inTitle: false },
		...{ starts: [0], ends: [1] }
	})),
	introduces: [],
	broader: concepts.slice(1).map(({ id }) => ({ narrower: id, broader: concepts[0]?.id ?? id, rule: 'head' }))
});

const place = (topic: string | null) => ({
	...{ x: 0, y: 0, step: 0 },
	topic: topic === null ? null : topicIdSchema.parse(topic)
});

function keptOf(given: Partial<KeptMap> & { was?: Record<string, string[]> }): KeptMap {
	const { was = {}, ...rest } = given;
	return {
		papers: new Map(),
		concepts: new Map(),
		topics: [],
		former: [],
		forms: new Map(Object.entries(was)),
		...rest
	};
}

describe('keepConceptIds', () => {
	test.each([
		[
			'another spelling wins',
			{ 'fine-tuning': ['fine tuning', 'finetuning'] },
			[concept('finetuning', ['finetuning', 'fine tuning'])],
			['fine-tuning'],
			{}
		],
		[
			'another spelling wins and leaves none beside it',
			{ 'fine-tuning': ['fine tuning'] },
			[concept('finetuning', ['finetuning'])],
			['fine-tuning'],
			{}
		],
		[
			'a long form becomes known',
			{ grpo: ['GRPO'] },
			[concept('group-relative', ['group relative', 'GRPO'])],
			['grpo'],
			{}
		],
		[
			'one that was there takes it in',
			{ task: ['pond task'], pond: ['pond'] },
			[concept('pond', ['pond', 'pond task'])],
			['pond'],
			{ task: 'pond' }
		],
		[
			'two become a third',
			{ b: ['bee', 'B'], a: ['ay'] },
			[concept('c', ['sea', 'ay', 'bee'])],
			['b'],
			{ a: 'b' }
		],
		[
			'it is an alias only',
			{ grpo: ['GRPO', 'policy'] },
			[concept('policy', ['policy'])],
			['policy'],
			{ grpo: 'policy' }
		],
		['nothing is called so', { reed: ['reed'] }, [concept('pond', ['pond'])], ['pond'], {}],
		['it is still there', { pond: ['pond'] }, [concept('pond', ['ponds', 'pond'])], ['pond'], {}],
		[
			'two share a form, the one of more papers counts',
			{ rl: ['RL'] },
			[
				concept('robot-lab', ['robot lab', 'RL'], 3),
				concept('reward-learning', ['reward learning', 'RL'], 9)
			],
			['robot-lab', 'rl'],
			{}
		]
	] as [string, Record<string, string[]>, Concept[], string[], Record<string, string>][])(
		'when %s',
		(_, was, concepts, ids, heirs) => {
			const kept = keepConceptIds(corpusOf(concepts), keptOf({ was }));
			expect(kept.corpus.concepts.map(({ id }) => id)).toEqual(ids);
			expect(kept.corpus.mentions.map(({ concept: id }) => id)).toEqual(ids);
			expect(kept.corpus.broader.map(({ narrower }) => narrower)).toEqual(ids.slice(1));
			expect(Object.fromEntries(kept.heirs)).toEqual(heirs);
		}
	);
});

const ref = (text: string) => nodeRefSchema.parse(text);

/** What is there now: papers in topics, and the large topics of small ones. */
function nodesOf(
	papers: Record<string, string>,
	parts: Record<string, string> = {},
	concepts: string[] = []
) {
	const small = [...new Set(Object.values(papers))];
	const large = [...new Set(Object.values(parts))];
	return {
		papers: Object.keys(papers).map((id) => ({ id })),
		concepts: concepts.map((id) => ({ id })),
		topics: [...small, ...large].map((id) => ({ id, level: large.includes(id) || !(id in parts) ? 1 : 2 })),
		memberships: Object.entries(papers).map(([id, topic]) => ({
			member: ref(`papers/${id}`),
			topic,
			weight: 1
		})),
		partOf: Object.entries(parts).map(([topic, parent]) => ({ topic, parent }))
	} as unknown as Parameters<typeof leadOn>[0];
}

const topic = (id: string, level: 1 | 2, parent: string | null = null) => ({
	...{ id: topicIdSchema.parse(id), name: id, terms: [], level },
	parent: parent === null ? null : topicIdSchema.parse(parent)
});

describe('leadOn', () => {
	test('leads old topics to where most of their papers are, level by level', () => {
		const kept = keptOf({
			papers: new Map(['p', 'q', 'r'].map((id) => [id, place('small')])),
			topics: [topic('large', 1), topic('small', 2, 'large')]
		});
		const nodes = nodesOf({ p: 's1', q: 's2', r: 's2' }, { s1: 'big', s2: 'big' });
		expect(leadOn(nodes, kept, new Map())).toEqual([
			{ former: 'topics/large', now: 'topics/big' },
			{ former: 'topics/small', now: 'topics/s2' }
		]);
	});

	test('leads what had ended on to where its heir has gone, and forgets what came back', () => {
		const former = [
			{ former: ref('concepts/a'), now: ref('concepts/b') },
			{ former: ref('concepts/c'), now: ref('concepts/d') },
			{ former: ref('concepts/e'), now: ref('concepts/gone') }
		];
		const heirs = new Map([[ref('concepts/b'), ref('concepts/d')]]);
		expect(leadOn(nodesOf({}, {}, ['c', 'd']), keptOf({ former }), heirs)).toEqual([
			{ former: 'concepts/a', now: 'concepts/d' },
			{ former: 'concepts/b', now: 'concepts/d' }
		]);
	});

	test('leads papers to those that they turned out to be', () => {
		const heirs = new Map([[ref('papers/ponds'), ref('papers/10.1/p')]]);
		expect(leadOn(nodesOf({ '10.1/p': 't' }), keptOf({}), heirs)).toEqual([
			{ former: 'papers/ponds', now: 'papers/10.1/p' }
		]);
	});
});

describe('newsOf', () => {
	test('tells what is new, merged and gone', () => {
		const kept = keptOf({
			papers: new Map(['p', 'lost'].map((id) => [id, place(null)])),
			was: { pond: ['pond'], reed: ['reed'], old: ['old'] },
			topics: [topic('ponds', 1)]
		});
		const graph = {
			...nodesOf({ p: 'ponds', q: 'lilies' }, {}, ['pond', 'lily']),
			formerIds: [
				{ former: ref('concepts/older'), now: ref('concepts/pond') },
				{ former: ref('concepts/reed'), now: ref('concepts/pond') }
			]
		} as unknown as Parameters<typeof newsOf>[0];
		expect(newsOf(graph, kept)).toEqual({
			papers: ['q'],
			concepts: ['lily'],
			topics: ['lilies'],
			merged: [{ former: 'concepts/reed', now: 'concepts/pond' }],
			gone: ['concepts/old', 'papers/lost']
		});
		expect(newsOf(graph, null).papers).toEqual(['p', 'q']);
	});
});

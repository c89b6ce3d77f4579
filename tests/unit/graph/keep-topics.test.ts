import { describe, expect, test } from 'vitest';
import { topicIdSchema } from '#lib/domain/ids.ts';
import { inheritIds, keepTopics } from '#lib/graph/topics/keep-topics.ts';
import { treeOf } from '#lib/graph/topics/topic-tree.ts';
import { corpusOf, graphOf, upTo } from './made-up-topics.ts';

describe('topics that are kept', () => {
	const [a, b] = ['a', 'b'].map((id) => topicIdSchema.parse(id));
	const topic = (id: typeof a) => ({
		id: id ?? topicIdSchema.parse('a'),
		name: String(id),
		terms: [],
		level: 1 as const,
		parent: null
	});
	const place = (own: typeof a) => ({ x: 0, y: 0, step: 0, topic: own ?? null });
	const { ties } = corpusOf(6, [
		{ name: 'pond', papers: [0, 1, 4] },
		{ name: 'reed', papers: [2, 3, 4] }
	]);
	const papers = upTo(0, 6).map((paper) => ({ id: `p${paper}` }));
	const concepts = [{ id: 'pond' }, { id: 'reed' }];
	const kept = {
		papers: new Map([0, 1, 2, 3].map((paper) => [`p${paper}`, place(paper < 2 ? a : b)])),
		concepts: new Map([['pond', place(a)]]),
		topics: [topic(b), topic(a)]
	};

	test('take a new paper in where its nearest are, by weight; one without concepts has none', () => {
		const nearness = graphOf(6, [
			[4, 0, 0.2],
			[4, 1, 0.2],
			[4, 2, 0.3]
		]);
		const { tree, names } = keepTopics(papers, concepts, kept, { ties, nearness });
		expect(names.map(({ id }) => id)).toEqual([a, b]);
		expect([...tree.leafOfPaper]).toEqual([0, 0, 1, 1, 0, -1]);
		expect([...tree.leafOfConcept]).toEqual([0, 1]);
	});

	test('are gone when their last paper is', () => {
		const nearness = graphOf(2, []);
		const { tree, names } = keepTopics(papers.slice(2, 4), concepts, kept, {
			ties: {
				...ties,
				papers: 2,
				ofPaper: { offsets: Uint32Array.from([0, 1, 2]), values: Uint32Array.from([1, 1]) }
			},
			nearness
		});
		expect(names.map(({ id }) => id)).toEqual([b]);
		expect([...tree.leafOfPaper]).toEqual([0, 0]);
	});

	test('hand their ids on to those that hold half of both', () => {
		const tree = treeOf(ties, { ofPaper: Int32Array.from([0, 0, 1, 1, 1, -1]), parents: [null, null] });
		const names = ['new', 'b'].map((id) => ({ id: topicIdSchema.parse(id), name: id, terms: [] }));
		expect(inheritIds(papers, tree, names, kept).map(({ id }) => id)).toEqual(['a', 'b']);
		const mixed = treeOf(ties, { ofPaper: Int32Array.from([0, 1, 0, 1, 1, -1]), parents: [null, null] });
		expect(inheritIds(papers, mixed, names, kept).map(({ id }) => id)).toEqual(['new', 'b']);
	});

	test.each<[string, { concepts: number[]; edges: [number, number, number][] }, number]>([
		// Papers 0 and 1 are in topic a, 2 and 3 in b; paper 4 is new. Of four concepts one is at home in a, the others in b.
		['where its nearest are', { concepts: [2, 3], edges: [[4, 0, 0.2]] }, 0],
		[
			'of two alike the first topic',
			{
				concepts: [2, 3],
				edges: [
					[4, 2, 0.2],
					[4, 0, 0.2]
				]
			},
			0
		],
		['where most of its concepts are at home, when nothing is near', { concepts: [1, 2], edges: [] }, 1],
		['of two alike the first topic, when nothing is near', { concepts: [0, 1], edges: [] }, 0],
		['into the largest topic, when its concepts are new as well', { concepts: [4], edges: [] }, 1]
	])('take a new paper in %s', (_, { concepts: own, edges }, expected) => {
		const names = ['pond', 'reed', 'moss', 'duck', 'new'];
		const rows: Record<string, number[]> = { pond: [0, 1], reed: [2, 3], moss: [2], duck: [3, 5], new: [] };
		const said = names.map((name, at) => ({
			name,
			papers: [...(rows[name] ?? []), ...(own.includes(at) ? [4] : [])].sort((x, y) => x - y)
		}));
		const corpus = corpusOf(6, said);
		const places = {
			papers: new Map([0, 1, 2, 3, 5].map((paper) => [`p${paper}`, place(paper < 2 ? a : b)])),
			concepts: new Map(names.slice(0, 4).map((name, at) => [name, place(at === 0 ? a : b)])),
			topics: [topic(a), topic(b)]
		};
		const { tree } = keepTopics(
			papers,
			names.map((id) => ({ id })),
			places,
			{ ties: corpus.ties, nearness: graphOf(6, edges) }
		);
		expect(tree.leafOfPaper[4]).toBe(expected);
	});

	test('keep a concept at home, and give one whose topic is gone a new home', () => {
		const places = {
			papers: new Map([0, 1, 2, 3, 4].map((paper) => [`p${paper}`, place(a)])),
			concepts: new Map([
				['pond', place(b)],
				['reed', place(topicIdSchema.parse('gone'))]
			]),
			topics: [topic(b), topic(a)]
		};
		const { tree, names } = keepTopics(papers, concepts, places, { ties, nearness: graphOf(6, []) });
		expect([names.map(({ id }) => id), [...tree.leafOfConcept]]).toEqual([['a'], [0, 0]]);
	});

	test('are the large ones first, then the small ones with their parents', () => {
		const small = (id: string, parent: typeof a | null) => ({
			...topic(topicIdSchema.parse(id)),
			level: 2 as const,
			parent: parent ?? null
		});
		const places = {
			papers: new Map([
				['p0', place(topicIdSchema.parse('z'))],
				['p1', place(topicIdSchema.parse('y'))],
				['p2', place(b)]
			]),
			concepts: new Map<string, never>(),
			topics: [small('z', a ?? null), small('orphan', null), topic(b), small('y', a ?? null), topic(a)]
		};
		const { tree, names } = keepTopics(papers, concepts, places, {
			ties,
			nearness: graphOf(6, [
				[3, 2, 1],
				[4, 0, 1]
			])
		});
		expect(names.map(({ id }) => id)).toEqual(['a', 'b', 'y', 'z']);
		expect(tree.topics.map(({ level, parent, papers: own }) => [level, parent, own])).toEqual([
			[1, null, [0, 1, 4]],
			[1, null, [2, 3]],
			[2, 0, [1]],
			[2, 0, [0, 4]]
		]);
	});

	describe('ids of a division that was made anew', () => {
		/** Ids that the new topics bear, given the old topic and the new one of each of eight papers. */
		function inherited(old: string, now: string): string[] {
			const eight = corpusOf(8, [{ name: 'pond', papers: upTo(0, 8) }]);
			const letters = [...new Set(old)].filter((letter) => letter !== ' ').sort();
			const places = {
				papers: new Map(
					Array.from(old, (letter, paper) => [
						`p${paper}`,
						letter === ' ' ? { ...place(a), topic: null } : place(topicIdSchema.parse(letter))
					])
				),
				concepts: new Map<string, never>(),
				topics: letters.map((letter) => topic(topicIdSchema.parse(letter)))
			};
			const count = Math.max(...Array.from(now, Number)) + 1;
			const tree = treeOf(eight.ties, {
				ofPaper: Int32Array.from(now, Number),
				parents: Array.from({ length: count }, () => null)
			});
			const names = Array.from({ length: count }, (_, at) => ({
				id: topicIdSchema.parse(`n${at}`),
				name: `n${at}`,
				terms: []
			}));
			return inheritIds(
				upTo(0, 8).map((paper) => ({ id: `p${paper}` })),
				tree,
				names,
				places
			).map(({ id }) => id);
		}
		test.each<[string, string, string, string[]]>([
			['all stay', 'aaaabbbb', '00001111', ['a', 'b']],
			['numbers do not matter', 'aaaabbbb', '11110000', ['b', 'a']],
			['half of both is enough', 'aaaabbbb', '00112222', ['a', 'n1', 'b']],
			['less is not', 'aaaaabbb', '00112333', ['n0', 'n1', 'n2', 'b']],
			['the nearer of two has it', 'aaaaaaaa', '00000111', ['a', 'n1']],
			['one that took in another keeps the id of the larger', 'aaaaabbb', '00000000', ['a']],
			['what was in no topic does not count', 'aa      ', '00011111', ['a', 'n1']],
			['nothing is left of a topic that is scattered', 'aaaa  bb', '01230123', ['n0', 'n1', 'n2', 'n3']]
		])('%s', (_, old, now, expected) => {
			expect(inherited(old, now)).toEqual(expected);
		});
	});
});

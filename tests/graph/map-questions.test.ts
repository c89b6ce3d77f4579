import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeDots, monthOf } from '#lib/domain/dots.ts';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { maximumElements } from '#lib/domain/map-picture.ts';
import { neighbourSorts, wholeMap, type View } from '#lib/domain/view.ts';
import { cypherOfPicture } from '#lib/explorer/view-cypher.ts';
import { presentView } from '#lib/server/answers/present-view.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import { lineDetails } from '#lib/server/questions/line-details.ts';
import { dotsFound, mapDots, paperOfDot } from '#lib/server/questions/map-dots.ts';
import { countNeighbours, neighboursOfSort } from '#lib/server/questions/neighbour-sorts.ts';
import { hubPapers, paperStacks } from '#lib/server/questions/paper-stacks.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

const id = 'group-relative-policy-optimization';
const grpo = nodeRef('concepts', id);
const mentioning = new Set<string>(
	graph.mentions.filter(({ concept }) => concept === id).map(({ paper }) => paper)
);
const any: Pick<View, 'scope' | 'from' | 'to'> = { scope: 'corpus', from: null, to: null };

describe('the dots', () => {
	test('are all papers, each at its place with its month and topic', async () => {
		const { bytes, generation } = await mapDots(opened.store);
		const dots = decodeDots(bytes.slice().buffer);
		expect(dots.generation).toBe(generation);
		const papers = [...graph.papers].sort((a, b) => (a.id < b.id ? -1 : 1));
		expect(dots.x).toHaveLength(papers.length);
		for (const [number, paper] of papers.entries()) {
			expect((await paperOfDot(opened.store, number, generation)).ref).toBe(nodeRef('papers', paper.id));
			expect(dots.x[number]).toBeCloseTo(paper.x, 0);
			expect(dots.y[number]).toBeCloseTo(paper.y, 0);
			expect(dots.month[number]).toBe(monthOf(paper.date));
		}
	});

	test('of another generation, or beyond the last, are nobody', async () => {
		const { generation } = await mapDots(opened.store);
		await expect(paperOfDot(opened.store, 0, 'before')).rejects.toMatchObject({ name: 'NotFoundError' });
		await expect(paperOfDot(opened.store, graph.papers.length, generation)).rejects.toMatchObject({
			name: 'NotFoundError'
		});
	});

	test('that a search finds hold all its words', async () => {
		const { dots, generation } = await dotsFound(opened.store, 'reward model');
		const papers = await Promise.all(dots.map((dot) => paperOfDot(opened.store, dot, generation)));
		expect(papers.length).toBeGreaterThan(1);
		expect(papers.length).toBeLessThan(graph.papers.length);
		const refs = new Set<string>(papers.map(({ ref }) => ref));
		for (const paper of graph.papers)
			if (/\breward\b[^]*\bmodel\b/i.test(`${paper.title}\n${paper.abstract}`))
				expect(refs).toContain(nodeRef('papers', paper.id));
		expect((await dotsFound(opened.store, '  ')).dots).toEqual([]);
	});
});

describe('a line', () => {
	const [first] = graph.mentions.filter(({ concept }) => concept === id);
	const paper = nodeRef('papers', first?.paper ?? '');

	test('from a paper to a concept is the mention with its sentence, whichever end comes first', async () => {
		const line = await lineDetails(opened.store, paper, grpo);
		expect(line.ties.find(({ type }) => type === 'MENTIONS')?.weight).toBeCloseTo(first?.weight ?? NaN);
		expect(line.papers).toBe(1);
		const [evidence] = line.evidence;
		expect(evidence?.paper.ref).toBe(paper);
		expect(evidence?.marks.length).toBeGreaterThan(0);
		const back = await lineDetails(opened.store, grpo, paper);
		expect(back.evidence).toEqual(line.evidence);
		expect(back.ends).toEqual([...line.ends].reverse());
	});

	test('between two concepts marks both of them in one sentence where there is one', async () => {
		const pair = graph.coOccurs
			.filter(({ first, second }) => first === id || second === id)
			.sort((a, b) => b.papers - a.papers)[0];
		const other = nodeRef('concepts', (pair?.first === id ? pair.second : pair?.first) ?? '');
		const line = await lineDetails(opened.store, grpo, other);
		const tie = line.ties.find(({ type }) => type === 'CO_OCCURS');
		expect(tie?.weight).toBeCloseTo(pair?.npmi ?? NaN);
		expect(line.papers).toBe(pair?.papers);
		expect(line.evidence).toHaveLength(pair?.papers ?? NaN);
		expect(line.evidence.some(({ marks }) => marks.length > 1)).toBe(true);
	});

	test('between two papers tells the parts of the score and what they share', async () => {
		const [related] = graph.related;
		const [from, to] = [nodeRef('papers', related?.paper ?? ''), nodeRef('papers', related?.related ?? '')];
		const line = await lineDetails(opened.store, from, to);
		const tie = line.ties.find(({ type, from: start }) => type === 'RELATED' && start === from);
		expect(tie?.weight).toBeCloseTo(related?.score ?? NaN);
		expect((tie?.parts?.concepts ?? 0) + (tie?.parts?.text ?? 0)).toBeCloseTo(related?.score ?? NaN);
		expect(line.evidence).toEqual([]);
	});

	test('to what is not there is not found, one without a tie has none', async () => {
		await expect(lineDetails(opened.store, grpo, 'concepts/no-such-pond')).rejects.toMatchObject({
			name: 'NotFoundError'
		});
		await expect(lineDetails(opened.store, grpo, nodeRef('topics', 'x'))).rejects.toMatchObject({
			name: 'NotFoundError'
		});
		const stranger = graph.papers.find(({ id: own }) => !mentioning.has(own));
		const line = await lineDetails(opened.store, grpo, nodeRef('papers', stranger?.id ?? ''));
		expect([line.ties, line.papers]).toEqual([[], 0]);
	});
});

describe('the papers of a hub', () => {
	/** How many of its papers each topic has, within dates. */
	function papersByTopic(to = '9999'): Map<string, number> {
		const counts = new Map<string, number>();
		for (const { member, topic } of graph.memberships) {
			const found = graph.papers.find(({ id: own }) => nodeRef('papers', own) === member);
			if (found && mentioning.has(found.id) && (found.date ?? '9999') <= to)
				counts.set(topic, (counts.get(topic) ?? 0) + 1);
		}
		return counts;
	}
	const stacked = (to?: string) =>
		[...papersByTopic(to)]
			.filter(([, papers]) => papers > 1)
			.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	const told = (stacks: { id: string; papers: number }[]) =>
		stacks.map(({ id: own, papers }) => [own.slice('topics/'.length), papers]);

	test('lie in a stack for each topic that has two or more of them, most first', async () => {
		const stacks = await paperStacks(opened.store, grpo, any);
		expect(stacks.length).toBeGreaterThan(1);
		expect(told(stacks)).toEqual(stacked());
	});

	test('of the topic that is entered are drawn singly, and are in no stack', async () => {
		const [largest] = await paperStacks(opened.store, grpo, any);
		const scope = largest?.id ?? 'corpus';
		const singly = await hubPapers(opened.store, grpo, { ...any, scope });
		expect(singly).toHaveLength(largest?.papers ?? NaN);
		expect(told(await paperStacks(opened.store, grpo, { ...any, scope }))).toEqual(stacked().slice(1));
		expect(await hubPapers(opened.store, grpo, any)).toEqual([]);
	});

	test('count within the dates alone', async () => {
		const dates = graph.papers.flatMap(({ id: own, date }) => (mentioning.has(own) && date ? [date] : []));
		const to = dates.sort()[Math.floor(dates.length / 2)] ?? '';
		const stacks = await paperStacks(opened.store, grpo, { ...any, to });
		expect(told(stacks)).toEqual(stacked(to));
		expect(stacked(to)).not.toEqual(stacked());
	});
});

describe('neighbours by sort', () => {
	test('are as many as are counted, thirty at most, of that sort', async () => {
		const counts = new Map(
			(await countNeighbours(opened.store, grpo)).map(({ sort, count }) => [sort, count])
		);
		expect(counts.get('paper')).toBe(mentioning.size);
		for (const sort of neighbourSorts) {
			const refs = await neighboursOfSort(opened.store, grpo, sort);
			expect(refs).toHaveLength(Math.min(30, counts.get(sort) ?? 0));
			for (const ref of refs) {
				const kind = graph.concepts.find(({ id: own }) => nodeRef('concepts', own) === ref)?.kind;
				if (sort === 'paper') expect(mentioning.has(ref.slice('papers/'.length))).toBe(true);
				else if (sort !== 'broader' && sort !== 'narrower') expect(kind).toBe(sort);
			}
		}
	});
});

describe('a picture of its own', () => {
	const refs: NodeRef[] = [grpo, ...[...mentioning].slice(0, 3).map((paper) => nodeRef('papers', paper))];

	test('holds its nodes and the lines among them, and nothing else', async () => {
		const { nodes, edges } = await viewPicture(opened.store, { ...wholeMap, only: refs });
		expect(nodes.map(({ id: own }) => own)).toEqual(refs);
		expect(edges.filter(({ type }) => type === 'MENTIONS' || type === 'INTRODUCES')).toHaveLength(3);
		const chosen = await viewPicture(opened.store, { ...wholeMap, only: refs, selected: grpo });
		expect(chosen.nodes.map(({ id: own }) => own).sort()).toEqual([...refs].sort());
	});

	test('grows by the neighbours of one sort', async () => {
		const grown: View['grown'] = [{ node: grpo, sort: 'paper' }];
		const { nodes, edges } = await viewPicture(opened.store, { ...wholeMap, only: refs, grown });
		const drawn = nodes.map(({ id: own }) => own);
		for (const paper of mentioning) expect(drawn).toContain(nodeRef('papers', paper));
		expect(nodes.length + edges.length).toBeLessThanOrEqual(maximumElements);
	});
});

describe('the query of a picture', () => {
	test.each<[string, Partial<View>]>([
		['the whole map', {}],
		[
			'a choice within dates, with something expanded, pinned and hidden',
			{
				selected: grpo,
				to: '2025',
				open: [nodeRef('papers', graph.papers[0]?.id ?? '')],
				pinned: [nodeRef('concepts', graph.concepts[5]?.id ?? '')],
				hidden: [nodeRef('concepts', graph.concepts[1]?.id ?? '')]
			}
		],
		['a topic', { scope: nodeRef('topics', graph.topics[0]?.id ?? '') }]
	])('of %s answers with exactly its nodes and lines', async (_, given) => {
		const picture = await viewPicture(opened.store, { ...wholeMap, ...given });
		const { rows } = await runQuery(opened.store, cypherOfPicture(picture));
		const row = z.tuple([z.object({ node: z.string() }), z.array(z.string())]);
		const found = rows.map((each) => row.parse(each));
		expect(found.map(([{ node }]) => node)).toEqual(picture.nodes.map(({ id: own }) => own));
		const lines = found.flatMap(([{ node }, all]) => all.map((line) => `${node} ${line}`));
		expect(lines.sort()).toEqual(picture.edges.map(({ id: own }) => own).sort());
	});
});

test('a view of another graph keeps what is there, follows what was merged and names what is gone', async () => {
	await opened.store.write((transaction) =>
		transaction.run(`MATCH (c:Concept {id: $id}) SET c.formerIds = ['old-grpo']`, { id })
	);
	const gone: NodeRef = 'papers/nobody';
	const view: View = {
		...wholeMap,
		open: [grpo, gone],
		hidden: ['concepts/old-grpo'],
		moved: [
			{ node: gone, x: 1, y: 1 },
			{ node: 'concepts/old-grpo', x: 2, y: 3 }
		],
		grown: [{ node: 'concepts/old-grpo', sort: 'task' }]
	};
	const present = await presentView(opened.store, view);
	expect(present.gone).toEqual([gone]);
	expect(present.view).toEqual({
		...view,
		open: [grpo],
		hidden: [grpo],
		moved: [{ node: grpo, x: 2, y: 3 }],
		grown: [{ node: grpo, sort: 'task' }]
	});
});

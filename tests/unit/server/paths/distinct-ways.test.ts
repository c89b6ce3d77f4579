import { describe, expect, test } from 'vitest';
import { nodeRef, type NodeRef } from '#lib/domain/ids.ts';
import { distinctWays } from '#lib/server/paths/distinct-ways.ts';
import { MentionNet } from '#lib/server/paths/mention-net.ts';

const concept = (id: string) => nodeRef('concepts', id);

/** A net of papers by what they mention: `p1: a b`. Sizes are of concepts that more papers mention than these. */
function netOf(papers: Record<string, string>, sizes: Record<string, number> = {}): MentionNet {
	const net = new MentionNet();
	// The ends are known before anything is read, papers among them.
	for (const id of ['p1', 'p2']) net.vertex(nodeRef('papers', id));
	const all = Object.values(papers).flatMap((concepts) => concepts.split(' '));
	const rows = Object.entries(papers).map(([id, concepts]) => ({
		paper: nodeRef('papers', id),
		concepts: concepts.split(' ').map((name) => ({
			ref: concept(name),
			papers: sizes[name] ?? all.filter((other) => other === name).length,
			weight: 1
		}))
	}));
	net.add(rows, 0);
	return net;
}

/** Each way as the ids of its nodes. */
function ways(net: MentionNet, from: NodeRef, to: NodeRef, most = 5, steps = 12): string[] {
	return distinctWays(net, { from, to, steps }, most).map(({ nodes }) =>
		nodes.map((ref) => ref.split('/')[1]).join(' ')
	);
}

describe('distinctWays', () => {
	test('goes round a concept of many papers: four times as many cost one more concept', () => {
		const papers = { p1: 'a hub', p2: 'hub b', q1: 'a x', q2: 'x y', q3: 'y b' };
		expect(ways(netOf(papers, { hub: 100 }), concept('a'), concept('b'))).toEqual([
			'a q1 x q2 y q3 b',
			'a p1 hub p2 b'
		]);
		expect(ways(netOf(papers, { hub: 3 }), concept('a'), concept('b'))[0]).toBe('a p1 hub p2 b');
	});

	test('are told once for the papers in which the ends meet, and then go over other papers', () => {
		const net = netOf({ p1: 'a b x', p2: 'a b', p3: 'a x', p4: 'x b' });
		expect(ways(net, concept('a'), concept('b'))).toEqual(['a p1 b', 'a p3 x p4 b']);
	});

	test('are not told again with a detour: the concepts of none are all among those of another', () => {
		const net = netOf({ p1: 'a x', p2: 'x b', p3: 'a y', p4: 'y x', p5: 'a x', p6: 'x b' });
		expect(ways(net, concept('a'), concept('b'))).toEqual(['a p1 x p2 b']);
	});

	test('are as many as were asked for, the cheapest first', () => {
		const papers = { a1: 'a u', u1: 'u b', a2: 'a v', v1: 'v b', a3: 'a w', w1: 'w b' };
		const sizes = { u: 8, v: 2, w: 4 };
		expect(ways(netOf(papers, sizes), concept('a'), concept('b'))).toEqual([
			'a a2 v v1 b',
			'a a3 w w1 b',
			'a a1 u u1 b'
		]);
		expect(ways(netOf(papers, sizes), concept('a'), concept('b'), 2)).toHaveLength(2);
	});

	test('are no longer than the steps that were looked at', () => {
		const net = netOf({ p1: 'a x', p2: 'x y', p3: 'y b' });
		expect(ways(net, concept('a'), concept('b'), 5, 6)).toEqual(['a p1 x p2 y p3 b']);
		expect(ways(net, concept('a'), concept('b'), 5, 5)).toEqual([]);
	});

	test('join papers: by a concept of both, and a paper with its own concept by their mention', () => {
		const net = netOf({ p1: 'a x', p2: 'x b' });
		expect(ways(net, nodeRef('papers', 'p1'), nodeRef('papers', 'p2'))).toEqual(['p1 x p2']);
		expect(ways(net, nodeRef('papers', 'p1'), concept('x'))[0]).toBe('p1 x');
	});

	test('do not depend on the order in which concepts are told', () => {
		const forward = netOf({ p1: 'a x y', p2: 'x y b' });
		const backward = netOf({ p1: 'y x a', p2: 'b y x' });
		const [one, other] = [forward, backward].map((net) => ways(net, concept('a'), concept('b')));
		expect(one).toEqual(other);
		expect(one).toEqual(['a p1 x p2 b', 'a p1 y p2 b']);
	});
});

describe('a frontier', () => {
	test('is of the concepts of fewest papers, as many as have so many papers together, each once', () => {
		const net = netOf({ p1: 'a b c' }, { a: 5, b: 2, c: 100 });
		expect(net.frontier(0, 50)).toEqual({ concepts: [concept('b'), concept('a')], isAll: false });
		expect(net.frontier(0, 200)).toEqual({ concepts: [concept('c')], isAll: true });
		expect(net.frontier(0, 200)).toEqual({ concepts: [], isAll: true });
		expect(net.frontier(1, 200).concepts).toEqual([]);
	});
});

import { describe, expect, test } from 'vitest';
import { nodeRef } from '#lib/domain/ids.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { relatedToAll } from '#lib/server/questions/related-to-all.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

/** The ties of a paper, from whichever side they are told: the other paper with the parts. */
function tiesOf(id: string): Map<string, { concepts: number; text: number }> {
	const ties = new Map<string, { concepts: number; text: number }>();
	for (const { paper, related, concepts, text } of graph.related) {
		if (paper === id) ties.set(related, { concepts, text });
		else if (related === id) ties.set(paper, { concepts, text });
	}
	return ties;
}
const conceptsOf = (id: string) =>
	new Set(graph.mentions.filter(({ paper }) => paper === id).map(({ concept }) => concept));

describe('what is related to a set', () => {
	const [first] = graph.related;
	const ids = [first?.paper ?? '', first?.related ?? ''];
	const refs = ids.map((id) => nodeRef('papers', id));

	test('is related to every one of two, with the parts summed', async () => {
		const { of, least, related } = await relatedToAll(opened.store, refs, 50);
		expect([of.map(({ ref }) => ref), least]).toEqual([refs, 2]);
		const [a, b] = ids.map(tiesOf);
		const expected = [...(a?.keys() ?? [])].filter((id) => b?.has(id) && !ids.includes(id));
		expect(expected.length).toBeGreaterThan(0);
		expect(new Set(related.map(({ paper }) => paper.ref))).toEqual(
			new Set(expected.map((id) => nodeRef('papers', id)))
		);
		for (const { paper, near, concepts, text, score } of related) {
			const id = paper.ref.slice('papers/'.length);
			const parts = [a?.get(id), b?.get(id)];
			expect(concepts).toBeCloseTo(
				parts.reduce((sum, part) => sum + (part?.concepts ?? 0), 0),
				5
			);
			expect(text).toBeCloseTo(
				parts.reduce((sum, part) => sum + (part?.text ?? 0), 0),
				5
			);
			expect(score).toBeCloseTo(concepts + text, 5);
			expect(near).toHaveLength(2);
		}
		const scores = related.map(({ score }) => score);
		expect(scores).toEqual([...scores].sort((x, y) => y - x));
	});

	test('names the concepts that it shares with the set, those of most of it first', async () => {
		const { related } = await relatedToAll(opened.store, refs, 50);
		const sets = ids.map(conceptsOf);
		for (const { paper, shared, sharedTotal } of related) {
			const own = conceptsOf(paper.ref.slice('papers/'.length));
			const members = shared.map(
				({ ref }) => sets.filter((set) => set.has(ref.slice('concepts/'.length) as never)).length
			);
			expect(members).toEqual([...members].sort((x, y) => y - x));
			expect(members.every((count) => count > 0)).toBe(true);
			for (const { ref } of shared) expect(own).toContain(ref.slice('concepts/'.length));
			expect(sharedTotal).toBe([...own].filter((id) => sets.some((set) => set.has(id))).length);
		}
	});

	test('is related to most of three, those of all three first, and leaves out what is not there', async () => {
		const [third = ''] = [...tiesOf(ids[0] ?? '').keys()].filter((id) => !ids.includes(id));
		const set = [
			...refs,
			nodeRef('papers', third),
			nodeRef('papers', 'no-such-pond'),
			nodeRef('concepts', 'x')
		];
		const { of, gone, least, related } = await relatedToAll(opened.store, set, 50);
		expect([of.length, gone, least]).toEqual([3, set.slice(3), 2]);
		const counts = related.map(({ near }) => near.length);
		expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
		expect(counts).toEqual([...counts].sort((x, y) => y - x));
		expect(related.map(({ paper }) => paper.ref)).not.toContain(nodeRef('papers', third));
	});
});

test('what is related shares a concept or its text is near, and its parts add up', async () => {
	let seen = 0;
	for (const { id } of graph.papers.slice(0, 20)) {
		const { related } = await paperDetails(opened.store, id);
		for (const { score, concepts, text, sharedTotal } of related) {
			seen += 1;
			expect(concepts + text).toBeCloseTo(score, 5);
			expect(score).toBeGreaterThan(0);
			expect(sharedTotal > 0 || text > 0).toBe(true);
		}
	}
	expect(seen).toBeGreaterThan(50);
});

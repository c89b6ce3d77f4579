import { describe, expect, test } from 'vitest';
import { nodeRef, splitRef } from '#lib/domain/ids.ts';
import { drawnKinds, wholeMap, type View } from '#lib/domain/view.ts';
import { isWithin } from '#lib/domain/within-dates.ts';
import { kindCounts } from '#lib/server/questions/kind-counts.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

type Counted = (typeof graph.concepts)[number] | (typeof graph.papers)[number];

/** What the graph itself holds of each kind, of the concepts and papers for which `holds` does. */
function expected(holds: (node: Counted) => boolean) {
	return Object.fromEntries(
		drawnKinds.map((kind) => [
			kind,
			kind === 'paper'
				? graph.papers.filter(holds).length
				: graph.concepts.filter((concept) => concept.kind === kind && holds(concept)).length
		])
	);
}
function datesOf(node: Counted): [string | null, string | null] {
	return 'kind' in node ? [node.firstDate, node.lastDate] : [node.date, node.date];
}
const counts = (view: Partial<View>) => kindCounts(opened.store, { ...wholeMap, ...view });
const dates = { from: '2022', to: '2023-03' };

describe('kindCounts', () => {
	test('leaves the whole corpus to the overview', async () => {
		expect(await counts({})).toBeNull();
		expect(await counts({ without: ['method'], selected: nodeRef('concepts', 'rationale') })).toBeNull();
	});

	test('counts what lies within the dates, switched off or not', async () => {
		const found = await counts({ ...dates, without: ['paper', 'method'] });
		expect(found).toEqual(expected((node) => isWithin(...datesOf(node), dates)));
		expect(found?.paper).toBeGreaterThan(0);
		expect(found?.paper).toBeLessThan(graph.papers.length);
	});

	test('counts what belongs to a topic', async () => {
		const topic = graph.topics.find(({ id }) => graph.memberships.some(({ topic: of }) => of === id));
		const scope = nodeRef('topics', topic?.id ?? '');
		const members = new Set<string>(
			graph.memberships.flatMap(({ member, topic: of }) => (of === topic?.id ? [splitRef(member).id] : []))
		);
		const found = await counts({ scope });
		expect(found).toEqual(expected(({ id }) => members.has(id)));
		expect(found?.paper).toBeGreaterThan(0);
	});

	test('counts the neighbours of a concept', async () => {
		const id = 'group-relative-policy-optimization';
		const mentioning = new Set(
			graph.mentions.filter(({ concept }) => concept === id).map(({ paper }) => paper)
		);
		const found = await counts({ scope: nodeRef('concepts', id) });
		expect(found?.paper).toBe(mentioning.size);
		expect(found?.dataset).toBeGreaterThan(0);
	});

	test('counts a picture of its own', async () => {
		const [concept] = graph.concepts;
		const papers = graph.papers.slice(0, 3).map(({ id }) => nodeRef('papers', id));
		const found = await counts({ only: [...papers, nodeRef('concepts', concept?.id ?? '')] });
		expect(found?.paper).toBe(3);
		expect(found?.[concept?.kind ?? 'other']).toBe(1);
		expect(Object.values(found ?? {}).reduce((sum, count) => sum + count, 0)).toBe(4);
	});
});

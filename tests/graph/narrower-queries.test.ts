import { expect, test } from 'vitest';
import { nodeRef } from '#lib/domain/ids.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { bindParameters } from '#lib/server/queries/bind-parameters.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';
import { wideSenseOf } from './wide-sense.ts';

const graph = await sampleGraph();
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

test('a saved query of a concept counts what is narrower too, where that is wanted', async () => {
	const wide = wideSenseOf(graph);
	const query = shippedQueries.find(({ id }) => id === 'methods-used-with-a-dataset');
	if (!query) throw new Error('there is no such query');
	const papersOf = async (narrower: string) => {
		const given = { concept: [wide.id], limit: ['5000'], narrower: [narrower] };
		const { parameters } = await bindParameters(opened.store, query, given);
		const { rows } = await runQuery(opened.store, query.cypher, parameters);
		return new Map(rows.map(([used, , papers]) => [(used as { node: string }).node, Number(papers)]));
	};
	/** How many of these papers mention each method and model. */
	const counted = (papers: ReadonlySet<string>) => {
		const counts = new Map<string, number>();
		for (const { paper: of, concept } of graph.mentions) {
			const kind = graph.concepts.find(({ id }) => id === concept)?.kind;
			if (papers.has(of) && (kind === 'method' || kind === 'model'))
				counts.set(nodeRef('concepts', concept), (counts.get(nodeRef('concepts', concept)) ?? 0) + 1);
		}
		return counts;
	};
	const own = counted(
		new Set(graph.mentions.filter(({ concept }) => concept === wide.id).map((m) => m.paper))
	);
	const all = counted(wide.papers);
	const [narrow, broad] = [await papersOf('false'), await papersOf('true')];
	for (const [ref, papers] of narrow) expect([ref, papers]).toEqual([ref, own.get(ref)]);
	for (const [ref, papers] of broad) expect([ref, papers]).toEqual([ref, all.get(ref)]);
	expect(narrow.size).toBe([...own.keys()].filter((ref) => ref !== nodeRef('concepts', wide.id)).length);
	expect(broad.size).toBeGreaterThan(narrow.size);
});

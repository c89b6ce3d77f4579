import { expect, test } from 'vitest';
import { extractCorpus } from '#lib/concepts/extract.ts';
import { nodeRef } from '#lib/domain/ids.ts';
import { maximumElements } from '#lib/domain/map-picture.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { paperSchema } from '#lib/domain/paper.ts';
import { buildGraph } from '#lib/graph/build-graph.ts';
import { mapLand } from '#lib/server/questions/map-land.ts';
import { mapPicture } from '#lib/server/questions/map-picture.ts';
import { publish } from '#lib/server/publishing/publish.ts';
import { ingestAt, openedStore } from './opened-store.ts';

const fields = ['pond search', 'river ranking', 'lily detection', 'duck tracking', 'swan recognition'];
const means = [
	'wave network',
	'ripple kernel',
	'tide sampling',
	'mud regression',
	'frost decoding',
	'rain pruning'
];

/** More papers than the overview draws: each is about one field by one or two means. */
const papers = Array.from({ length: 240 }, (_, index): Paper => {
	const field = fields[index % fields.length] ?? '';
	const [mean, other] = [means[index % means.length] ?? '', means[(index * 5 + 1) % means.length] ?? ''];
	return paperSchema.parse({
		id: `p${index}`,
		title: `A ${mean} for ${field}, part ${index}`,
		abstract: `We study ${field} in depth. The ${mean} helps ${field} more than the ${other} of others.`,
		date: null,
		url: null,
		organization: null,
		authors: [],
		authorCount: null,
		comments: null,
		source: 'made'
	});
});
const graph = await buildGraph(papers, await extractCorpus(papers));
const opened = openedStore((store) => publish(store, graph, ingestAt(1)));

test('the overview of a large corpus shows concepts of every part of it, and no papers', async () => {
	const { nodes, edges } = await mapPicture(opened.store, 'corpus');
	const refs = new Set(nodes.map(({ id }) => id));
	const missing = [...fields, ...means].filter(
		(phrase) => !refs.has(nodeRef('concepts', phrase.replaceAll(' ', '-')))
	);
	expect(missing).toEqual([]);
	expect(nodes.some(({ kind }) => kind === 'paper')).toBe(false);
	expect(nodes.length + edges.length).toBeLessThanOrEqual(maximumElements);
});

test('every topic of a large corpus can be entered, and has land', async () => {
	const { topics } = await mapLand(opened.store);
	expect(topics.map(({ id }) => id).sort()).toEqual(
		graph.topics.map(({ id }) => nodeRef('topics', id)).sort()
	);
	for (const { id } of graph.topics) {
		const { nodes, edges } = await mapPicture(opened.store, nodeRef('topics', id));
		expect(nodes.length).toBeGreaterThan(0);
		expect(nodes.length + edges.length).toBeLessThanOrEqual(maximumElements);
	}
});

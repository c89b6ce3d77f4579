import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Graph } from '#lib/domain/graph.ts';
import { conceptIdSchema, paperIdSchema, topicIdSchema } from '#lib/domain/ids.ts';
import { indexKeyBytes } from '#lib/domain/limits.ts';
import { health } from '#lib/server/questions/health.ts';
import { withIngestLock } from '#lib/server/publishing/ingest-lock.ts';
import { publish, unfinishedIngest } from '#lib/server/publishing/publish.ts';
import { ingestAt as ingest, openedStore } from './opened-store.ts';

const opened = openedStore();

/** Papers p1 … pn that all mention one concept; everything that no assertion looks at is filled in. */
function graphOf(papers: number, title = 'Ponds'): Graph {
	const ids = Array.from({ length: papers }, (_, index) => paperIdSchema.parse(`p${index + 1}`));
	const concept = conceptIdSchema.parse('pond');
	const topic = topicIdSchema.parse('pond');
	const place = { starts: [0], ends: [4] };
	return {
		papers: ids.map((id) => ({
			id,
			title: `${title} ${id}`,
			abstract: 'Ducks like ponds.',
			date: '2024-01-01',
			year: 2024,
			url: null,
			organization: null,
			authors: [],
			authorCount: 2,
			comments: null,
			source: 'test',
			x: 0,
			y: 0,
			step: 0
		})),
		concepts: [
			{
				id: concept,
				name: 'pond',
				label: 'pond',
				kind: 'other',
				aliases: ['ponds'],
				papers,
				firstDate: '2024-01-01',
				lastDate: '2024-01-01',
				x: 1,
				y: 1,
				step: 0
			}
		],
		topics: [
			{
				id: topic,
				name: 'pond',
				terms: ['pond'],
				level: 1,
				papers,
				concepts: 1,
				x: 0,
				y: 0,
				box: [0, 0, 1, 1],
				coast: [],
				farCoast: [],
				anchors: []
			}
		],
		mentions: ids.map((paper) => ({ paper, concept, weight: 1, count: 1, inTitle: true, ...place })),
		introduces: [],
		broader: [],
		coOccurs: [],
		related: [],
		cites: [],
		memberships: [],
		partOf: [],
		formerIds: []
	};
}

async function count(pattern: string): Promise<number> {
	const [row] = await opened.store.read({
		text: `MATCH ${pattern} RETURN count(*) AS n`,
		row: z.object({ n: z.int() })
	});
	return row?.n ?? -1;
}

describe('publish', () => {
	test('leaves nothing in an empty store when Neo4j refuses a part of the graph', async () => {
		const refused = graphOf(3);
		const [paper] = refused.papers;
		if (!paper) throw new Error('no papers');
		refused.papers.push({ ...paper, id: paperIdSchema.parse('z'.repeat(indexKeyBytes + 1)) });
		const options = { largestTransaction: 1 };
		await expect(publish(opened.store, refused, ingest(0), options)).rejects.toMatchObject({
			name: 'PublishFailedError',
			message: expect.stringMatching(
				/^Neo4j refused the graph \(Property value is too large to index/
			) as string,
			advice: 'Please report this with the file; nothing was published.'
		});
		expect(await count('(n) WHERE NOT n:IngestLock')).toBe(0);
		expect(await unfinishedIngest(opened.store)).toBeNull();
	});

	test('an index takes what the limits count on, and no byte more', async () => {
		const kept = (bytes: number) =>
			opened.store.write(async (transaction) => {
				await transaction.run('CREATE (:Paper {id: $id})', { id: 'é'.repeat(bytes / 2) });
				await transaction.run('MATCH (p:Paper) DELETE p');
			});
		await kept(indexKeyBytes);
		await expect(kept(indexKeyBytes + 2)).rejects.toThrow('too large to index');
	});

	test('stores a graph in an empty store', async () => {
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'empty', generation: null });
		expect(await publish(opened.store, graphOf(3), ingest(1))).toEqual({
			created: 5,
			changed: 0,
			removed: 0,
			written: 8
		});
		expect(await count('(:Paper)-[:MENTIONS]->(:Concept)')).toBe(3);
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'ready', papers: 3, concepts: 1 });
	});

	test('changes nothing when the graph is the same', async () => {
		expect(await publish(opened.store, graphOf(3), ingest(2))).toEqual({
			created: 0,
			changed: 0,
			removed: 0,
			written: 0
		});
	});

	test('writes only what differs, and keeps what people made', async () => {
		await opened.store.write((transaction) => transaction.run("CREATE (:SavedQuery {id: 'mine'})"));
		expect(await publish(opened.store, graphOf(2), ingest(3))).toEqual({
			created: 0,
			changed: 2,
			removed: 1,
			// The concept and the topic tell other numbers; the mention of the paper that goes goes with it.
			written: 2
		});
		expect(await count('(:Paper)-[:MENTIONS]->(:Concept)')).toBe(2);
		expect(await count('(:SavedQuery)')).toBe(1);
	});

	test('of the relationships that leave a node writes those that differ', async () => {
		const graph = graphOf(2);
		const [first, second] = graph.mentions;
		if (!first || !second) throw new Error('no mentions');
		graph.mentions = [first, { ...second, weight: 0.5 }];
		graph.related = [
			{ paper: first.paper, related: second.paper, score: 0.4, shared: 1, concepts: 0.3, text: 0.1, cites: 0 }
		];
		// A mention that weighs less, and a relationship that is new, whose score its paper tells as well.
		expect(await publish(opened.store, graph, ingest(3))).toMatchObject({ changed: 1, written: 3 });
		const [nearest] = await opened.store.read({
			text: 'MATCH (p:Paper)-[:RELATED]->() RETURN p.nearest AS nearest, p.concepts AS concepts, p.characters AS characters',
			row: z.object({ nearest: z.number(), concepts: z.number(), characters: z.number() })
		});
		const abstract = graph.papers.find(({ id }) => id === first.paper)?.abstract;
		expect(nearest).toEqual({ nearest: 0.4, concepts: 1, characters: abstract?.length });
		const weights = await opened.store.read({
			text: 'MATCH (p:Paper)-[m:MENTIONS]->() RETURN p.id AS id, m.weight AS weight ORDER BY id',
			row: z.object({ id: z.string(), weight: z.number() })
		});
		expect(weights.map(({ weight }) => weight)).toEqual([1, 0.5]);
		expect(await publish(opened.store, graphOf(2), ingest(3))).toMatchObject({ changed: 1, written: 3 });
		expect([await count('()-[:RELATED]->()'), await count('()-[:MENTIONS]->()')]).toEqual([0, 2]);
	});

	test('a publish that breaks in the middle leaves the old generation', async () => {
		const broken = graphOf(4, 'Lakes');
		broken.mentions[3] = { ...broken.mentions[0], weight: Number.NaN, starts: [{} as never] } as never;
		await expect(publish(opened.store, broken, ingest(4))).rejects.toThrow();
		expect(await health(opened.store, '0.1.0')).toMatchObject({ generation: ingest(3).startedAt, papers: 2 });
	});

	test('a publish in batches that is interrupted is seen, and completed by the next one', async () => {
		const broken = graphOf(4, 'Lakes');
		broken.mentions[3] = { ...broken.mentions[0], weight: Number.NaN, starts: [{} as never] } as never;
		const inBatches = { largestTransaction: 1 };
		await expect(publish(opened.store, broken, ingest(5), inBatches)).rejects.toThrow();
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'publishing' });
		expect(await unfinishedIngest(opened.store)).toEqual(['test']);
		await publish(opened.store, graphOf(4, 'Lakes'), ingest(6), inBatches);
		expect(await unfinishedIngest(opened.store)).toBeNull();
		expect(await health(opened.store, '0.1.0')).toMatchObject({ status: 'ready', papers: 4 });
		expect(await count('(:Paper)-[:MENTIONS]->(:Concept)')).toBe(4);
		expect(await publish(opened.store, graphOf(4, 'Lakes'), ingest(7))).toEqual({
			created: 0,
			changed: 0,
			removed: 0,
			written: 0
		});
	});

	test('only one ingest at a time: the second one is told', async () => {
		await withIngestLock(opened.store, async () => {
			await expect(withIngestLock(opened.store, () => Promise.resolve('in'))).rejects.toThrow(
				'Another ingest'
			);
		});
		expect(await withIngestLock(opened.store, () => Promise.resolve('in'))).toBe('in');
	});

	test('every id is unique', async () => {
		await expect(
			opened.store.write((transaction) => transaction.run("CREATE (:Paper {id: 'p1'})"))
		).rejects.toThrow();
	});
});

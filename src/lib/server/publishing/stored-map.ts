import { z } from 'zod';
import { labelOf } from '#lib/domain/graph-model.ts';
import { nodeRefSchema, topicIdSchema } from '#lib/domain/ids.ts';
import type { Store } from '#lib/server/store.ts';

const placeRow = z.object({
	id: z.string(),
	x: z.number(),
	y: z.number(),
	step: z.number(),
	topic: topicIdSchema.nullable()
});
const topicRow = z.object({
	id: topicIdSchema,
	name: z.string(),
	terms: z.array(z.string()),
	level: z.union([z.literal(1), z.literal(2)]),
	parent: topicIdSchema.nullable()
});
const formsRow = z.object({ id: z.string(), forms: z.array(z.string()) });
const formerRow = z.object({ former: nodeRefSchema, now: nodeRefSchema });
const drawnRow = z.object({ papers: z.int() });

type Place = z.infer<typeof placeRow>;

/** What people orient by in the stored generation, and of how many papers it was drawn. */
export interface StoredMap {
	papers: Map<string, Place>;
	concepts: Map<string, Place>;
	topics: z.infer<typeof topicRow>[];
	forms: Map<string, string[]>;
	former: z.infer<typeof formerRow>[];
	drawn: number;
}

/** Seconds for a question that reads every node. */
const seconds = 300;

async function places(store: Store, label: 'Paper' | 'Concept'): Promise<Map<string, Place>> {
	const rows = await store.read(
		{
			text: `MATCH (n:${label}) WHERE n.x IS NOT NULL OPTIONAL MATCH (n)-[:IN_TOPIC]->(t:Topic)
RETURN n.id AS id, n.x AS x, n.y AS y, n.step AS step, t.id AS topic`,
			row: placeRow
		},
		{},
		{ seconds }
	);
	return new Map(rows.map((row) => [row.id, row]));
}

/** Of how many papers the map was drawn that the store holds; null where there is none, or one of an older version. */
export async function drawnPapers(store: Store): Promise<number | null> {
	const [row] = await store.read({
		text: `MATCH (i:Ingest) WHERE i.status = 'done' AND i.drawn IS NOT NULL
RETURN i.drawn AS papers ORDER BY i.id DESC LIMIT 1`,
		row: drawnRow
	});
	return row?.papers ?? null;
}

const formsQuestion = {
	text: `MATCH (c:Concept) RETURN c.id AS id, [c.name, c.label] + c.aliases AS forms ORDER BY c.papers DESC, c.id`,
	row: formsRow
};

async function formerIds(store: Store): Promise<z.infer<typeof formerRow>[]> {
	const found = await Promise.all(
		Object.entries(labelOf).map(([collection, label]) =>
			store.read(
				{
					text: `MATCH (n:${label}) WHERE n.formerIds IS NOT NULL UNWIND n.formerIds AS former
RETURN '${collection}/' + former AS former, '${collection}/' + n.id AS now ORDER BY now, former`,
					row: formerRow
				},
				{},
				{ seconds }
			)
		)
	);
	return found.flat();
}

/** The map that a later generation goes on from; null where there is none that it could. */
export async function readStoredMap(store: Store): Promise<StoredMap | null> {
	const drawn = await drawnPapers(store);
	if (drawn === null) return null;
	const topics = await store.read({
		text: `MATCH (t:Topic) OPTIONAL MATCH (t)-[:PART_OF]->(large:Topic)
RETURN t.id AS id, t.name AS name, t.terms AS terms, t.level AS level, large.id AS parent ORDER BY t.id`,
		row: topicRow
	});
	const forms = await store.read(formsQuestion, {}, { seconds });
	return {
		papers: await places(store, 'Paper'),
		concepts: await places(store, 'Concept'),
		topics,
		forms: new Map(forms.map((row) => [row.id, row.forms])),
		former: await formerIds(store),
		drawn
	};
}

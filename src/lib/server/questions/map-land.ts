import { z } from 'zod';
import { mapTopicSchema, type MapLand } from '#lib/domain/map-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';

const question = {
	text: `MATCH (t:Topic)
RETURN t {.*, id: 'topics/' + t.id, parent: head([(t)-[:PART_OF]->(large) | 'topics/' + large.id])} AS topic
ORDER BY t.level, t.id`,
	row: z.object({ topic: mapTopicSchema })
};

/** The land of every topic: the same for every view of a generation. */
export async function mapLand(store: Store): Promise<MapLand> {
	return perGeneration(store, 'land', async (generation) => ({
		generation,
		topics: (await store.read(question)).map(({ topic }) => topic)
	}));
}

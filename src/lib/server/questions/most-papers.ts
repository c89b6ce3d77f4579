import { z } from 'zod';
import type { Store } from '#lib/server/store.ts';
import { perGeneration } from './generation.ts';

/** The papers of the concept that has most of them: what sizes on the map are relative to. At least 1. */
export async function mostPapers(store: Store): Promise<number> {
	return perGeneration(store, 'most papers', async () => {
		const [row] = await store.read({
			text: 'MATCH (c:Concept) WHERE c.papers > 0 RETURN c.papers AS most ORDER BY most DESC LIMIT 1',
			row: z.object({ most: z.int() })
		});
		return row?.most ?? 1;
	});
}

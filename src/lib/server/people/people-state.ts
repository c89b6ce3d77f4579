import { z } from 'zod';
import { peoplesLabels } from '#lib/domain/graph-model.ts';
import type { Store } from '#lib/server/store.ts';

const stateRow = z.object({ state: z.string() });

/** A text that is another one whenever people kept, changed, deleted or took back anything. */
export async function peopleState(store: Store): Promise<string> {
	const text = `MATCH (n:${peoplesLabels.join('|')})
WITH count(n) AS things, sum(n.revision) AS changes, max(n.changedAt) AS changed, max(n.deletedAt) AS deleted
RETURN things + '.' + changes + '.' + coalesce(changed, '') + '.' + coalesce(deleted, '') AS state`;
	const [row] = await store.read({ text, row: stateRow });
	return row?.state ?? '';
}

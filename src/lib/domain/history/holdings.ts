import { z } from 'zod';

/** How many papers a topic had after an ingest. */
const heldTopicSchema = z.object({ id: z.string(), name: z.string(), level: z.int(), papers: z.int() });

/**
 * What an ingest left, as far as later ones are compared with it. It is kept with the Ingest as one JSON text of 100 KB or
 * so, whatever the corpus: graphs of earlier versions have none.
 */
export const holdingsSchema = z.object({
	/** Every topic, sorted by id. */
	topics: z.array(heldTopicSchema),
	/** Id, papers, and how many of the newest papers: the concepts of most papers first, 2,000 at most. */
	concepts: z.array(z.tuple([z.string(), z.int(), z.int()])),
	/** How many papers the newest are, and the date from which on a paper is one of them; null where none has a date. */
	newest: z.object({ papers: z.int(), from: z.string().nullable() })
});
export type Holdings = z.infer<typeof holdingsSchema>;

/** What there is before the first ingest. */
export const nothingHeld: Holdings = { topics: [], concepts: [], newest: { papers: 0, from: null } };

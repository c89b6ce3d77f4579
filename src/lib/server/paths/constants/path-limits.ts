/** How far and how wide a search for ways goes: it has to answer while a person waits. */
export const pathLimits = {
	/** Looks around each end. Each goes one hop further, so that two ends that far apart still meet: six hops. */
	looks: 3,
	/** Papers that one look around what was found may read: they come in a tenth of a second, and the rarest concepts first. */
	papersAtOnce: 3000,
	/** Papers that are tried for a hop until one says both concepts in one sentence. */
	papersPerHop: 6,
	/** Searches in what was read; of those that find nothing new each makes what is known dearer for the next one. */
	rounds: 40
} as const;

/** What a way costs. Only the proportions matter. */
export const pathCosts = {
	/** One more concept in between. */
	concept: 1,
	/** Each doubling of the papers of a concept: four times as many papers cost as much as one more concept. */
	doubling: 0.5,
	/** What a way that was told already goes through: as if it had sixteen times as many papers. */
	used: 2,
	/** A paper that barely speaks of the concept, against one that is about it: it decides between equals. */
	faint: 0.25
} as const;

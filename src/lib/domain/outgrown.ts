/** A map that was drawn of fewer papers than one in so many of those that are there by now should be drawn anew. */
const outgrown = 1.25;

/**
 * One that was drawn of fewer than one in so many says nothing of them: the topics of fifty papers hold thousands by
 * their nearest, under names that fit none. Nobody orients by it any more.
 */
const meaningless = 4;

/** Whether a corpus has grown by more than a quarter since its map was drawn of so many papers. */
export function hasOutgrown(papers: number, drawn: number): boolean {
	return papers > outgrown * drawn;
}

/** Whether it has grown by so much since that the map is drawn anew without being asked for. */
export function isAnotherCorpus(papers: number, drawn: number): boolean {
	return papers > meaningless * drawn;
}

/** A map that was drawn of fewer papers than one in so many of those that are there by now should be drawn anew. */
const outgrown = 1.25;

/** Whether a corpus has grown by more than a quarter since its map was drawn of so many papers. */
export function hasOutgrown(papers: number, drawn: number): boolean {
	return papers > outgrown * drawn;
}

/** Words of a list that are in it for the same reason, parted by white space. */
export interface WordGroup {
	why: string;
	words: string;
}

/** The words of a list's groups. */
export function wordsOf(groups: readonly WordGroup[]): Set<string> {
	return new Set(groups.flatMap(({ words }) => words.trim().split(/\s+/)));
}

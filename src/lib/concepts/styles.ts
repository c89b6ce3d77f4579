/** The constants of a way to choose concepts: what decides is the kind of phrases that people want on the map. */
export interface Style {
	/** Least shares of a form's places at which it stands as a whole chunk: of phrases, and of heads of longer ones. */
	share: { chunk: number; head: number };
	/**
	 * Least share, among the papers in which a single word stands, of those in which the tagger takes it for a name:
	 * `consider` and `under` are nouns once in a hundred times.
	 */
	noun: number;
	/** In how many longer phrases a single word is the head before it counts as what those are kinds of. */
	heads: number;
	/** Least number of papers that speak of a form, in corpora up to `small` papers and above. */
	papers: { small: number; large: number };
	/** Up to so many papers a corpus is small, and the best few phrases of each paper are taken, too. */
	small: number;
	best: number;
	/** A form that more than this share of the papers speak of tells none apart. */
	everywhere: number;
}

/** `map`: what a researcher would put on a map. Set by reading its maps of the sample corpus and of larger ones. */
export const styles: Record<string, Style> = {
	map: {
		share: { chunk: 0.4, head: 0.15 },
		noun: 0.45,
		heads: 3,
		papers: { small: 2, large: 3 },
		small: 2000,
		best: 5,
		everywhere: 0.9
	}
};

export const defaultStyle = 'map';

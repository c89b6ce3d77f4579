/**
 * How near two papers are. Chosen on 7,890 papers by the keywords that pairs of near papers share (README, Topics):
 * text at 0.7 of the concepts' part is best between 0.5 and 0.9. 25 neighbours divide better than 20, 30 or 40, there and
 * on 2,913 papers of other fields (coherence of small topics .140 and .156; with 40 .130 and .151).
 */
export const nearness = {
	/** What each part can reach: they sum to 1. Concepts weigh one, words and pairs of words .7. */
	shares: { concepts: 1 / 1.7, text: 0.7 / 1.7 },
	/**
	 * Of what two papers miss to be one, this share is made up for where one cites the other: a part of its own that leaves
	 * the others as they are, and is nothing where no source tells citations.
	 */
	citation: 0.4,
	/** Neighbours of a paper in a large corpus; in a small one fewer, or all would be near to all. */
	neighbours: 25,
	/** Papers at which half of these neighbours are taken. */
	halfNeighboursAt: 170,
	/**
	 * Rarity is ln(1 + scale / papers that have it): it does not depend on the size of the corpus, so that one paper
	 * more changes what it shares terms with, and nothing else. 65,536 did as well as the corpus's own size or better.
	 */
	scale: 65_536,
	/**
	 * Numbers of papers count in steps: what one paper says alone, then four times as many each. A new paper takes
	 * few terms over a step, and each one that it does changes whoever shares that term.
	 */
	steps: { first: 2, factor: 4 },
	/** Terms of a paper's text that count: the rarest. From 30 on more add little. */
	termsPerPaper: 60,
	/** A term in more than this share of the papers tells none apart; in small corpora a larger one may. */
	mostCommon: 0.1,
	mostCommonSmall: { share: 0.4, fadesAt: 200 },
	/** A term that so many papers have opens no neighbours: it would compare everything with everything. */
	longestList: 4000
} as const;

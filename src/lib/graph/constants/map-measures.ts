/** The measures of the map, in world units or, where that is said, in distances between two members. The map of 52 papers is about 1,000 wide. */
export const mapMeasures = {
	/** The root of the land that one paper or concept takes, over the root of pi; wider in small corpora, where all have labels. */
	spread: { most: 16, least: 12.2, halfwayAt: 3000 },
	/** Between the discs of small topics, of large ones, and of large ones that have no small ones and so no shore. */
	gap: { small: 0.5, large: 4.5, undivided: 2.2 },
	/** From a member to the end of the land of its large topic, and to where the sea needs no more cells, likewise. */
	shore: { from: 1.3, to: 2.3, sea: 4.5 },
	/** A newcomer lies at this share of the way from its host to the host's nearest neighbour. */
	beside: 0.4,
	/** Papers without a concept lie in a row below the map, so far from it and from each other, likewise. */
	aside: { below: 4, apart: 1.5 }
} as const;

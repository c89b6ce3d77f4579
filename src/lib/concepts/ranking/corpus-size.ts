/** Up to so many papers a corpus is a page's, up to so many small, from so many on large. */
const sizes = { page: 100, small: 1000, large: 4000 };

/** How far a size is on the way between two others, by its logarithm: 0 to 1. */
function way(papers: number, from: number, to: number): number {
	return Math.min(1, Math.max(0, Math.log(Math.max(1, papers) / from) / Math.log(to / from)));
}

/** A number that is meant for corpora of three sizes, see `cutIn`. */
export type Cut = Record<keyof typeof sizes, number>;

/**
 * A cut in a corpus of so many papers: on the way from its page's to its small and to its large number, so that no paper
 * more turns a rule round.
 */
export function cutIn(papers: number, at: Cut): number {
	const { page, small, large } = sizes;
	return (
		at.page +
		(at.small - at.page) * way(papers, page, small) +
		(at.large - at.small) * way(papers, small, large)
	);
}

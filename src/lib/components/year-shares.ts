interface Year {
	year: number;
	papers: number;
	/** The papers of the whole corpus in that year. */
	all: number;
}

/** A year with fewer papers than this share of the fullest one counts as if it had so many: one paper is no trend. */
const fewest = 0.05;

/** Of each year the share of all its papers, 0 to 1, that a topic has. */
export function yearShares(years: readonly Year[]): { year: number; share: number }[] {
	const fullest = Math.max(1, ...years.map(({ all }) => all));
	return years.map(({ year, papers, all }) => ({ year, share: papers / Math.max(all, fewest * fullest) }));
}

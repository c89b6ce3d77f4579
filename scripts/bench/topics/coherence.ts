/** Which keywords somebody else gave to each paper, as numbers, and how many there are; papers without any are empty. */
export interface GivenKeywords {
	ofPaper: number[][];
	/** Papers that have each keyword. */
	papers: number[];
}

/** Keywords as they are given, in lower case; each counts once for a paper. */
export function numberKeywords(given: readonly (readonly string[])[]): GivenKeywords {
	const numbers = new Map<string, number>();
	const papers: number[] = [];
	const ofPaper = given.map((keywords) =>
		[...new Set(keywords.map((keyword) => keyword.trim().toLowerCase()))].map((keyword) => {
			let number = numbers.get(keyword);
			if (number === undefined) numbers.set(keyword, (number = numbers.size));
			papers[number] = (papers[number] ?? 0) + 1;
			return number;
		})
	);
	return { ofPaper, papers };
}

/** Keywords in a larger share of the papers tie everything to everything. */
const mostCommon = 0.1;

/**
 * Modularity of a division over the graph in which two papers are tied by the keywords that they share, each worth
 * ln(all papers / its papers) / its papers: -0.5 to 1. Extraction never saw these keywords. Papers of no topic (-1)
 * count as topics of their own.
 */
export function coherence({ ofPaper, papers }: GivenKeywords, topicOf: ArrayLike<number>): number {
	const all = ofPaper.length;
	const having: number[][] = papers.map(() => []);
	for (const [paper, keywords] of ofPaper.entries())
		for (const keyword of keywords) having[keyword]?.push(paper);
	let [inside, total] = [0, 0];
	const strength = new Map<number, number>();
	for (const members of having) {
		const count = members.length;
		if (count < 2 || count > mostCommon * all) continue;
		const worth = Math.log(all / count) / count;
		const here = new Map<number, number>();
		for (const paper of members) {
			const known = topicOf[paper] ?? -1;
			const topic = known < 0 ? -1 - paper : known;
			here.set(topic, (here.get(topic) ?? 0) + 1);
		}
		for (const [topic, n] of here) {
			inside += (worth * n * (n - 1)) / 2;
			strength.set(topic, (strength.get(topic) ?? 0) + n * worth * (count - 1));
		}
		total += (worth * count * (count - 1)) / 2;
	}
	if (total === 0) return 0;
	let expected = 0;
	for (const each of strength.values()) expected += (each / (2 * total)) ** 2;
	return inside / total - expected;
}

/** Mean cosine (idf) of the keywords of two papers that are called near, where both have any that others have, too. */
export function relatedness(
	{ ofPaper, papers }: GivenKeywords,
	near: Iterable<readonly [paper: number, other: number]>
): { cosine: number; overlapping: number } {
	const vectors = ofPaper.map((keywords) => {
		const shared = keywords.filter((keyword) => (papers[keyword] ?? 0) > 1);
		const weights = shared.map((keyword) => Math.log(ofPaper.length / (papers[keyword] ?? 1)));
		const length = Math.hypot(...weights) || 1;
		return new Map(shared.map((keyword, at) => [keyword, (weights[at] ?? 0) / length]));
	});
	let [sum, overlapping, pairs] = [0, 0, 0];
	for (const [paper, other] of near) {
		const [a, b] = [vectors[paper], vectors[other]];
		if (!a?.size || !b?.size) continue;
		let cosine = 0;
		for (const [keyword, weight] of a) cosine += weight * (b.get(keyword) ?? 0);
		sum += cosine;
		pairs += 1;
		if (cosine > 0.1) overlapping += 1;
	}
	return { cosine: sum / Math.max(1, pairs), overlapping: overlapping / Math.max(1, pairs) };
}

/** A topic as its name is judged: its papers, those of its scope (the corpus, or its large topic), and the terms of its name. */
export interface NamedTopic {
	papers: readonly number[];
	scope: ReadonlySet<number> | null;
	/** For each term of the name, the papers that mention it. */
	terms: readonly (readonly number[])[];
}

export interface NameScore {
	f1: number;
	precision: number;
	recall: number;
}

/** Names read as queries: the papers that mention one of the terms, against those of the topic. Averaged by papers. */
export function nameScore(topics: readonly NamedTopic[]): NameScore {
	const sum = { f1: 0, precision: 0, recall: 0, papers: 0 };
	for (const { papers, scope, terms } of topics) {
		const found = new Set(terms.flat().filter((paper) => !scope || scope.has(paper)));
		const own = new Set(papers);
		const right = [...found].filter((paper) => own.has(paper)).length;
		const precision = found.size === 0 ? 0 : right / found.size;
		const recall = own.size === 0 ? 0 : right / own.size;
		sum.f1 += own.size * (right === 0 ? 0 : (2 * precision * recall) / (precision + recall));
		sum.precision += own.size * precision;
		sum.recall += own.size * recall;
		sum.papers += own.size;
	}
	const by = Math.max(1, sum.papers);
	return { f1: sum.f1 / by, precision: sum.precision / by, recall: sum.recall / by };
}

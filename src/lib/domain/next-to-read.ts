import { compare } from './order.ts';

export interface Candidate {
	id: string;
	/** ISO text, as far as it is known. */
	date: string | null;
	/** Ids of the wanted concepts that it mentions. */
	concepts: readonly string[];
}

export interface NextPaper {
	id: string;
	/** What it adds to what is known and to the papers before it, sorted. */
	adds: string[];
}

/**
 * The papers to read next: each time the one that covers most concepts which are neither known nor covered by those
 * before it (greedy cover: at least 63 % of the best cover of as many papers; Nemhauser, Wolsey and Fisher 1978). Of
 * equals the newer one, then the smaller id; it ends when nothing is added, or with `most`.
 */
export function nextToRead(
	candidates: readonly Candidate[],
	known: ReadonlySet<string>,
	most: number
): NextPaper[] {
	const covered = new Set(known);
	const left = [...candidates].sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.id, b.id));
	const chosen: NextPaper[] = [];
	while (chosen.length < most) {
		let best: NextPaper | null = null;
		for (const { id, concepts } of left) {
			const adds = [...new Set(concepts)].filter((concept) => !covered.has(concept));
			if (adds.length > (best?.adds.length ?? 0)) best = { id, adds };
		}
		if (!best) break;
		chosen.push({ id: best.id, adds: best.adds.sort(compare) });
		for (const concept of best.adds) covered.add(concept);
	}
	return chosen;
}

import { slug, type PaperId } from '#lib/domain/ids.ts';
import type { Paper } from '#lib/domain/paper.ts';

export interface Duplicate {
	kept: PaperId;
	dropped: string;
	file: string;
}

/** How much a record tells: the fuller one of two duplicates wins, the longer abstract at a tie. */
function fullness(paper: Paper): number {
	const known = [paper.date, paper.url, paper.organization, paper.authorCount, paper.comments].filter(
		(value) => value !== null
	).length;
	return known * 100_000 + paper.authors.length * 1000 + Math.min(paper.abstract.length, 999);
}

function before(a: Paper, b: Paper): number {
	return fullness(b) - fullness(a) || (a.abstract < b.abstract ? -1 : a.abstract > b.abstract ? 1 : 0);
}

/** One paper for each id and each title after folding, sorted by id; the same in whatever order they came. */
export function mergeDuplicates(papers: Paper[]): { papers: Paper[]; duplicates: Duplicate[] } {
	const byKey = new Map<string, Paper>();
	const duplicates: Duplicate[] = [];
	const kept: Paper[] = [];
	for (const paper of [...papers].sort(before)) {
		// A title without a letter is the same as another only if it is written the same.
		const keys = [`id ${paper.id}`, `title ${slug(paper.title) || paper.title}`];
		const same = keys.map((key) => byKey.get(key)).find((other) => other !== undefined);
		if (same) duplicates.push({ kept: same.id, dropped: paper.title, file: paper.source });
		else kept.push(paper);
		for (const key of keys) if (!byKey.has(key)) byKey.set(key, same ?? paper);
	}
	kept.sort((a, b) => (a.id < b.id ? -1 : 1));
	return { papers: kept, duplicates };
}

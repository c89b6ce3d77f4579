import { slug } from '#lib/domain/ids.ts';
import { namesOfPaper } from '#lib/domain/library-entry.ts';
import type { ToldMarks } from '#lib/domain/mark-keywords.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { MarkedPaper } from '#lib/sources/read-papers.ts';

/** All by which a paper of the graph is known as one that was read: its names, and its title in each of its sources. */
function keysOf(paper: Paper): string[] {
	const sources = [paper.source, ...(paper.otherSources ?? [])];
	return [...namesOfPaper(paper), ...sources.map((source) => `${source}\n${slug(paper.title)}`)];
}

/** The papers of a graph that were read: by a name of theirs, or by title where the same source told it. */
export function broughtBy(read: readonly Paper[], graph: readonly Paper[]): Paper[] {
	const keys = new Set(read.flatMap(keysOf));
	return graph.filter((paper) => keysOf(paper).some((key) => keys.has(key)));
}

/** What records told of a library, by the ids that their papers have in the graph; of several of one paper the first. */
export function toldMarks(marked: readonly MarkedPaper[], graph: readonly Paper[]): Map<string, ToldMarks> {
	const byKey = new Map<string, ToldMarks>();
	for (const { paper, marks } of marked)
		for (const key of keysOf(paper)) if (!byKey.has(key)) byKey.set(key, marks);
	if (byKey.size === 0) return new Map();
	return new Map(
		graph.flatMap((paper): [string, ToldMarks][] => {
			const key = keysOf(paper).find((each) => byKey.has(each));
			const marks = key === undefined ? undefined : byKey.get(key);
			return marks ? [[paper.id, marks]] : [];
		})
	);
}

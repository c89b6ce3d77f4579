import type { Paper } from '#lib/domain/paper.ts';

/** Whether a file is the source, or was in it: `library.zip/a.bib` is of `library.zip`. */
function isOf(file: string, source: string): boolean {
	return file === source || file.startsWith(`${source}/`);
}

/**
 * Papers as if a source had never been read: those that it alone told are gone, those that others told too stay, with
 * what it told of them. `source`: a file by its name without its folder, as `Paper.source` has it.
 */
export function withoutSource(papers: readonly Paper[], source: string): Paper[] {
	return papers.flatMap((paper) => {
		const told = [paper.source, ...(paper.otherSources ?? [])];
		const [first, ...more] = told.filter((file) => !isOf(file, source));
		if (first === undefined) return [];
		if (more.length + 1 === told.length) return [paper];
		const left: Paper = { ...paper, source: first, otherSources: more };
		if (more.length === 0) delete left.otherSources;
		return [left];
	});
}

import { paperLimits } from '#lib/domain/limits.ts';
import type { PaperId } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import type { FoundPaper } from '#lib/sources/source-record.ts';

/** So many ids that lead nowhere are named in a report. */
const namedAtMost = 5;

/** The records of one file by its own ids, and which of them cite which: a record may cite one that stands behind it. */
export class OwnCitations {
	readonly #byKey = new Map<string, Paper>();
	readonly #waiting: { paper: Paper; keys: string[] }[] = [];

	add({ paper, key, ownCites = [] }: FoundPaper): void {
		if (key !== undefined && !this.#byKey.has(key)) this.#byKey.set(key, paper);
		if (ownCites.length > 0) this.#waiting.push({ paper, keys: ownCites });
	}

	/** Adds to `cited` which records cite which; answers a sentence of how many ids lead to one, null where none is told. */
	resolve(cited: Map<Paper, Paper[]>): string | null {
		let found = 0;
		const lost: string[] = [];
		for (const { paper, keys } of this.#waiting)
			for (const key of keys) {
				const other = this.#byKey.get(key);
				if (!other) lost.push(key);
				else {
					found += 1;
					const known = cited.get(paper);
					if (known) known.push(other);
					else cited.set(paper, [other]);
				}
			}
		if (found + lost.length === 0) return null;
		const more = lost.length > namedAtMost ? ', …' : '';
		const ends = lost.length === 0 ? '' : ` (${lost.slice(0, namedAtMost).join(', ')}${more})`;
		const many = (count: number) => count.toLocaleString('en');
		return `citations by the file's own ids: ${many(found)} to its records, ${many(lost.length)} to none of them${ends}`;
	}
}

/** The name under which a paper is found for longest: an id that is made of its title ends where a fuller record comes. */
function lastingName({ doi, arxiv, pubmed }: Paper, id: string): string {
	return arxiv ?? doi ?? (pubmed === undefined ? id : `pmid:${pubmed}`);
}

function withCites(paper: Paper, cites: readonly string[]): Paper {
	return { ...paper, cites: [...new Set(cites)].sort(compare).slice(0, paperLimits.cites.most) };
}

/**
 * Papers with what their records cite in their own files. `keptAs`: the id of the paper that each record has become.
 */
export function withOwnCites(
	papers: readonly Paper[],
	keptAs: ReadonlyMap<Paper, PaperId>,
	cited: ReadonlyMap<Paper, readonly Paper[]>
): Paper[] {
	const byId = new Map(papers.map((paper) => [paper.id, paper]));
	const added = new Map<PaperId, string[]>();
	for (const [record, others] of cited) {
		const id = keptAs.get(record);
		if (id === undefined) continue;
		const names = added.get(id) ?? [];
		for (const other of others) {
			const [otherId, paper] = [keptAs.get(other), byId.get(keptAs.get(other) ?? other.id)];
			if (otherId !== undefined && paper && otherId !== id) names.push(lastingName(paper, otherId));
		}
		added.set(id, names);
	}
	return papers.map((paper) => {
		const names = added.get(paper.id) ?? [];
		return names.length === 0 ? paper : withCites(paper, [...(paper.cites ?? []), ...names]);
	});
}

/**
 * Papers whose citations follow those that were read into the stored papers that they turned out to be: the title's id
 * under which one was cited in its file is not the id that it has in the graph.
 */
export function withFollowedCites(
	papers: readonly Paper[],
	keptAs: ReadonlyMap<Paper, PaperId>,
	read: readonly Paper[]
): Paper[] {
	const now = new Map<string, string>();
	for (const paper of read) {
		const id = keptAs.get(paper);
		if (id !== undefined && id !== paper.id && lastingName(paper, paper.id) === paper.id)
			now.set(paper.id, id);
	}
	const citing = new Set(
		read
			.filter(({ cites = [] }) => cites.some((name) => now.has(name)))
			.map((paper) => keptAs.get(paper) ?? paper.id)
	);
	return papers.map((paper) =>
		citing.has(paper.id)
			? withCites(
					paper,
					(paper.cites ?? []).map((name) => now.get(name) ?? name)
				)
			: paper
	);
}

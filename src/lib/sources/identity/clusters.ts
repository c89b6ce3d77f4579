import type { Paper } from '#lib/domain/paper.ts';

/** Records that are one paper. */
export interface Cluster {
	records: Paper[];
	dois: Set<string>;
	/** Names that its records have, or are told to have: a preprint's DOI. */
	otherNames: Set<string>;
}

/** Records put together, and why each was. */
export class Clusters {
	readonly #of = new Map<Paper, Cluster>();
	readonly #why = new Map<Paper, string>();

	constructor(records: Paper[]) {
		for (const record of records) {
			const { doi, otherNames } = record;
			const cluster = {
				records: [record],
				dois: new Set(doi === undefined ? [] : [doi]),
				otherNames: new Set(otherNames)
			};
			this.#of.set(record, cluster);
		}
	}

	/** Why a record was put to another one; null for one that was not. */
	why(record: Paper): string | null {
		return this.#why.get(record) ?? null;
	}

	of(record: Paper): Cluster {
		const cluster = this.#of.get(record);
		if (!cluster) throw new Error('this record is not among those that are put together');
		return cluster;
	}

	/** Puts two records together, unless they have different DOIs and none is told to be another version's. */
	join(a: Paper, b: Paper, why: string): void {
		const [first, second] = [this.of(a), this.of(b)];
		if (first === second || !mayBeOne(first, second)) return;
		for (const record of [a, b]) if (!this.#why.has(record)) this.#why.set(record, why);
		const [large, small] = first.records.length < second.records.length ? [second, first] : [first, second];
		for (const record of small.records) {
			large.records.push(record);
			this.#of.set(record, large);
		}
		for (const doi of small.dois) large.dois.add(doi);
		for (const name of small.otherNames) large.otherNames.add(name);
	}

	all(): Cluster[] {
		return [...new Set(this.#of.values())];
	}
}

/** Whether it tells of another version by that DOI: its only one, told by a record that has none, is no other. */
function tells({ dois, otherNames }: Cluster, doi: string): boolean {
	return otherNames.has(doi) && (dois.size > 1 || !dois.has(doi));
}

/** False where both have DOIs, they differ, and neither is told to be another version of the other. */
export function mayBeOne(a: Cluster, b: Cluster): boolean {
	if (a.dois.size === 0 || b.dois.size === 0) return true;
	const told = (doi: string) => tells(a, doi) || tells(b, doi);
	return [...new Set([...a.dois, ...b.dois])].filter((doi) => !told(doi)).length < 2;
}

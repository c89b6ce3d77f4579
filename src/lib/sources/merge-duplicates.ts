import { paperIdSchema, type PaperId } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import type { Paper } from '#lib/domain/paper.ts';
import { idOfTitle } from './fields/fit-paper.ts';
import { Clusters, mayBeOne, type Cluster } from './identity/clusters.ts';
import { byFullness, mergeFields } from './identity/merge-fields.ts';
import { firstAuthor, foldedTitle, whySameTitle, yearOf } from './identity/same-title.ts';
import { uniqueId } from './identity/unique-id.ts';

/** A record that was found to be a paper that another record is too. */
export interface Duplicate {
	kept: PaperId;
	/** Its title. */
	dropped: string;
	/** The id that it would have had. */
	droppedId: PaperId;
	file: string;
	reason: string;
}

/** Every name by which a record can be known, with what it is called in a report. */
function namesOf(paper: Paper): [name: string, called: string][] {
	const names: [string, string][] = [];
	if (paper.arxiv !== undefined) names.push([paper.arxiv, `the same arXiv id ${paper.arxiv}`]);
	if (paper.doi !== undefined) names.push([paper.doi, `the same DOI ${paper.doi}`]);
	if (paper.pubmed !== undefined)
		names.push([`pmid:${paper.pubmed}`, `the same number in PubMed ${paper.pubmed}`]);
	for (const name of paper.otherNames ?? [])
		names.push([name, name.startsWith('10.') ? `the same DOI ${name}` : `both are ${name}`]);
	// An id that its source gave it. One that is made of the title says no more than the title.
	if (!names.some(([name]) => name === paper.id) && paper.id !== idOfTitle(paper.title))
		names.push([paper.id, `the same id ${paper.id}`]);
	return names;
}

/** Puts together what has a name in common. */
function joinByName(records: Paper[], clusters: Clusters): void {
	const known = new Map<string, Paper[]>();
	for (const record of records) {
		for (const [name, called] of namesOf(record)) {
			const others = known.get(name);
			if (!others) known.set(name, [record]);
			else {
				for (const other of others) clusters.join(other, record, called);
				// Those that may not be one each keep a place; hardly any name has two.
				if (others.every((other) => clusters.of(other) !== clusters.of(record))) others.push(record);
			}
		}
	}
}

/** How much is known of what tells papers with one title apart. */
function certainty(paper: Paper): number {
	return (firstAuthor(paper) === null ? 0 : 1) + (yearOf(paper) === null ? 0 : 1);
}

function differ(a: string | undefined, b: string | undefined): boolean {
	return a !== undefined && b !== undefined && a !== b;
}

interface Titled {
	cluster: Cluster;
	paper: Paper;
}

/** Why two papers with one title are one; null where they are two. */
function whyOne(a: Titled, b: Titled): string | null {
	if (!mayBeOne(a.cluster, b.cluster)) return null;
	if (differ(a.paper.arxiv, b.paper.arxiv) || differ(a.paper.pubmed, b.paper.pubmed)) return null;
	return whySameTitle(a.paper, b.paper);
}

interface Fitting {
	other: Titled;
	why: string;
}

/**
 * The one of several that a paper is put to: the one of which nothing else is known either, so that a file that is read
 * again is what it was. One that fits several others says too little to be put to any.
 */
function nearest({ paper }: Titled, fitting: Fitting[]): Fitting | null {
	const alike = fitting.filter(
		({ other }) => firstAuthor(other.paper) === firstAuthor(paper) && yearOf(other.paper) === yearOf(paper)
	);
	const same = alike.find(({ other }) => other.paper.abstract === paper.abstract);
	if (same) return same;
	const left = alike.length > 0 ? alike : fitting;
	return left.length === 1 ? (left[0] ?? null) : null;
}

/**
 * Puts together what has the same title, first author and year, as far as they are known. False where nothing was left to
 * put together.
 */
function joinByTitle(clusters: Clusters): boolean {
	const before = clusters.all().length;
	const titled = new Map<string, Titled[]>();
	for (const cluster of clusters.all()) {
		const paper = mergeFields(cluster.records.sort(byFullness));
		const title = foldedTitle(paper.title);
		const known = titled.get(title);
		if (known) known.push({ cluster, paper });
		else titled.set(title, [{ cluster, paper }]);
	}
	for (const same of titled.values()) {
		if (same.length === 1) continue;
		same.sort((a, b) => certainty(b.paper) - certainty(a.paper) || byFullness(a.paper, b.paper));
		const apart: Titled[] = [];
		for (const one of same) {
			const fitting = apart.flatMap((other) => {
				const why = whyOne(other, one);
				return why === null ? [] : [{ other, why }];
			});
			const match = nearest(one, fitting);
			if (match) {
				const [a, b] = [match.other.cluster.records[0], one.cluster.records[0]];
				if (a && b) clusters.join(a, b, match.why);
			} else apart.push(one);
		}
	}
	return clusters.all().length < before;
}

/**
 * One paper for each that is told of, sorted by id; the same in whatever order they came. Records are one paper by arXiv
 * id, DOI, number in PubMed or another name in common, else by folded title, year and first author; records with
 * different DOIs are two, unless one is told to be another version of the other. Their fields are merged, the fuller
 * record first. `stored`: papers that the graph holds already, whose ids stay. `keptAs`: the id of each record's paper.
 */
export function mergeDuplicates(
	papers: Paper[],
	stored: Paper[] = []
): { papers: Paper[]; duplicates: Duplicate[]; keptAs: Map<Paper, PaperId> } {
	const isStored = new Set(stored);
	const records = [...papers, ...stored].sort(byFullness);
	const clusters = new Clusters(records);
	joinByName(records, clusters);
	// What is put together tells more of itself, by which others may be found to be it: else a second reading would find them.
	while (joinByTitle(clusters));
	const merged = clusters.all().map(({ records: own }) => {
		const sorted = own.sort(byFullness);
		return {
			records: sorted,
			paper: mergeFields(sorted),
			stored: sorted.find((record) => isStored.has(record))
		};
	});
	// Those whose ids stay take them first.
	merged.sort((a, b) => Number(!a.stored) - Number(!b.stored) || byFullness(a.paper, b.paper));
	const taken = new Set<string>();
	const duplicates: Duplicate[] = [];
	const keptAs = new Map<Paper, PaperId>();
	const kept = merged.map(({ records: own, paper, stored: old }) => {
		const id = paperIdSchema.parse(old?.id ?? uniqueId(paper, own, taken));
		taken.add(id);
		const base = old ?? own[0];
		for (const record of own) {
			keptAs.set(record, id);
			if (record === base) continue;
			const reason = clusters.why(record) ?? 'the same paper';
			duplicates.push({ kept: id, dropped: record.title, droppedId: record.id, file: record.source, reason });
		}
		return { ...paper, id };
	});
	kept.sort((a, b) => compare(a.id, b.id));
	duplicates.sort(
		(a, b) => compare(a.kept, b.kept) || compare(a.file, b.file) || compare(a.dropped, b.dropped)
	);
	return { papers: kept, duplicates, keptAs };
}

import type { News } from '#lib/domain/graph.ts';
import { collections, nodeRef, splitRef, type NodeRef } from '#lib/domain/ids.ts';

/** What one ingest brought and took away, as its node keeps it: of a long list the first ids, and how many there were. */
export interface NewsStep {
	news: News;
	totals: { papers: number; concepts: number; topics: number; merged: number; gone: number };
}

/** What several ingests one after the other come to. */
export interface NetNews {
	born: Record<(typeof collections)[number], string[]>;
	/** Nodes that were there before, and what they are now. */
	merged: { former: NodeRef; now: NodeRef }[];
	gone: NodeRef[];
	/** How many of each were not kept by id: they are in no list here. */
	unlisted: NewsStep['totals'];
	/** Every id that ended on the way, and the one that it leads to; those that came and ended too. */
	leads: ReadonlyMap<string, string>;
}

/** Where an id leads in the end. An id that lives again leads nowhere, so that there are no circles. */
function endOf(leads: ReadonlyMap<string, string>, ref: string): string {
	const seen = new Set<string>();
	let end = ref;
	for (let next = leads.get(end); next !== undefined && !seen.has(next); next = leads.get(end)) {
		seen.add(next);
		end = next;
	}
	return end;
}

/**
 * What lies between the beginning of the first of some ingests and the end of the last, in the order in which they ran.
 * What came and went again in between is not told; what went and came again neither; what merged twice leads to its end.
 */
export function netNews(steps: readonly NewsStep[]): NetNews {
	const born = new Set<string>();
	const gone = new Set<string>();
	const merged = new Set<string>();
	const leads = new Map<string, string>();
	const unlisted = { papers: 0, concepts: 0, topics: 0, merged: 0, gone: 0 };
	for (const { news, totals } of steps) {
		for (const part of ['papers', 'concepts', 'topics', 'merged', 'gone'] as const)
			unlisted[part] += Math.max(0, totals[part] - news[part].length);
		for (const collection of collections)
			for (const id of news[collection]) {
				const ref = nodeRef(collection, id);
				leads.delete(ref);
				if (!gone.delete(ref) && !merged.delete(ref)) born.add(ref);
			}
		for (const { former, now } of news.merged) {
			leads.set(former, now);
			if (!born.delete(former)) merged.add(former);
		}
		for (const ref of news.gone) if (!born.delete(ref)) gone.add(ref);
	}
	const ofCollection = (wanted: string) =>
		[...born]
			.map((ref) => splitRef(ref as NodeRef))
			.filter(({ collection }) => collection === wanted)
			.map(({ id }) => id);
	return {
		born: {
			papers: ofCollection('papers'),
			concepts: ofCollection('concepts'),
			topics: ofCollection('topics')
		},
		merged: [...merged].map((former) => ({
			former: former as NodeRef,
			now: endOf(leads, former) as NodeRef
		})),
		gone: [...gone] as NodeRef[],
		unlisted,
		leads
	};
}

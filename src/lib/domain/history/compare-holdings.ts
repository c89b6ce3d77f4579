import { nodeRef } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { fadingRule } from './constants/fading.ts';
import type { Holdings } from './holdings.ts';

/** A concept that is less spoken of than it was. Shares are of the newest papers, 0 to 1. */
export interface FadingConcept {
	id: string;
	before: number;
	after: number;
	shareBefore: number;
	shareAfter: number;
}

/** A topic with its papers at two times. */
export interface TopicCounts {
	id: string;
	name: string;
	level: number;
	before: number;
	after: number;
}

type Leads = ReadonlyMap<string, string>;

/** Where a former id leads, through as many merges as there are. */
function followed(leads: Leads, collection: 'concepts' | 'topics', id: string): string {
	let ref: string = nodeRef(collection, id);
	for (let steps = 0; steps <= leads.size && leads.has(ref); steps += 1) ref = leads.get(ref) ?? ref;
	return ref.slice(collection.length + 1);
}

/**
 * The concepts that fade between two times: they lost papers, or their share of the newest papers fell. The newest are
 * the latest fifth of the dated papers of each time. A fall counts by `fadingRule`; those that fell by most papers come
 * first. A concept that another one took in does not fade; one that is not among those that are kept of the later time
 * is not known, and not told.
 */
export function fadingConcepts(before: Holdings, after: Holdings, leads: Leads): FadingConcept[] {
	const later = new Map(after.concepts.map(([id, papers, newest]) => [id, { papers, newest }]));
	const { leastNewest, leastFall, deviations } = fadingRule;
	const fallen: { concept: FadingConcept; fall: number }[] = [];
	for (const [id, papers, newest] of before.concepts) {
		const now = later.get(id);
		if (now === undefined || leads.has(nodeRef('concepts', id))) continue;
		const shareBefore = newest / Math.max(1, before.newest.papers);
		const shareAfter = now.newest / Math.max(1, after.newest.papers);
		const expected = shareBefore * after.newest.papers;
		const isRarer =
			newest >= leastNewest &&
			shareAfter <= shareBefore * (1 - leastFall) &&
			expected - now.newest >= deviations * Math.sqrt(expected);
		const lost = papers - now.papers;
		if (lost <= 0 && !isRarer) continue;
		const fall = Math.max(lost, isRarer ? expected - now.newest : 0);
		const concept = { id, before: papers, after: now.papers, shareBefore, shareAfter };
		fallen.push({ concept, fall });
	}
	return fallen
		.sort((a, b) => b.fall - a.fall || compare(a.concept.id, b.concept.id))
		.map(({ concept }) => concept);
}

/**
 * The topics that were there at both times and have other numbers of papers: those that changed most come first. A topic
 * that took in others had their papers too.
 */
export function changedTopics(before: Holdings, after: Holdings, leads: Leads): TopicCounts[] {
	const earlier = new Map<string, number>();
	for (const { id, papers } of before.topics) {
		const now = followed(leads, 'topics', id);
		earlier.set(now, (earlier.get(now) ?? 0) + papers);
	}
	return after.topics
		.flatMap(({ id, name, level, papers }) => {
			const had = earlier.get(id);
			return had === undefined || had === papers ? [] : [{ id, name, level, before: had, after: papers }];
		})
		.sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || compare(a.id, b.id));
}

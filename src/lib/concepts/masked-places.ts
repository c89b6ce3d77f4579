import { compare } from '#lib/domain/order.ts';
import { paperText, type Paper } from '#lib/domain/paper.ts';
import { nonProse, type NonProse } from './constants/non-prose.ts';
import { prose } from './text/prose.ts';
import { canonicalForm } from './words/canonical-form.ts';

/** How often something of a kind was masked in some papers, with the first that it was masked in. */
export interface MaskedCount {
	/** What it is, in words: `a citation`. */
	what: string;
	count: number;
	paper: string;
	/** The first of it, as it is written. */
	written: string;
}

/** Longer texts are shown by their beginnings, in characters. */
const shown = 80;

/**
 * What was masked in papers because it is no prose, the most frequent first. With `wanted`, only what holds these words:
 * why they are no concept, or are one less often than they are written.
 */
export function maskedIn(papers: Pick<Paper, 'id' | 'title' | 'abstract'>[], wanted?: string): MaskedCount[] {
	const counts = new Map<NonProse, MaskedCount>();
	const form = wanted === undefined ? null : ` ${canonicalForm(wanted)} `;
	for (const paper of papers) {
		const text = paperText(paper);
		for (const { kind, start, end } of prose(text).masked) {
			const written = text.slice(start, end);
			if (form !== null && !` ${canonicalForm(written.replace(/[^\p{L}\p{N}.-]+/gu, ' '))} `.includes(form))
				continue;
			const known = counts.get(kind);
			if (known) known.count += 1;
			else
				counts.set(kind, {
					what: nonProse[kind],
					count: 1,
					paper: paper.id,
					written: written.slice(0, shown)
				});
		}
	}
	return [...counts.values()].sort((a, b) => b.count - a.count || compare(a.what, b.what));
}

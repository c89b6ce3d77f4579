import type { PaperExtraction } from './extract-paper.ts';

const share = { chunk: 0.4, head: 0.15, everywhere: 0.9 };
const best = 5;
const heads = 3;

/**
 * The forms that become concepts: what recurs as a whole chunk, what a paper introduces or abbreviates, and,
 * in small corpora, the best few of each paper (early, repeated, of several words).
 */
export function selectForms(extractions: PaperExtraction[], key: (text: string) => string): Set<string> {
	const counts = new Map<string, { papers: number; maximal: number; count: number; longer: Set<string> }>();
	for (const { forms } of extractions) {
		for (const { form, maximal, count } of forms) {
			const known = counts.get(form) ?? { papers: 0, maximal: 0, count: 0, longer: new Set() };
			known.papers += 1;
			known.maximal += maximal;
			known.count += count;
			counts.set(form, known);
		}
	}
	// In how many longer phrases a word is the head: what others are kinds of is a concept, as in C-value
	// (Frantzi, Ananiadou and Mima, 2000), however seldom it stands alone.
	for (const form of counts.keys()) {
		const head = form.slice(form.lastIndexOf(' ') + 1);
		if (head !== form) counts.get(head)?.longer.add(form);
	}
	const papers = extractions.length;
	const least = papers > 2000 ? 3 : 2;
	const chosen = new Set<string>();
	for (const [form, { papers: seen, maximal, count, longer }] of counts) {
		const common = papers > 20 && seen / papers > share.everywhere;
		const single = !form.includes(' ');
		if (common) continue;
		const stands = maximal / count >= share.chunk;
		if (
			single
				? seen > least &&
					((longer.size >= heads && maximal / count >= share.head) || (stands && seen > 2 * least))
				: seen >= least && stands
		)
			chosen.add(form);
	}
	for (const { forms, pairs, introduced } of extractions) {
		for (const { name } of introduced) chosen.add(key(name));
		for (const { short, long } of pairs) {
			const known = counts.get(key(long));
			if (papers > 2000 && (known?.papers ?? 0) < 2) continue;
			chosen.add(key(long));
			chosen.add(key(short));
		}
		if (papers > 2000) continue;
		const ranked = forms
			.filter(({ form, maximal }) => maximal > 0 && form.includes(' '))
			.map(({ form, count, first }) => ({
				form,
				score: (1 + Math.log(count)) * (1.6 - Math.min(1, first / 1500))
			}))
			.sort((a, b) => b.score - a.score || (a.form < b.form ? -1 : 1));
		for (const { form } of ranked.slice(0, best)) chosen.add(form);
	}
	return chosen;
}

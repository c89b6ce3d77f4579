import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from './canonical-form.ts';
import type { PaperExtraction } from './extract-text.ts';
import type { Style } from './styles.ts';

/** Why a form became a concept: the rule that chose it first, and what was counted. */
export interface Choice {
	rule: 'recurs' | 'head' | 'introduced' | 'acronym' | 'stands out';
	/** In how many papers a chunker's phrase has the form. */
	papers: number;
	/** Its places in all, and those where it is a whole chunk. */
	count: number;
	maximal: number;
	/** In how many longer phrases it is the head. */
	longer: number;
}

type Counts = Omit<Choice, 'rule'>;

const unseen: Counts = { papers: 0, count: 0, maximal: 0, longer: 0 };

function countForms(extractions: PaperExtraction[]): Map<string, Counts> {
	const counts = new Map<string, Counts>();
	for (const { forms } of extractions) {
		for (const { form, maximal, count } of forms) {
			const known = counts.get(form) ?? { ...unseen };
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
		const known = head === form ? undefined : counts.get(head);
		if (known) known.longer += 1;
	}
	return counts;
}

/** The rule by which the corpus makes a form a concept; null where it does not. */
function ruleOf(form: string, counts: Counts, corpus: number, style: Style): Choice['rule'] | null {
	const { papers, count, maximal, longer } = counts;
	if (corpus > 20 && papers / corpus > style.everywhere) return null;
	const least = corpus > style.small ? style.papers.large : style.papers.small;
	const stands = maximal / count >= style.share.chunk;
	if (form.includes(' ')) return papers >= least && stands ? 'recurs' : null;
	if (papers <= least) return null;
	if (longer >= style.heads && maximal / count >= style.share.head) return 'head';
	return stands && papers > 2 * least ? 'recurs' : null;
}

/** The phrases by which one paper stands out, in a corpus too small to tell by recurrence: early and repeated. */
function standOut(forms: PaperExtraction['forms'], best: number): string[] {
	return forms
		.filter(({ form, maximal }) => maximal > 0 && form.includes(' '))
		.map(({ form, count, first }) => ({
			form,
			score: (1 + Math.log(count)) * (1.6 - Math.min(1, first / 1500))
		}))
		.sort((a, b) => b.score - a.score || compare(a.form, b.form))
		.slice(0, best)
		.map(({ form }) => form);
}

/**
 * The forms that become concepts: what recurs as a whole chunk, what a paper introduces or abbreviates, and,
 * in small corpora, the best few of each paper (early, repeated, of several words).
 */
export function selectForms(extractions: PaperExtraction[], style: Style): Map<string, Choice> {
	const counts = countForms(extractions);
	const corpus = extractions.length;
	const chosen = new Map<string, Choice>();
	const choose = (form: string, rule: Choice['rule']) => {
		if (!chosen.has(form)) chosen.set(form, { rule, ...(counts.get(form) ?? unseen) });
	};
	for (const [form, counted] of counts) {
		const rule = ruleOf(form, counted, corpus, style);
		if (rule) choose(form, rule);
	}
	const isLarge = corpus > style.small;
	for (const { forms, pairs, introduced } of extractions) {
		for (const { name } of introduced) {
			const form = canonicalForm(name);
			// Every paper brings one.
			if (form !== 'sota') choose(form, 'introduced');
		}
		for (const { short, long } of pairs) {
			const longForm = canonicalForm(long);
			if (isLarge && (counts.get(longForm)?.papers ?? 0) < 2) continue;
			choose(longForm, 'acronym');
			choose(canonicalForm(short), 'acronym');
		}
		if (!isLarge) for (const form of standOut(forms, style.best)) choose(form, 'stands out');
	}
	return chosen;
}

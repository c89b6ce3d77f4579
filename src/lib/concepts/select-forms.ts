import { canonicalForm } from './canonical-form.ts';
import type { PaperExtraction } from './extract-text.ts';
import { isGeneric, namesNothing } from './generic.ts';
import type { RankedPhrase } from './rank-phrases.ts';

/** Why a form became a concept: the rule that chose it first, and what was counted. */
export interface Choice {
	rule: 'recurs' | 'introduced' | 'acronym' | 'stands out' | 'ranks';
	/** In how many papers a chunker's phrase has the form. */
	papers: number;
	/** Its places in all, and those where it is a whole chunk. */
	count: number;
	maximal: number;
	/** The sum of its scores: how many papers may be expected to name it. */
	expected: number;
}

type Counts = Omit<Choice, 'rule'>;

/**
 * How much is wanted: `map` is what a researcher would put on a map of the corpus, `paper` is whatever ranks high in
 * any paper besides, down to what only that paper says.
 */
export type Breadth = 'map' | 'paper';

/** The cut for the map. Set by reading maps of the sample corpus and of larger ones. */
const cut = {
	/** Up to so many papers a corpus is small: the best few phrases of each paper are taken, too. */
	small: 2000,
	/** Least number of papers that speak of a form, and that may be expected to name it, in small and large corpora. */
	papers: { small: 2, large: 3 },
	expected: { small: 0.25, large: 1 },
	/** Rank and least score of a phrase by which one paper stands out. */
	best: 7,
	score: 0.4,
	/** A form that more than this share of the papers speak of tells none apart. */
	everywhere: 0.9
};

/** How many phrases of each paper rank high. */
const deep = 20;

function unseen(): Counts {
	return { papers: 0, count: 0, maximal: 0, expected: 0 };
}

function countForms(extractions: PaperExtraction[], ranked: RankedPhrase[][]): Map<string, Counts> {
	const counts = new Map<string, Counts>();
	for (const { forms } of extractions) {
		for (const { form, maximal, count } of forms) {
			const known = counts.get(form) ?? unseen();
			known.papers += 1;
			known.maximal += maximal;
			known.count += count;
			counts.set(form, known);
		}
	}
	for (const phrases of ranked) {
		for (const { form, score } of phrases) {
			const known = counts.get(form);
			if (known) known.expected += score;
		}
	}
	return counts;
}

/** What recurs in the corpus, and is named by enough of the papers that speak of it. */
function recurs(form: string, { papers, expected }: Counts, corpus: number): boolean {
	if (corpus > 20 && papers / corpus > cut.everywhere) return false;
	const size = corpus > cut.small ? 'large' : 'small';
	return (
		papers >= cut.papers[size] && expected >= cut.expected[size] && !isGeneric(form) && !namesNothing(form)
	);
}

/** The phrases by which one paper stands out, in a corpus too small to tell by recurrence. */
function standOut(ranked: RankedPhrase[]): string[] {
	return ranked
		.slice(0, cut.best)
		.filter(({ form, score }) => score >= cut.score && !isGeneric(form) && !namesNothing(form))
		.map(({ form }) => form);
}

/**
 * The forms that become concepts: what recurs and is named, what a paper introduces or abbreviates, and, in small
 * corpora, what one paper stands out by. `ranked` holds the phrases of each extraction, best first.
 */
export function selectForms(
	extractions: PaperExtraction[],
	ranked: RankedPhrase[][],
	breadth: Breadth
): Map<string, Choice> {
	const counts = countForms(extractions, ranked);
	const corpus = extractions.length;
	const chosen = new Map<string, Choice>();
	const choose = (form: string, rule: Choice['rule']) => {
		if (!chosen.has(form)) chosen.set(form, { rule, ...(counts.get(form) ?? unseen()) });
	};
	for (const [form, counted] of counts) if (recurs(form, counted, corpus)) choose(form, 'recurs');
	const isLarge = corpus > cut.small;
	for (const [at, { pairs, introduced }] of extractions.entries()) {
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
		const phrases = ranked[at] ?? [];
		if (!isLarge) for (const form of standOut(phrases)) choose(form, 'stands out');
		if (breadth === 'paper') for (const { form } of phrases.slice(0, deep)) choose(form, 'ranks');
	}
	return chosen;
}

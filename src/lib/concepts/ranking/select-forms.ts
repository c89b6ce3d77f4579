import { modifiers } from '#lib/concepts/constants/modifiers.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Definitions } from '#lib/concepts/text/extract-text.ts';
import { cutIn } from './corpus-size.ts';
import type { CorpusCounts } from './frequencies.ts';
import { endsInNothing, isGeneric, isStateOfTheArt, namesNothing } from '#lib/concepts/words/generic.ts';
import type { RankedPhrase } from './rank-phrases.ts';

/** Why a form became a concept: the first rule that chose it, and what was counted. */
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

/**
 * How much is wanted: `map` is what a researcher would put on a map of the corpus, `paper` is whatever ranks high in
 * any paper besides, down to what only that paper says.
 */
export type Breadth = 'map' | 'paper';

/**
 * The cut for the map, in small corpora and in large ones; between them each number goes from one to the other, so that
 * no paper more turns the rules round. Set by reading maps of the sample corpus and of larger ones.
 */
const cut = {
	/** How many papers may be expected to name a form that two papers speak of, or more. No two papers may more than two. */
	expected: { two: { page: 0.1, small: 0.25, large: 3 }, more: { page: 0.1, small: 0.25, large: 1 } },
	/**
	 * Rank and least score of a phrase by which one paper stands out: of a large corpus none does, a page is about what
	 * its papers are about. A name (of a model, a benchmark, a person's theorem) weighs so many times as much, up to what a
	 * small corpus asks.
	 */
	best: 20,
	score: { page: 0.08, small: 0.4, large: 1 },
	name: 5,
	/** What one paper abbreviates and no other speaks of: how surely that paper is about it. */
	abbreviated: { page: 0, small: 0, large: 3 },
	/** A form that more than this share of the papers and two more speak of tells none apart. */
	everywhere: 0.9,
	/**
	 * Least share of the papers that speak of a form in which it may be expected to be named: of a single word, which is
	 * often only said in passing, above all in large corpora, and of several words whose head or first word speaks
	 * against them (`loss function`).
	 */
	singleWord: { page: 0.01, small: 0.01, large: 0.03 },
	doubtful: 0.14
};

/** How many phrases of each paper rank high. */
const deep = 20;

/** What the rankings of some papers say together. */
export interface RankSummary {
	/** For each form that was ranked, the sum of its scores in millionths: whole numbers, so that no order matters. */
	expected: Map<string, number>;
	/** The forms by which papers stand out, with the best of their scores: what a small corpus cannot tell by recurrence. */
	standOut: Map<string, number>;
	/** Those that rank high in one of the papers. */
	high: Set<string>;
}

const millionth = 1e-6;

/** How many papers speak of a concept, by any of its forms, and how many may be expected to name it. */
interface Weight {
	papers: number;
	expected: number;
}

function names(form: string): boolean {
	return !isGeneric(form) && !namesNothing(form) && !modifiers.has(form);
}

const unranked: Weight = { papers: 0, expected: 0 };

/** Whether a form can be a concept at all, by its words and by how often those who speak of it name it. */
function isNamed(form: string, { papers, expected }: Weight, corpus: number): boolean {
	if (modifiers.has(form)) return false;
	const share = papers > 0 ? expected / papers : 0;
	if (!form.includes(' ')) return names(form) && share >= cutIn(corpus, cut.singleWord);
	return names(form) || (share >= cut.doubtful && !endsInNothing(form));
}

function stand(known: Map<string, number>, form: string, score: number): void {
	known.set(form, Math.max(known.get(form) ?? 0, score));
}

export function noRanks(): RankSummary {
	return { expected: new Map(), standOut: new Map(), high: new Set() };
}

/** Adds what one paper says by its ranked phrases. */
export function addRanks(summary: RankSummary, phrases: RankedPhrase[]): void {
	for (const [rank, { form, score, isName }] of phrases.entries()) {
		summary.expected.set(form, (summary.expected.get(form) ?? 0) + Math.round(score / millionth));
		if (rank < deep) summary.high.add(form);
		if (rank >= (isName ? phrases.length : cut.best) || !names(form)) continue;
		const strength = isName ? Math.max(score, Math.min(cut.score.small - 0.01, cut.name * score)) : score;
		if (strength >= cut.score.page) stand(summary.standOut, form, strength);
	}
}

/** The summaries of several shards as that of one corpus. */
export function mergeRanks(all: RankSummary[]): RankSummary {
	const expected = new Map<string, number>();
	const standOut = new Map<string, number>();
	for (const each of all) {
		for (const [form, sum] of each.expected) expected.set(form, (expected.get(form) ?? 0) + sum);
		for (const [form, score] of each.standOut) stand(standOut, form, score);
	}
	return {
		expected,
		standOut,
		high: new Set(all.flatMap(({ high }) => [...high]))
	};
}

/** What recurs in the corpus, and is named by enough of the papers that speak of it. */
function recurs(form: string, weight: Weight, corpus: number): boolean {
	const { papers, expected } = weight;
	if (papers < 2 || papers > cut.everywhere * corpus + 2) return false;
	const least = cutIn(corpus, papers === 2 ? cut.expected.two : cut.expected.more);
	return expected >= least && isNamed(form, weight, corpus);
}

/** All that forms are selected by. */
export interface Selection {
	counts: CorpusCounts;
	/** The row of a form in the counts. */
	rowOf: (form: string) => number;
	ranks: RankSummary;
	definitions: Definitions[];
	/** The concept that the corpus means by a form. */
	resolve: (form: string) => string;
	breadth: Breadth;
}

/** What the ranked forms weigh: each as much as all forms of its concept together. */
function weigh({ counts, rowOf, ranks, resolve }: Selection): Map<string, Weight & { concept: string }> {
	// Sums of millionths, for whole numbers do not mind the order.
	const sums = new Map<string, Weight>();
	const concepts = new Map<string, string>();
	for (const [form, expected] of ranks.expected) {
		const concept = resolve(form);
		concepts.set(form, concept);
		let known = sums.get(concept);
		if (!known) sums.set(concept, (known = { papers: 0, expected: 0 }));
		known.papers += counts.papers[rowOf(form)] ?? 0;
		known.expected += expected;
	}
	return new Map(
		[...concepts].map(([form, concept]) => {
			const { papers, expected } = sums.get(concept) ?? unranked;
			return [form, { concept, papers, expected: expected * millionth }];
		})
	);
}

/**
 * The forms that become concepts: what recurs and is named, what a paper introduces or abbreviates, and, in small
 * corpora, what one paper stands out by.
 */
export function selectForms(selection: Selection): Map<string, Choice> {
	const { counts, rowOf, ranks, definitions, resolve, breadth } = selection;
	const weights = weigh(selection);
	const papersOf = (form: string) => counts.papers[rowOf(form)] ?? 0;
	const chosen = new Map<string, Choice>();
	const choose = (form: string, rule: Choice['rule']) => {
		if (chosen.has(form)) return;
		const row = rowOf(form);
		chosen.set(form, {
			rule,
			papers: counts.papers[row] ?? 0,
			count: counts.places[row] ?? 0,
			maximal: counts.wholes[row] ?? 0,
			expected: (ranks.expected.get(form) ?? 0) * millionth
		});
	};
	for (const [form, weight] of weights)
		if (recurs(weight.concept, weight, counts.total)) choose(form, 'recurs');
	// Every paper brings one.
	const brought = definitions.flatMap(({ introduced }) => introduced.map(({ name }) => canonicalForm(name)));
	for (const form of brought) if (!isStateOfTheArt(form)) choose(form, 'introduced');
	const abbreviated = cutIn(counts.total, cut.abbreviated);
	for (const { short, long } of definitions.flatMap(({ pairs }) => pairs)) {
		const longForm = canonicalForm(long);
		const weight = weights.get(longForm) ?? unranked;
		if (papersOf(longForm) < 2 && weight.expected < abbreviated) continue;
		// What many papers speak of is judged like everything else, whoever abbreviates it: `similarity (SIM)`.
		if (papersOf(longForm) > 2 && !isNamed(resolve(longForm), weight, counts.total)) continue;
		choose(longForm, 'acronym');
		choose(canonicalForm(short), 'acronym');
	}
	const score = cutIn(counts.total, cut.score);
	for (const [form, best] of ranks.standOut) if (best >= score) choose(form, 'stands out');
	if (breadth === 'paper') for (const form of ranks.high) choose(form, 'ranks');
	return chosen;
}

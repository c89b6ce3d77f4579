import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Definitions } from '#lib/concepts/text/extract-text.ts';
import type { CorpusCounts } from './frequencies.ts';
import { endsInNothing, isGeneric, namesNothing } from '#lib/concepts/words/generic.ts';
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
	everywhere: 0.9,
	/**
	 * Least share of the papers that speak of a form in which it may be expected to be named: of a single word, which is
	 * often only said in passing, above all in large corpora, and of several words whose head or first word speaks
	 * against them (`loss function`).
	 */
	singleWord: { small: 0.01, large: 0.03 },
	doubtful: 0.14
};

/** How many phrases of each paper rank high. */
const deep = 20;

/** What the rankings of some papers say together. */
export interface RankSummary {
	/** For each form that was ranked, the sum of its scores in millionths: whole numbers, so that no order matters. */
	expected: Map<string, number>;
	/** The forms by which one of the papers stands out, in a corpus too small to tell by recurrence. */
	standOut: Set<string>;
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
	return !isGeneric(form) && !namesNothing(form);
}

const unranked: Weight = { papers: 0, expected: 0 };

function sizeOf(papers: number): 'small' | 'large' {
	return papers > cut.small ? 'large' : 'small';
}

/** Whether a form can be a concept at all, by its words and by how often those who speak of it name it. */
function isNamed(form: string, { papers, expected }: Weight, corpus: number): boolean {
	const share = papers > 0 ? expected / papers : 0;
	if (!form.includes(' ')) return names(form) && share >= cut.singleWord[sizeOf(corpus)];
	return names(form) || (share >= cut.doubtful && !endsInNothing(form));
}

export function summariseRanks(ranked: RankedPhrase[][]): RankSummary {
	const summary: RankSummary = { expected: new Map(), standOut: new Set(), high: new Set() };
	for (const phrases of ranked) {
		for (const [rank, { form, score }] of phrases.entries()) {
			summary.expected.set(form, (summary.expected.get(form) ?? 0) + Math.round(score / millionth));
			if (rank < deep) summary.high.add(form);
			if (rank < cut.best && score >= cut.score && names(form)) summary.standOut.add(form);
		}
	}
	return summary;
}

/** The summaries of several shards as that of one corpus. */
export function mergeRanks(all: RankSummary[]): RankSummary {
	const expected = new Map<string, number>();
	for (const each of all)
		for (const [form, sum] of each.expected) expected.set(form, (expected.get(form) ?? 0) + sum);
	return {
		expected,
		standOut: new Set(all.flatMap(({ standOut }) => [...standOut])),
		high: new Set(all.flatMap(({ high }) => [...high]))
	};
}

/** What recurs in the corpus, and is named by enough of the papers that speak of it. */
function recurs(form: string, weight: Weight, corpus: number): boolean {
	const { papers, expected } = weight;
	if (corpus > 20 && papers / corpus > cut.everywhere) return false;
	const size = sizeOf(corpus);
	return papers >= cut.papers[size] && expected >= cut.expected[size] && isNamed(form, weight, corpus);
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
	for (const form of brought) if (form !== 'sota') choose(form, 'introduced');
	const isLarge = sizeOf(counts.total) === 'large';
	for (const { short, long } of definitions.flatMap(({ pairs }) => pairs)) {
		const longForm = canonicalForm(long);
		if (isLarge && papersOf(longForm) < 2) continue;
		// What many papers speak of is judged like everything else, whoever abbreviates it: `similarity (SIM)`.
		if (
			papersOf(longForm) >= cut.papers.large &&
			!isNamed(resolve(longForm), weights.get(longForm) ?? unranked, counts.total)
		)
			continue;
		choose(longForm, 'acronym');
		choose(canonicalForm(short), 'acronym');
	}
	if (!isLarge) for (const form of ranks.standOut) choose(form, 'stands out');
	if (breadth === 'paper') for (const form of ranks.high) choose(form, 'ranks');
	return chosen;
}

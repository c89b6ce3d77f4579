import type { Concept } from '#lib/domain/graph.ts';
import { compare } from '#lib/domain/order.ts';
import { canonicalForm } from './canonical-form.ts';
import { collectAliases } from './aliases.ts';
import type { Extracted } from './extract.ts';
import { namedFeatures } from './features.ts';
import { paperContext } from './paper-context.ts';
import { probability } from './rank-phrases.ts';
import type { Choice } from './select-forms.ts';

/** What a phrase's score in one paper is made of. */
export interface ScoreReasons {
	paper: string;
	form: string;
	/** 0 to 1: the probability that people would name it, before better phrases that overlap it are regarded. */
	score: number;
	/** Each trait and word with what it adds to the logarithm of the odds, the heaviest first. */
	weights: { name: string; weight: number }[];
}

/** Why a concept is one, where it comes from and what was merged with it. */
export interface Explanation {
	concept: Concept;
	/** Each form that leads to it: the rule that chose it and what was counted for that. */
	forms: ({ form: string } & Choice)[];
	/** The paper that speaks for it most: what its score is the sum of. Null where no phrase of a paper is it. */
	score: ScoreReasons | null;
	/** Each definition in a text that made a short form an alias of it, with the papers that define it so. */
	definitions: { short: string; long: string; papers: string[] }[];
	introducedBy: { paper: string; rule: string }[];
	broader: { concept: string; rule: string }[];
	narrower: { concept: string; rule: string }[];
}

function find(concepts: Concept[], wanted: string): Concept | undefined {
	const form = canonicalForm(wanted);
	const isWanted = (name: string) => canonicalForm(name) === form;
	return (
		concepts.find(({ id, label }) => id === wanted || label === wanted) ??
		concepts.find(({ name, aliases }) => isWanted(name) || aliases.some(isWanted))
	);
}

/** The reasons of the best score that one of the forms has in any paper. */
function reasons(extracted: Extracted, forms: ReadonlySet<string>): ScoreReasons | null {
	const { papers, extractions, frequencies, style } = extracted;
	const scored = extractions.flatMap((extraction, at) => {
		if (!extraction.forms.some(({ form }) => forms.has(form))) return [];
		const context = paperContext(papers[at]?.title ?? '', extraction, frequencies, true);
		return context.phrases
			.filter(({ own }) => forms.has(own.form))
			.map((phrase) => {
				const named = namedFeatures(phrase, context);
				const weights = named.map(({ name, index }) => ({ name, weight: style.weights[index] ?? 0 }));
				const logit = weights.reduce((sum, { weight }) => sum + weight, 0);
				return { paper: extraction.paper, form: phrase.own.form, score: probability(logit), weights };
			});
	});
	const [best] = scored.sort((a, b) => b.score - a.score || compare(a.paper, b.paper));
	if (!best) return null;
	best.weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compare(a.name, b.name));
	return best;
}

/** The explanation of the concept that is called so, by its id, label, name or any alias; null where there is none. */
export function explain(extracted: Extracted, wanted: string): Explanation | null {
	const { corpus, extractions, chosen } = extracted;
	const concept = find(corpus.concepts, wanted);
	if (!concept) return null;
	const aliases = collectAliases(extractions);
	const own = canonicalForm(concept.name);
	const definitions = new Map<string, Explanation['definitions'][number]>();
	for (const { paper, pairs } of extractions) {
		for (const { short, long } of pairs) {
			if (aliases.resolve(canonicalForm(short), paper) !== own) continue;
			const key = `${short}\n${canonicalForm(long)}`;
			const known = definitions.get(key) ?? { short, long, papers: [] };
			known.papers.push(paper);
			definitions.set(key, known);
		}
	}
	const written = new Set([concept.name, ...concept.aliases].map(canonicalForm));
	const { broader, introduces } = corpus;
	return {
		concept,
		forms: [...chosen]
			.filter(([form]) => written.has(form))
			.map(([form, choice]) => ({ form, ...choice }))
			.sort((a, b) => b.count - a.count || compare(a.form, b.form)),
		score: reasons(extracted, written),
		definitions: [...definitions.values()],
		introducedBy: introduces
			.filter((each) => each.concept === concept.id)
			.map(({ paper, rule }) => ({ paper, rule })),
		broader: broader
			.filter(({ narrower }) => narrower === concept.id)
			.map(({ broader: other, rule }) => ({ concept: other, rule })),
		narrower: broader
			.filter((each) => each.broader === concept.id)
			.map(({ narrower, rule }) => ({ concept: narrower, rule }))
	};
}

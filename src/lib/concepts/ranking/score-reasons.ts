import { compare } from '#lib/domain/order.ts';
import { namedFeatures } from './features.ts';
import type { PaperContext } from './paper-context.ts';
import { givenBonus, probability } from './rank-phrases.ts';
import type { Style } from './styles.ts';

/** What a phrase's score in one paper is made of. */
export interface ScoreReasons {
	paper: string;
	form: string;
	/** 0 to 1: the probability that people would name it, before better phrases that overlap it are regarded. */
	score: number;
	/** Each trait and word with what it adds to the logarithm of the odds, the heaviest first. */
	weights: { name: string; weight: number }[];
}

/** The reasons that score best; null of none. */
export function bestOf(reasons: ScoreReasons[]): ScoreReasons | null {
	const [best] = [...reasons].sort((a, b) => b.score - a.score || compare(a.paper, b.paper));
	return best ?? null;
}

/** The reasons of the best score that one of the forms has in any of some papers. */
export function bestReasons(
	papers: { paper: string; context: PaperContext }[],
	forms: ReadonlySet<string>,
	style: Style
): ScoreReasons | null {
	const scored = papers.flatMap(({ paper, context }) =>
		context.phrases
			.filter(({ own }) => forms.has(own.phrase.form))
			.map((phrase) => {
				const named = namedFeatures(phrase, context);
				const weights = named.map(({ name, index }) => ({ name, weight: style.weights[index] ?? 0 }));
				if (phrase.own.isGiven) weights.push({ name: 'given as a keyword', weight: givenBonus });
				const logit = weights.reduce((sum, { weight }) => sum + weight, 0);
				return { paper, form: phrase.own.phrase.form, score: probability(logit), weights };
			})
	);
	const best = bestOf(scored);
	best?.weights.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || compare(a.name, b.name));
	return best;
}

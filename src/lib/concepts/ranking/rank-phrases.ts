import { compare } from '#lib/domain/order.ts';
import { features } from './features.ts';
import type { PaperContext, PhraseContext } from './paper-context.ts';
import { shapes } from '#lib/concepts/words/word-role.ts';
import type { Style } from './styles.ts';

/** A phrase of a paper with the odds that people would name it as what the paper is about. */
export interface RankedPhrase {
	form: string;
	/** 0 to 1: the probability by logistic regression, less what better phrases that overlap it take. */
	score: number;
	/** It is written as only names are: with capitals inside, or digits. */
	isName: boolean;
}

/** How many phrases of a paper are ranked at most: the others are as good as nothing. */
const deepest = 40;

/** The probability of what has these odds, whose logarithm is given. */
export function probability(logit: number): number {
	return 1 / (1 + Math.exp(-logit));
}

/** What speaks for a phrase and against it, on the scale of the logarithm of the odds. */
function logitOf(indexes: number[], { weights }: Pick<Style, 'weights'>): number {
	let sum = 0;
	for (const index of indexes) sum += weights[index] ?? 0;
	return sum;
}

/**
 * What speaks for a phrase that was given to the paper as a keyword, on the same scale: the authors know, but a catalogue may
 * have given it.
 */
export const givenBonus = 2;

interface Judged {
	phrase: PhraseContext;
	logit: number;
}

function formOf({ phrase }: Judged): string {
	return phrase.own.phrase.form;
}

/**
 * A paper's phrases, best first. Logistic regression over `features`, then greedily: whatever overlaps a phrase that
 * has been chosen loses, so that a name and its parts do not fill the list.
 */
export function rankPhrases(paper: PaperContext, style: Style): RankedPhrase[] {
	const judged = paper.phrases.map((phrase) => ({
		phrase,
		logit: logitOf(features(phrase, paper), style) + (phrase.own.isGiven ? givenBonus : 0)
	}));
	judged.sort((a, b) => b.logit - a.logit || compare(formOf(a), formOf(b)));
	const rest = judged.slice(0, deepest);
	const ofPhrase = new Map(rest.map((each) => [each.phrase, each]));
	const ranked: RankedPhrase[] = [];
	while (rest.length > 0) {
		const at = rest.reduce((best, each, index) => (each.logit > (rest[best]?.logit ?? 0) ? index : best), 0);
		const [best] = rest.splice(at, 1);
		if (!best) break;
		ranked.push({
			form: formOf(best),
			score: probability(best.logit),
			isName: best.phrase.own.shape === shapes.name
		});
		for (const phrase of best.phrase.overlaps) {
			const other = ofPhrase.get(phrase);
			if (other) other.logit -= style.overlap;
		}
	}
	return ranked;
}

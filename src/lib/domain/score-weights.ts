/** What the score of a related paper is the sum of, in the order of its bar. */
export const scoreParts = ['concepts', 'text', 'cites'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** How much each part counts, 0 (not at all) to 1 (as it is stored). */
export type Weights = Record<ScorePart, number>;

export const storedWeights: Weights = { concepts: 1, text: 1, cites: 1 };

/** Characters of what is not understood that are said again. */
const quoted = 40;

/**
 * The weights that `concepts:1,text:.5,cites:0` tells, each part that it leaves out at 1. What is no part or no number from 0 to
 * 1 is left out too, and said in `dropped`: an address that was cut off, or made up, still shows the papers.
 */
export function readWeights(text: string): { weights: Weights; dropped: string[] } {
	const weights = { ...storedWeights };
	const dropped: string[] = [];
	for (const entry of text.slice(0, 200).split(',')) {
		if (entry.trim() === '') continue;
		const [name = '', value = ''] = entry.split(':').map((part) => part.trim());
		const part = scoreParts.find((each) => each === name);
		const weight = /^(\d*\.\d+|\d+)$/.test(value) ? Number(value) : NaN;
		if (part && weight >= 0 && weight <= 1) weights[part] = weight;
		else dropped.push(entry.slice(0, quoted));
	}
	return { weights, dropped };
}

/** Weights as an address holds them; empty where they are as stored. */
export function writeWeights(weights: Weights): string {
	const isStored = scoreParts.every((part) => weights[part] === storedWeights[part]);
	return isStored ? '' : scoreParts.map((part) => `${part}:${weights[part]}`).join(',');
}

/** A score by these weights: the sum of its weighted parts, in hundredths, because the parts are told in twentieths. */
export function weightedScore(parts: Record<ScorePart, number>, weights: Weights): number {
	return Math.round(100 * scoreParts.reduce((sum, part) => sum + weights[part] * parts[part], 0)) / 100;
}

/**
 * What is still related by these weights, best first; what scores alike stays in the order in which it came. What scores
 * nothing is left out: a list is never filled up with what has nothing in common.
 */
export function byWeights<Related extends Record<ScorePart, number>>(
	related: readonly Related[],
	weights: Weights
): Related[] {
	return related
		.map((each) => ({ each, score: weightedScore(each, weights) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.map(({ each }) => each);
}

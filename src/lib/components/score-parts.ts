import { scoreParts as parts, type ScorePart } from '#lib/domain/score-weights.ts';

const words: Record<ScorePart, string> = { concepts: 'shared concepts', text: 'text', cites: 'citations' };

/** The parts that the score of a related paper is the sum of, in the order of its bar, with their words. */
export const scoreParts = parts.map((part) => ({ part, word: words[part] }));

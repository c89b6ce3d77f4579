import { sameWords } from '#lib/concepts/constants/makers.ts';

/** Words that a short form leaves out at will. */
export const smallWord = /^(a|an|and|for|from|in|of|on|the|to|via|with)$/;

/** Letters that the words of two long forms have in common at least, where they differ: `visual`, `vision`. */
const sharedStart = 3;

/** Whether two words of long forms say the same: they begin alike, or are known to. */
function isSameWord(word: string, other: string): boolean {
	const [a, b] = [sameWords.get(word) ?? word, sameWords.get(other) ?? other];
	return a === b || a.slice(0, sharedStart) === b.slice(0, sharedStart);
}

/** Whether all of some words stand among others in their order. */
function isWithin(words: string[], others: string[]): boolean {
	let at = 0;
	for (const other of others) if (at < words.length && isSameWord(words[at] ?? '', other)) at += 1;
	return at === words.length;
}

/** From so many letters on, a short form means the same although a long form begins with more: `DAPO`. */
const tellingLetters = 4;

/**
 * Two long forms of one short form that say the same: their words begin alike in turn, small words left out, and one
 * at least is the same; or one only has a word more, not in front, where it would say of what sort. `vision language
 * model` and `visual language model`, not `state space model` and `sparse signal model`.
 */
export function saysTheSame(long: string, other: string, letters = 0): boolean {
	const [a = [], b = []] = [long, other].map((form) =>
		form.split(' ').filter((word) => !smallWord.test(word))
	);
	if (!a.some((word, at) => word === b[at] || (a.length !== b.length && b.includes(word)))) return false;
	if (a.length === b.length) return a.every((word, at) => isSameWord(word, b[at] ?? ''));
	const [short, longer] = a.length < b.length ? [a, b] : [b, a];
	if (short.length < 2 || !isWithin(short, longer)) return false;
	return letters >= tellingLetters || isSameWord(short[0] ?? '', longer[0] ?? '');
}

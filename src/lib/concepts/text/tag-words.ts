import { takeVerbs } from './find-verbs.ts';
import type { Span } from '#lib/domain/sentences.ts';
import { lookUp, type Word } from '#lib/concepts/words/word-role.ts';

/** A word of a sentence and what it is in a name: its head, what qualifies the head, or no part of it. */
export interface Token extends Span {
	word: Word;
	role: 'noun' | 'modifier' | 'none';
	/** It closes a bracket. */
	isBracket: boolean;
}

/**
 * A pair of letters (`A/B`, `CI/CD`), or a letter or a digit with what may stand inside a word: hyphens of all sorts,
 * stops, apostrophes, soft hyphens; or any other sign.
 */
const wordPattern =
	/\p{Lu}{1,2}\/\p{Lu}{1,2}(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}+#.&@'\u2019_\u00ad\u2010\u2011\u2013-]*[\p{L}\p{M}\p{N}+#]|[\p{L}\p{N}]|[^\s\u00ad]/gu;

/** Whether a word that may be either is a noun where it stands: most are, in abstracts. */
function settle(before: Token | undefined, next: Word | undefined): Token['role'] {
	if (before?.word.precedesVerb) return 'none';
	return next?.opensObject && (!before || before.role === 'noun') ? 'none' : 'noun';
}

/** Settles the roles of a sentence's words by their neighbours. */
function settleRoles(tokens: Token[], isWhole: boolean): void {
	for (let at = 0; at < tokens.length; at += 1) {
		const token = tokens[at];
		if (!token) continue;
		if (token.word.role === 'either') token.role = settle(tokens[at - 1], tokens[at + 1]?.word);
		// `Llama 3.1`: a number names with the name before it.
		if (token.word.isNumber && tokens[at - 1]?.word.isName) token.role = 'noun';
	}
	takeVerbs(tokens, isWhole);
}

interface WrittenWord extends Span {
	written: string;
}

/** The words of a stretch of a text, as they are written; a word keeps its hyphens, punctuation stands alone. */
export function writtenWords(text: string, { start, end }: Span): WrittenWord[] {
	const words: WrittenWord[] = [];
	const stretch = text.slice(start, end);
	wordPattern.lastIndex = 0;
	for (let match = wordPattern.exec(stretch); match; match = wordPattern.exec(stretch)) {
		const at = start + match.index;
		words.push({ start: at, end: at + match[0].length, written: match[0] });
	}
	return words;
}

/** The words of every sentence with their roles. */
export function tagWords(text: string, sentences: Span[]): Token[][] {
	// Loops instead of flatMap: this is the hottest place of extraction.
	const found: WrittenWord[][] = [];
	const all: string[] = [];
	for (const sentence of sentences) {
		const words = writtenWords(text, sentence);
		if (words.length > 0) found.push(words);
		for (const { written } of words) all.push(written);
	}
	const words = lookUp(all);
	const tagged: Token[][] = [];
	const titleEnd = text.indexOf('\n');
	let next = 0;
	for (const sentence of found) {
		const tokens: Token[] = [];
		for (const { start, end } of sentence) {
			const word = words[next];
			next += 1;
			const role = word?.role === 'either' ? 'none' : word?.role;
			if (word && role) tokens.push({ start, end, word, role, isBracket: text.charAt(start) === ')' });
		}
		// What stands behind the first line feed is no title.
		settleRoles(tokens, (tokens[0]?.start ?? 0) > titleEnd);
		tagged.push(tokens);
	}
	return tagged;
}

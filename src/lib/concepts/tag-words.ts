import type { Span } from './sentences.ts';
import { lookUp, type Word } from './word-role.ts';

/** A word of a sentence and what it is in a name: its head, what qualifies the head, or no part of it. */
export interface Token extends Span {
	word: Word;
	role: 'noun' | 'modifier' | 'none';
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

/**
 * A verb that was taken for a noun, seen by its agreement with the noun before and by what it governs: "models trace
 * the", "model mediates a", "people look at". A noun after a noun is hardly ever followed by a determiner.
 */
function isVerb(before: Token | undefined, { role, word }: Token, after: Token | undefined): boolean {
	if (before?.role !== 'noun' || role !== 'noun' || !after || !word.isPlain) return false;
	const { opensObject, opensComplement } = after.word;
	if (!opensObject && !opensComplement) return false;
	return before.word.isPlural !== word.isPlural && (opensObject || before.word.isPlural);
}

/** Settles the roles of a sentence's words by their neighbours. */
function settleRoles(tokens: Token[]): void {
	for (const [at, token] of tokens.entries())
		if (token.word.role === 'either') token.role = settle(tokens[at - 1], tokens[at + 1]?.word);
	// `Llama 3.1`: a number names with the name before it.
	for (const [at, token] of tokens.entries())
		if (token.word.isNumber && tokens[at - 1]?.word.isName) token.role = 'noun';
	const isTaken = tokens.map((token, at) => isVerb(tokens[at - 1], token, tokens[at + 1]));
	for (const [at, token] of tokens.entries()) if (isTaken[at]) token.role = 'none';
}

/** The words of every sentence with their roles; a word keeps its hyphens, punctuation stands alone. */
export function tagWords(text: string, sentences: Span[]): Token[][] {
	const found = sentences.map(({ start, end }) => [...text.slice(start, end).matchAll(wordPattern)]);
	const words = lookUp(found.flatMap((matches) => matches.map(({ 0: written }) => written))).values();
	return found.flatMap((matches, at) => {
		const tokens = matches.flatMap(({ 0: written, index }): Token[] => {
			const word = words.next().value;
			if (!word) return [];
			const start = (sentences[at]?.start ?? 0) + index;
			return [
				{ start, end: start + written.length, word, role: word.role === 'either' ? 'none' : word.role }
			];
		});
		settleRoles(tokens);
		return tokens.length > 0 ? [tokens] : [];
	});
}

import { singular } from './canonical-form.ts';
import type { Span } from './sentences.ts';
import { lookUp, type Word } from './word-role.ts';

/** A word of a sentence and what it is in a name: its head, what qualifies the head, or no part of it. */
export interface Token extends Span {
	text: string;
	form: string;
	role: 'noun' | 'modifier' | 'none';
}

/** A letter or a digit, then what may stand inside a word: hyphens of all sorts, stops, apostrophes, soft hyphens. */
const wordPattern =
	/[\p{L}\p{N}][\p{L}\p{M}\p{N}+#.'\u2019_\u00ad\u2010\u2011\u2013-]*[\p{L}\p{M}\p{N}+#]|[\p{L}\p{N}]|[^\s\u00ad]/gu;

const beginsObject = /^(the|a|an|this|these|those|our|their|its|his|her|how|whether|us|it|them|what|why)$/i;
const beginsComplement = /^(that|at|into|on|like|when|while|to)$/i;
/** Words that a verb follows: `to`, what people can do, who does it, and how. */
const beforeVerb =
	/^(to|can|could|may|might|will|would|shall|should|must|cannot|not|we|they|it|you|i|he|she|who|which|that|do|does|did|don't|doesn't|also|then|further|often|still|only|always|never|[a-z]+ly)$/i;

function isPlural(word: string): boolean {
	const lower = word.toLowerCase();
	return singular(lower) !== lower;
}

/** Whether a word that may be either is a noun where it stands: most are, in abstracts. */
function settle(before: Token | undefined, next: string): Token['role'] {
	if (before && beforeVerb.test(before.text)) return 'none';
	return beginsObject.test(next) && (!before || before.role === 'noun') ? 'none' : 'noun';
}

/**
 * A verb that was taken for a noun, seen by its agreement with the noun before and by what it governs: "models trace
 * the", "model mediates a", "people look at". A noun after a noun is hardly ever followed by a determiner.
 */
function isVerb(before: Token | undefined, token: Token, after: Token | undefined): boolean {
	if (before?.role !== 'noun' || token.role !== 'noun' || !after || !/^[a-z]+$/.test(token.text))
		return false;
	if (!beginsObject.test(after.text) && !beginsComplement.test(after.text)) return false;
	if (isPlural(before.text) === isPlural(token.text)) return false;
	return beginsObject.test(after.text) || isPlural(before.text);
}

/** The words of a sentence with their roles; a word keeps its hyphens, punctuation stands alone. */
function tagSentence(text: string, sentence: Span): Token[] {
	const found: { word: Word; start: number; end: number }[] = [];
	for (const { 0: written, index } of text.slice(sentence.start, sentence.end).matchAll(wordPattern)) {
		const start = sentence.start + index;
		found.push({ word: lookUp(written), start, end: start + written.length });
	}
	const tokens: Token[] = [];
	for (const [at, { word, start, end }] of found.entries()) {
		const { text: written, form, role } = word;
		const next = found[at + 1]?.word.text ?? '';
		tokens.push({
			...{ start, end, text: written, form },
			role: role === 'either' ? settle(tokens.at(-1), next) : role
		});
	}
	return tokens.map((token, at) =>
		isVerb(tokens[at - 1], token, tokens[at + 1]) ? { ...token, role: 'none' } : token
	);
}

/** The words of every sentence with their roles. */
export function tagWords(text: string, sentences: Span[]): Token[][] {
	return sentences.map((sentence) => tagSentence(text, sentence)).filter(({ length }) => length > 0);
}

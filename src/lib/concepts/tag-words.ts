import nlp from 'compromise/two';
import { singular } from './canonical-form.ts';
import { nouns, verbs } from './lexicon.ts';
import type { Span } from './sentences.ts';

/** A word of a sentence and what it can be in a name: its head, what qualifies the head, or no part of it. */
export interface Token extends Span {
	text: string;
	role: 'noun' | 'modifier' | 'none';
}

interface Term {
	text: string;
	tags: Set<string>;
}

/** The part of compromise that this file uses, which its own types leave out: words in, tagged words out. */
interface Tagger {
	tokenize(sentences: string[][]): { compute(steps: string[]): unknown; document: Term[][] };
}

const closed = ['Pronoun', 'Determiner', 'Conjunction', 'Preposition', 'Url', 'Value', 'Adverb'];
const nounTags = ['Noun', 'Acronym', 'Organization'];
const modifierTags = ['Adjective', 'Gerund', 'PastTense', 'Participle'];

function roleOf(tags: ReadonlySet<string>, text: string): Token['role'] {
	if (!/[\p{L}\p{N}]/u.test(text)) return 'none';
	const bare = text.toLowerCase();
	// What the tagger takes for the other one in titles and after commas is settled by two short lists.
	if (verbs.has(bare)) return 'none';
	const isHyphened = bare.includes('-');
	if (nouns.has(isHyphened ? bare.slice(bare.lastIndexOf('-') + 1) : bare)) return 'noun';
	// `game-theoretic` and `risk-sensitive` say of what sort a thing is, whatever the tagger makes of them in a title.
	if (isHyphened && /-[a-z]*(ic|ive|ed|al|ous|able|ible|wise|free|level)$/.test(bare)) return 'modifier';
	// `GPT-4o` and `MATH-500` are names, `3D` and `4-bit` qualify what follows: numbers for the tagger.
	if (/^\p{Lu}[\p{L}\p{N}.+#]*-[\p{L}\p{N}.+#-]*$/u.test(text) && /\d/.test(text)) return 'noun';
	if (/^\d[\d.]*-?[a-z]+$/i.test(text)) return 'modifier';
	const has = (tag: string) => tags.has(tag);
	if (!isHyphened && closed.some(has)) return 'none';
	if (nounTags.some(has)) return 'noun';
	if (modifierTags.some(has)) return 'modifier';
	return isHyphened && /[a-z]/i.test(text) ? 'modifier' : 'none';
}

/** A letter or a digit, then what may stand inside a word: hyphens of all sorts, stops, apostrophes, soft hyphens. */
const wordPattern =
	/[\p{L}\p{N}][\p{L}\p{M}\p{N}+#.'\u2019_\u00ad\u2010\u2011\u2013-]*[\p{L}\p{M}\p{N}+#]|[\p{L}\p{N}]|[^\s\u00ad]/gu;

/** The words of a sentence with their places; a word keeps its hyphens, punctuation stands alone. */
function words(text: string, sentence: Span): Span[] {
	return [...text.slice(sentence.start, sentence.end).matchAll(wordPattern)].map((match) => ({
		start: sentence.start + match.index,
		end: sentence.start + match.index + match[0].length
	}));
}

/** A word with plain hyphens and without soft ones. */
function written(text: string, { start, end }: Span): string {
	return text
		.slice(start, end)
		.replaceAll('\u00ad', '')
		.replace(/[\u2010\u2011\u2013]/g, '-');
}

const beginsObject = /^(the|a|an|this|these|those|our|their|its|his|her|how|whether|us|it|them|what|why)$/i;
const beginsComplement = /^(that|at|into|on|like|when|while|to)$/i;

/**
 * A verb that the tagger took for a noun, seen by its agreement with the noun before and by what it governs: "models
 * trace the", "model mediates a", "people look at". A noun after a noun is hardly ever followed by a determiner.
 */
function isVerb(before: Token | undefined, token: Token, after: Token | undefined): boolean {
	if (before?.role !== 'noun' || token.role !== 'noun' || !after || !/^[a-z]+$/.test(token.text))
		return false;
	const isPlural = (word: string) => singular(word.toLowerCase()) !== word.toLowerCase();
	const agrees = isPlural(before.text) !== isPlural(token.text);
	if (!agrees) return false;
	return beginsObject.test(after.text) || (isPlural(before.text) && beginsComplement.test(after.text));
}

/** What the tagger is given for a word: its last part, for it judges hyphened words badly; no apostrophe, for it splits there. */
function plainWord(word: string): string {
	const last = word.slice(word.lastIndexOf('-') + 1);
	return last.replace(/['\u2019]s?/g, '') || '-';
}

/**
 * The words of every sentence with their roles. Compromise is given words instead of text and only looks up and guesses
 * tags (`lexicon`, `preTagger`); its corrections by patterns (`postTagger`) take five times as long as everything else
 * and change one candidate in a hundred.
 */
export function tagWords(text: string, sentences: Span[]): Token[][] {
	const spans = sentences.map((sentence) => words(text, sentence)).filter(({ length }) => length > 0);
	if (spans.length === 0) return [];
	const view = (nlp as unknown as Tagger).tokenize(
		spans.map((sentence) => sentence.map((span) => plainWord(written(text, span))))
	);
	view.compute(['lexicon', 'preTagger']);
	return spans.map((sentence, at) => {
		// `4o` and `cannot` come back as two terms, the second one without a text.
		const terms = (view.document[at] ?? []).filter(({ text: own }) => own !== '');
		const roles = sentence.map((span, index): Token => {
			const word = written(text, span);
			return { ...span, text: word, role: roleOf(terms[index]?.tags ?? new Set(), word) };
		});
		return roles.map((token, index) =>
			isVerb(roles[index - 1], token, roles[index + 1]) ? { ...token, role: 'none' } : token
		);
	});
}

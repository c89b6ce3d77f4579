import nlp from 'compromise/two';
import { canonicalForm } from './canonical-form.ts';
import { nouns, verbs } from './lexicon.ts';

/** What a word can be in a name: its head, what qualifies the head, or no part of it; `either` is a noun or a verb. */
type Role = 'noun' | 'modifier' | 'none' | 'either';

/** A word by itself, whatever stands around it. */
export interface Word {
	/** As it is written, with plain hyphens and without soft ones. */
	text: string;
	role: Role;
	/** Its canonical form. */
	form: string;
}

/** The part of compromise that this file uses, which its own types leave out: words in, tagged words out. */
interface Tagger {
	tokenize(sentences: string[][]): {
		compute(steps: string[]): unknown;
		document: { text: string; tags: Set<string> }[][];
	};
}

const closed = ['Pronoun', 'Determiner', 'Conjunction', 'Preposition', 'Url', 'Value', 'Adverb'];
const nounTags = ['Noun', 'Acronym', 'Organization'];
const modifierTags = ['Adjective', 'Gerund', 'PastTense', 'Participle'];
const eitherTags = ['Infinitive', 'PresentTense'];
const verbOnly = ['Copula', 'Modal', 'Auxiliary'];

function hasAny(tags: ReadonlySet<string>, names: string[]): boolean {
	return names.some((name) => tags.has(name));
}

/** The tags of a word alone: looked up and guessed, without the corrections that need a sentence. */
function tagsOf(word: string): ReadonlySet<string> {
	const last = word.slice(word.lastIndexOf('-') + 1).replace(/['\u2019]s?/g, '');
	// A capital at the beginning of a sentence or in a title makes no name.
	const plain = /^\p{Lu}\p{Ll}+$/u.test(last) ? last.toLowerCase() : last;
	const view = (nlp as unknown as Tagger).tokenize([[plain || '-']]);
	view.compute(['lexicon', 'preTagger']);
	return view.document[0]?.find(({ text }) => text !== '')?.tags ?? new Set();
}

function roleOf(text: string): Role {
	if (!/[\p{L}\p{N}]/u.test(text)) return 'none';
	const bare = text.toLowerCase();
	// What the tagger takes for the other one is settled by two short lists.
	if (verbs.has(bare)) return 'none';
	const isHyphened = bare.includes('-');
	if (nouns.has(bare.slice(bare.lastIndexOf('-') + 1))) return 'noun';
	// `game-theoretic` and `risk-sensitive` say of what sort a thing is.
	if (isHyphened && /-[a-z]*(ic|ive|ed|al|ous|able|ible|wise|free|level)$/.test(bare)) return 'modifier';
	// `GPT-4o` and `MATH-500` are names, `3D` and `4-bit` qualify what follows: numbers for the tagger.
	if (/^\p{Lu}[\p{L}\p{N}.+#]*-[\p{L}\p{N}.+#-]*$/u.test(text) && /\d/.test(text)) return 'noun';
	if (/^\d[\d.]*-?[a-z]+$/i.test(text)) return 'modifier';
	const tags = tagsOf(text);
	if (!isHyphened && (hasAny(tags, closed) || hasAny(tags, verbOnly))) return 'none';
	if (!isHyphened && hasAny(tags, eitherTags)) return 'either';
	if (hasAny(tags, nounTags)) return 'noun';
	if (hasAny(tags, modifierTags)) return 'modifier';
	return isHyphened && /[a-z]/i.test(text) ? 'modifier' : 'none';
}

/** Words that were looked up before: those of a corpus come again and again. */
const known = new Map<string, Word>();

/**
 * A word as it stands in a text. Compromise is asked once for each word and not for sentences: that is many times
 * faster, and whether a word is a noun or a verb where it stands is better settled by rules that know abstracts (see
 * `tagWords`).
 */
export function lookUp(written: string): Word {
	const before = known.get(written);
	if (before) return before;
	if (known.size > 200_000) known.clear();
	const text = written.replaceAll('\u00ad', '').replace(/[\u2010\u2011\u2013]/g, '-');
	const word = { text, role: roleOf(text), form: canonicalForm(written) };
	known.set(written, word);
	return word;
}

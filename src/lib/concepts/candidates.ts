import nlp from 'compromise/two';
import { singular } from './canonical-form.ts';
import { emptyHeads, evaluative, genericHeads, matters, namingParticiples, nouns, verbs } from './lexicon.ts';
import { sentences, type Span } from './sentences.ts';

/** A phrase that may name a concept, at one place. */
export interface Candidate extends Span {
	surface: string;
	/** A whole chunk, and not a part of a longer one. */
	maximal: boolean;
}

interface Token extends Span {
	text: string;
	role: 'noun' | 'modifier' | 'none';
}

interface JsonTerm {
	text: string;
	pre: string;
	post: string;
	tags: string[];
}

function roleOf(tags: string[], text: string): Token['role'] {
	if (/[(),;:"\u201c\u201d/]/.test(text) || text === '') return 'none';
	const bare = text.toLowerCase();
	// What the tagger takes for the other one in titles and after commas is settled by two short lists.
	if (verbs.has(bare)) return 'none';
	if (nouns.has(bare.split('-').at(-1) ?? bare)) return 'noun';
	// `game-theoretic` and `risk-sensitive` say of what sort a thing is, whatever the tagger makes of them in a title.
	if (/-[a-z]*(ic|ive|ed|al|ous|able|ible|wise|free|level)$/.test(bare)) return 'modifier';
	const has = (tag: string) => tags.includes(tag);
	const closed = ['Pronoun', 'Determiner', 'Conjunction', 'Preposition', 'Url', 'Value', 'Adverb'];
	if (closed.some(has) && !text.includes('-')) return 'none';
	if (has('Noun') || has('Acronym') || has('Organization')) return 'noun';
	if (has('Adjective') || has('Gerund') || has('PastTense') || has('Participle')) return 'modifier';
	if (/-/.test(text) && /[a-z]/i.test(text)) return 'modifier';
	return 'none';
}

/** The words of a sentence with their places; a word keeps its hyphens, punctuation stands alone. */
function words(text: string, sentence: Span): Span[] {
	const pattern = /[\p{L}\p{N}][\p{L}\p{N}+#.'\u2019_-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]|[^\s]/gu;
	return [...text.slice(sentence.start, sentence.end).matchAll(pattern)].map((match) => ({
		start: sentence.start + match.index,
		end: sentence.start + match.index + match[0].length
	}));
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

/** Tags each word of a sentence: what stands between hyphens is judged by its last part. */
function tokens(text: string, sentence: Span): Token[] {
	const spans = words(text, sentence);
	const plain = spans.map(({ start, end }) => text.slice(start, end).split('-').at(-1) ?? '');
	const tagged = new Map<number, string[]>();
	const json = nlp(plain.join(' ')).json({ offset: false }) as { terms: JsonTerm[] }[];
	let at = 0;
	for (const term of json.flatMap(({ terms }) => terms)) {
		while (at < plain.length && !plain[at]?.includes(term.text)) at += 1;
		if (at < plain.length && !tagged.has(at)) tagged.set(at, term.tags);
	}
	const roles = spans.map(({ start, end }, index): Token => {
		const written = text.slice(start, end);
		return { start, end, text: written, role: roleOf(tagged.get(index) ?? [], written) };
	});
	return roles.map((token, index) =>
		isVerb(roles[index - 1], token, roles[index + 1]) ? { ...token, role: 'none' } : token
	);
}

function isUsable(tokens: Token[]): boolean {
	const last = tokens.at(-1);
	if (!last || last.role !== 'noun' || tokens.length > 5) return false;
	if (/^[^\p{L}]*$/u.test(last.text)) return false;
	const bare = last.text.toLowerCase();
	const base = singular(bare);
	if (tokens.length > 1) return !emptyHeads.has(base);
	// Alone, `in-distribution` names nothing.
	if (/^(in|on|off|non)-/.test(bare)) return false;
	return ![bare, base].some((word) => genericHeads.has(word) || matters.has(word)) && bare.length > 2;
}

/**
 * A word that a name does not begin with: one that judges, or a participle that is the sentence's verb ("enhancing
 * reasoning", "achieved progress"). Those that do open names ("supervised", "masked") are listed, for the rest
 * cannot be told apart by their form.
 */
function opensNoName(token: Token | undefined): boolean {
	const bare = token?.text.toLowerCase() ?? '';
	if (evaluative.has(bare) || evaluative.has(bare.split('-').at(-1) ?? '')) return true;
	if (bare.includes('-') || nouns.has(bare)) return false;
	return /(ing|ed)$/.test(bare) && !namingParticiples.has(bare);
}

/** Chunks of (adjective | -ing/-ed)* noun+, evaluative first words stripped, and their sub-runs that end in a noun. */
export function candidates(text: string): Candidate[] {
	const found: Candidate[] = [];
	const flush = (run: Token[]) => {
		let chunk = run.slice(0, run.findLastIndex(({ role }) => role === 'noun') + 1);
		while (chunk.length > 0 && opensNoName(chunk[0])) chunk = chunk.slice(1);
		for (let from = 0; from < chunk.length; from += 1) {
			for (let to = from + 1; to <= chunk.length; to += 1) {
				const part = chunk.slice(from, to);
				const first = part[0];
				const last = part.at(-1);
				if (!first || !last || !isUsable(part) || opensNoName(first)) continue;
				found.push({
					start: first.start,
					end: last.end,
					surface: text.slice(first.start, last.end),
					maximal: part.length === chunk.length
				});
			}
		}
	};
	for (const sentence of sentences(text)) {
		let run: Token[] = [];
		for (const token of tokens(text, sentence)) {
			if (token.role === 'none') {
				flush(run);
				run = [];
			} else run.push(token);
		}
		flush(run);
	}
	return found;
}

/** True for a phrase whose last word names nothing and whose other words do not help. */
export function isGeneric(form: string): boolean {
	if (/^(real( world)?|state of the art) /.test(form)) return true;
	const parts = form.split(' ');
	const isEmpty = (part: string) => genericHeads.has(part) || evaluative.has(part) || verbs.has(part);
	return parts.every(isEmpty) && !(parts.length > 1 && parts.some((part) => matters.has(part)));
}

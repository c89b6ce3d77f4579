import { sentences, type Span } from '#lib/domain/sentences.ts';
import { mayBegin, mayEnd, phrasesLeft, type ForeignPhrase } from './foreign-phrases.ts';
import { tagWords, type Token } from './tag-words.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { isCapital } from '#lib/concepts/words/is-capital.ts';
import type { Phrase, Vocabulary } from '#lib/concepts/words/vocabulary.ts';
import { shapes, type Word } from '#lib/concepts/words/word-role.ts';

/** A phrase that may name a concept, at one place. */
export interface Candidate extends Span {
	phrase: Phrase;
	/** It begins where its chunk begins, with the words that judge or behind them. */
	begins: boolean;
	/** It ends where its chunk ends. */
	ends: boolean;
	/** Its first word qualifies: an adjective or a participle. */
	isQualified: boolean;
	/** How it is written there. A capital at the beginning of a sentence says nothing. */
	shape: Word['shape'];
}

/** The longest phrase that is taken for a name: in words as they are written, and in those of its canonical form. */
const longest = 5;
const longestForm = 8;

function isHead({ role, word }: Token): boolean {
	return role === 'noun' || word.isGerund;
}

/** The chunks of a sentence: (adjective | -ing/-ed)* noun+, where a gerund may be the head. */
function chunks(tokens: Token[]): Token[][] {
	const found: Token[][] = [];
	let run: Token[] = [];
	const close = () => {
		const chunk = run.slice(0, run.findLastIndex(isHead) + 1);
		if (chunk.length > 0) found.push(chunk);
		run = [];
	};
	for (const token of tokens) {
		if (token.role !== 'none') run.push(token);
		else if (run.length > 0) close();
	}
	close();
	return found;
}

/** One letter names nothing. */
function isLetter({ before, last }: Phrase): boolean {
	return before === null && last.form.length < 2;
}

/** A sentence's chunk, with the place of the first word that a name may begin with. */
interface Chunk {
	tokens: Token[];
	opening: number;
	isSentenceStart: boolean;
}

/** Adds the phrases of a chunk that begin with one of its words. */
function addBeginningAt(found: Candidate[], from: number, chunk: Chunk, vocabulary: Vocabulary): void {
	const { tokens, opening, isSentenceStart } = chunk;
	const first = tokens[from];
	// A number belongs to the name before it, and begins none.
	if (!first || first.word.isUnlettered) return;
	const saysNothing = isSentenceStart && from === 0 && first.word.shape === shapes.capitalised;
	let shape: Word['shape'] = saysNothing ? shapes.lower : first.word.shape;
	let phrase: Phrase | null = null;
	for (let to = from; to < tokens.length && to < from + longest; to += 1) {
		const last = tokens[to];
		if (!last || (phrase?.length ?? 0) + last.word.parts.length > longestForm) return;
		for (const part of last.word.parts) phrase = vocabulary.longer(phrase, part);
		if (last.word.shape === shapes.name) shape = shapes.name;
		if (!phrase || isLetter(phrase) || !(last.word.canEnd || last.word.isNumber) || !isHead(last)) continue;
		found.push({
			phrase,
			start: first.start,
			end: last.end,
			begins: from === opening || from === 0,
			ends: to === tokens.length - 1,
			isQualified: first.role === 'modifier',
			shape
		});
	}
}

/** Adds a phrase of another language, its beginnings, and what stands behind a link. */
function addForeign(
	found: Candidate[],
	phrase: ForeignPhrase,
	{ text, vocabulary, language }: { text: string; vocabulary: Vocabulary; language: string }
): void {
	for (const [from, first] of phrase.entries()) {
		if (!mayBegin(phrase, from, language)) continue;
		for (const [to, last] of phrase.entries()) {
			if (to < from || !mayEnd(last, language)) continue;
			const surface = text.slice(first.start, last.end);
			const form = canonicalForm(surface);
			if (form.length < 2) continue;
			found.push({
				phrase: vocabulary.phrase(form),
				...{ start: first.start, end: last.end },
				begins: from === 0,
				ends: to === phrase.length - 1,
				isQualified: false,
				shape: isCapital(surface) ? shapes.name : shapes.lower
			});
		}
	}
}

/**
 * Every phrase of a text that may name something: the chunks and their parts that end in a noun or a gerund. Generous
 * on purpose; what becomes of a phrase is decided where the whole corpus is known.
 */
export function candidates(text: string, vocabulary: Vocabulary, language = 'en'): Candidate[] {
	const found: Candidate[] = [];
	if (language !== 'en') {
		for (const phrase of phrasesLeft(text)) addForeign(found, phrase, { text, vocabulary, language });
		return found;
	}
	for (const sentence of tagWords(text, sentences(text))) {
		for (const tokens of chunks(sentence)) {
			const opening = tokens.findIndex(({ word }) => !word.opensNoName);
			const chunk = { tokens, opening, isSentenceStart: tokens[0] === sentence[0] };
			for (let from = 0; from < tokens.length; from += 1) addBeginningAt(found, from, chunk, vocabulary);
		}
	}
	return found;
}

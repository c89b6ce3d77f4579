import { sentences, type Span } from './sentences.ts';
import { tagWords, type Token } from './tag-words.ts';
import type { Phrase, Vocabulary } from './vocabulary.ts';
import { shapes, type Word } from './word-role.ts';

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

/** The phrases of a chunk that begin with one of its words. */
function* beginningAt(
	chunk: Token[],
	from: number,
	opening: number,
	isSentenceStart: boolean,
	vocabulary: Vocabulary
) {
	const first = chunk[from];
	if (!first) return;
	let phrase: Phrase | null = null;
	let shape: Word['shape'] =
		isSentenceStart && first.word.shape === shapes.capitalised ? shapes.lower : first.word.shape;
	for (let to = from; to < Math.min(chunk.length, from + longest); to += 1) {
		const last = chunk[to];
		if (!last) return;
		if ((phrase?.words.length ?? 0) + last.word.parts.length > longestForm) return;
		for (const part of last.word.parts) phrase = vocabulary.longer(phrase, part);
		if (last.word.shape === shapes.name) shape = shapes.name;
		if (!phrase || phrase.form.length < 2 || !(last.word.canEnd || last.word.isNumber) || !isHead(last))
			continue;
		const candidate: Candidate = {
			phrase,
			start: first.start,
			end: last.end,
			begins: from === opening || from === 0,
			ends: to === chunk.length - 1,
			isQualified: first.role === 'modifier',
			shape
		};
		yield candidate;
	}
}

/**
 * Every phrase of a text that may name something: the chunks and their parts that end in a noun or a gerund. Generous
 * on purpose; what becomes of a phrase is decided where the whole corpus is known.
 */
export function candidates(text: string, vocabulary: Vocabulary): Candidate[] {
	const found: Candidate[] = [];
	for (const tokens of tagWords(text, sentences(text))) {
		for (const chunk of chunks(tokens)) {
			const opening = chunk.findIndex(({ word }) => !word.opensNoName);
			for (const [from, first] of chunk.entries())
				found.push(...beginningAt(chunk, from, opening, first === tokens[0], vocabulary));
		}
	}
	return found;
}

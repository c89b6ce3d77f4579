import { paperText, type Paper } from '#lib/domain/paper.ts';
import { acronyms, type AcronymPair } from './acronyms.ts';
import { candidates, type Candidate } from './candidates.ts';
import { introduced, type Introduced } from './introduced.ts';
import { prose, type Prose } from './prose.ts';
import type { Phrase, Vocabulary } from '#lib/concepts/words/vocabulary.ts';

/** What a text says of one phrase that may name a concept. Counts are of places. */
export interface PhraseInText {
	phrase: Phrase;
	count: number;
	/** Those at which it begins where its chunk begins, and ends where it ends; those where it is the whole chunk. */
	begins: number;
	ends: number;
	maximal: number;
	/** Those in the title. */
	title: number;
	/** Its first offset into title + "\n" + abstract. */
	first: number;
	/** The most telling way in which it is written outside the title: one of `shapes`. */
	shape: number;
	/** Its first word qualifies: an adjective or a participle. */
	isQualified: boolean;
}

/** What a text defines and brings: all that must be known of it where the corpus is put together. */
export interface Definitions {
	pairs: AcronymPair[];
	introduced: Pick<Introduced, 'name' | 'rule'>[];
}

/** What one text says, before the corpus is known. */
export interface TextExtraction extends Definitions {
	/** UTF-16 code units of title + "\n" + abstract. */
	length: number;
	phrases: PhraseInText[];
}

export type Text = Pick<Paper, 'title' | 'abstract'>;

function note(found: Map<Phrase, PhraseInText>, title: number, candidate: Candidate): void {
	const { phrase, start, end, begins, ends, isQualified, shape } = candidate;
	let known = found.get(phrase);
	if (!known) {
		known = {
			phrase,
			count: 0,
			begins: 0,
			ends: 0,
			maximal: 0,
			title: 0,
			first: start,
			shape: 0,
			isQualified
		};
		found.set(phrase, known);
	}
	known.count += 1;
	if (begins) known.begins += 1;
	if (ends) known.ends += 1;
	if (begins && ends) known.maximal += 1;
	// Titles are often capitalised throughout: what they say of a word's case is not heard.
	if (end <= title) known.title += 1;
	else if (shape > known.shape) known.shape = shape;
}

/** A paper's text as prose, see `prose`: what concepts are looked for in. */
export function proseOf({ title, abstract }: Text): Prose {
	return prose(paperText({ title, abstract }));
}

/**
 * Reads one text. What it finds depends on the text alone; the vocabulary only lends its phrases. `read` is what
 * `proseOf` makes of it, where that has been asked before.
 */
export function extractText(
	{ title, abstract }: Text,
	vocabulary: Vocabulary,
	read: Prose = proseOf({ title, abstract })
): TextExtraction {
	const { text, language } = read;
	const found = new Map<Phrase, PhraseInText>();
	for (const candidate of candidates(text, vocabulary, language)) note(found, title.length, candidate);
	return {
		length: text.length,
		pairs: acronyms(text),
		introduced: introduced(title, abstract).map(({ name, rule }) => ({ name, rule })),
		phrases: [...found.values()]
	};
}

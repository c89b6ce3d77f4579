import { paperText, type Paper } from '#lib/domain/paper.ts';
import { acronyms, type AcronymPair } from './acronyms.ts';
import { candidates, type Candidate } from './candidates.ts';
import { evidence, wantedForms } from './evidence.ts';
import { introduced, type Introduced } from './introduced.ts';
import { prose, type Prose } from './prose.ts';
import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import { isCapital } from '#lib/concepts/words/is-capital.ts';
import { shapes } from '#lib/concepts/words/word-role.ts';
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
	/** It is one of the keywords that were given to the paper. */
	isGiven: boolean;
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

export type Text = Pick<Paper, 'title' | 'abstract' | 'keywords'>;

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
			isQualified,
			isGiven: false
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

/** The words of the longest keyword that is looked for: what is longer is a sentence. */
const longestKeyword = 8;

/**
 * Notes the given keywords that stand in the text, those among them that no chunk is (`mixture of experts`). One that does
 * not stand there is no phrase of it.
 */
function noteGiven(
	found: Map<Phrase, PhraseInText>,
	text: string,
	{ title, keywords = [] }: Text,
	vocabulary: Vocabulary
): void {
	if (keywords.length === 0) return;
	const forms = keywords
		.map(canonicalForm)
		.filter((form) => form.length > 1 && form.split(' ').length <= longestKeyword);
	for (const [form, spans] of evidence(text, wantedForms(forms))) {
		const phrase = vocabulary.phrase(form);
		const isKnown = found.has(phrase);
		for (const { start, end } of isKnown ? [] : spans)
			note(found, title.length, {
				...{ phrase, start, end, begins: true, ends: true, isQualified: false },
				shape: isCapital(text.slice(start, end)) ? shapes.name : shapes.lower
			});
		const given = found.get(phrase);
		if (given) given.isGiven = true;
	}
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
	paper: Text,
	vocabulary: Vocabulary,
	read: Prose = proseOf(paper)
): TextExtraction {
	const { title, abstract } = paper;
	const { text, language } = read;
	const found = new Map<Phrase, PhraseInText>();
	for (const candidate of candidates(text, vocabulary, language)) note(found, title.length, candidate);
	noteGiven(found, text, paper, vocabulary);
	return {
		length: text.length,
		pairs: acronyms(text),
		introduced: introduced(title, abstract).map(({ name, rule }) => ({ name, rule })),
		phrases: [...found.values()]
	};
}

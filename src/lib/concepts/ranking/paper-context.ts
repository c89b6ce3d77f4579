import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { PhraseInText, TextExtraction } from '#lib/concepts/text/extract-text.ts';
import { never, type Frequency } from '#lib/concepts/words/frequency-table.ts';
import { longForms, ownFrequency, type Frequencies } from './frequencies.ts';
import type { Lexeme } from '#lib/concepts/words/lexeme.ts';
import type { Phrase, Vocabulary } from '#lib/concepts/words/vocabulary.ts';

/** What a paper's other phrases say of one of them, and what other papers do. */
export interface PhraseContext {
	own: PhraseInText;
	/** How rare its words are: log2 of the share of papers that have them, negated, in whole numbers. */
	rarity: Rarity;
	/** How often the other papers speak of it. */
	elsewhere: Frequency;
	isShort: boolean;
	isLong: boolean;
	isIntroduced: boolean;
	/** The longer phrase of this paper that most of its places lie in: the share of them, and how well that is known. */
	inside: { share: number; standing: Standing; ratio: number } | null;
	/** 0 where no part of it is said more often by itself, 2 where one is as a whole chunk, else 1. */
	parts: 0 | 1 | 2;
	/** The phrases of the paper that it holds, and those that hold it. */
	overlaps: PhraseContext[];
	/** How many longer phrases of the paper have its last word as their head. */
	siblings: number;
}

/** 2: other papers have it as a whole chunk, 1: this one does, 0: it is only a part. */
type Standing = 0 | 1 | 2;

interface Rarity {
	mean: number;
	least: number;
	most: number;
	head: number;
	first: number;
}

export interface PaperContext {
	length: number;
	title: number;
	others: OtherPapers;
	phrases: PhraseContext[];
}

/** The papers that frequencies were counted in, as one of them sees the others. */
export interface OtherPapers {
	vocabulary: Vocabulary;
	frequencies: Frequencies;
	/** Whether the paper itself is among those that were counted: what others say must not hold the paper's own word. */
	isCounted: boolean;
	total: number;
	/** In how many of them a word of the paper stands, and how rare that makes it. */
	wordPapers(word: Lexeme): number;
	rarity(word: Lexeme): number;
}

export function otherPapers(
	vocabulary: Vocabulary,
	frequencies: Frequencies,
	isCounted: boolean
): OtherPapers {
	const itself = isCounted ? 1 : 0;
	const total = frequencies.total - itself;
	const wordPapers = (word: Lexeme) => Math.max(0, (frequencies.words.get(word.form) ?? 0) - itself);
	const known: number[] = [];
	return {
		...{ vocabulary, frequencies, isCounted, total, wordPapers },
		rarity: (word) => (known[word.id] ??= Math.log2((total + 1) / (1 + wordPapers(word))))
	};
}

function rarityOf(phrase: Phrase, others: OtherPapers): Rarity {
	let [sum, least, most, first, head] = [0, Infinity, 0, 0, 0];
	for (const [at, word] of phrase.words().entries()) {
		head = others.rarity(word);
		if (at === 0) first = head;
		sum += head;
		least = Math.min(least, head);
		most = Math.max(most, head);
	}
	return {
		mean: Math.floor(sum / phrase.length),
		least: Math.floor(least),
		most: Math.floor(most),
		head: Math.floor(head),
		first: Math.floor(first)
	};
}

function elsewhere(own: PhraseInText, isLong: boolean, { frequencies, isCounted }: OtherPapers): Frequency {
	const { id } = own.phrase;
	const here = isCounted ? ownFrequency(own, isLong) : never;
	return {
		papers: Math.max(0, (frequencies.papers[id] ?? 0) - here.papers),
		maximal: Math.max(0, (frequencies.maximal[id] ?? 0) - here.maximal),
		title: Math.max(0, (frequencies.title[id] ?? 0) - here.title),
		long: Math.max(0, (frequencies.long[id] ?? 0) - here.long)
	};
}

/** The parts of a phrase that a vocabulary knows, shorter than itself. */
function partsOf(phrase: Phrase, vocabulary: Vocabulary): Phrase[] {
	const words = phrase.words();
	const parts: Phrase[] = [];
	for (let from = 0; from < words.length; from += 1) {
		let part: Phrase | undefined;
		for (let to = from; to < words.length && to - from + 1 < words.length; to += 1) {
			const word = words[to];
			part = word && vocabulary.known(part ?? null, word);
			if (!part) break;
			parts.push(part);
		}
	}
	return parts;
}

/** Tells each phrase of which longer ones of the same paper it is a part, and each longer one of its parts. */
function relateParts(phrases: Map<Phrase, PhraseContext>, vocabulary: Vocabulary): void {
	const ranks = new Map<PhraseContext, number>();
	for (const [phrase, whole] of phrases) {
		if (phrase.length === 1) continue;
		const standing: Standing = whole.elsewhere.maximal >= 3 ? 2 : whole.own.maximal > 0 ? 1 : 0;
		for (const each of partsOf(phrase, vocabulary)) {
			const part = phrases.get(each);
			// `model of a model` holds its first word twice.
			if (!part || whole.overlaps.includes(part)) continue;
			whole.overlaps.push(part);
			part.overlaps.push(whole);
			const share = whole.own.count / part.own.count;
			const rank = 10 * Math.min(1, share) + standing;
			if (rank > (ranks.get(part) ?? -1)) {
				ranks.set(part, rank);
				const ratio = whole.elsewhere.maximal / Math.max(1, part.elsewhere.papers);
				part.inside = { share, standing, ratio };
			}
			if (part.own.count > whole.own.count && whole.parts < 2) whole.parts = part.own.maximal > 0 ? 2 : 1;
		}
	}
}

/** All that a paper's phrases are judged by. */
export function paperContext(title: string, text: TextExtraction, others: OtherPapers): PaperContext {
	const longs = longForms(text);
	const shorts = new Set(text.pairs.map(({ short }) => canonicalForm(short)));
	const names = new Set(text.introduced.map(({ name }) => canonicalForm(name)));
	const heads = new Map<string, number>();
	const phrases = new Map<Phrase, PhraseContext>();
	for (const own of text.phrases) {
		const { form, length, last } = own.phrase;
		const isLong = longs.has(form);
		if (length > 1) heads.set(last.form, (heads.get(last.form) ?? 0) + 1);
		phrases.set(own.phrase, {
			own,
			rarity: rarityOf(own.phrase, others),
			elsewhere: elsewhere(own, isLong, others),
			isShort: shorts.has(form),
			isLong,
			isIntroduced: names.has(form),
			inside: null,
			parts: 0,
			overlaps: [],
			siblings: 0
		});
	}
	for (const [{ last }, phrase] of phrases) phrase.siblings = heads.get(last.form) ?? 0;
	relateParts(phrases, others.vocabulary);
	return { length: text.length, title: title.length, others, phrases: [...phrases.values()] };
}

import { canonicalForm } from './canonical-form.ts';
import type { FormInText, TextExtraction } from './extract-text.ts';
import { longForms, never, ownFrequency, type Frequencies, type Frequency } from './frequencies.ts';

/** What a paper's other phrases say of one of them, and what other papers do. */
export interface PhraseContext {
	own: FormInText;
	words: string[];
	/** How rare its words are: log2 of the share of papers that have them, negated. */
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
	/** Of the other papers. */
	total: number;
	wordPapers(word: string): number;
	phrases: PhraseContext[];
}

function rarityOf(words: string[], total: number, papers: (word: string) => number): Rarity {
	let [sum, least, most, first, head] = [0, Infinity, 0, 0, 0];
	for (const [at, word] of words.entries()) {
		head = Math.log2((total + 1) / (1 + papers(word)));
		if (at === 0) first = head;
		sum += head;
		least = Math.min(least, head);
		most = Math.max(most, head);
	}
	return { mean: sum / words.length, least, most, head, first };
}

function without(all: Frequency, own: Frequency): Frequency {
	return {
		papers: Math.max(0, all.papers - own.papers),
		maximal: Math.max(0, all.maximal - own.maximal),
		title: Math.max(0, all.title - own.title),
		long: Math.max(0, all.long - own.long)
	};
}

/** Tells each phrase of which longer ones of the same paper it is a part, and each longer one of its parts. */
function relateParts(phrases: Map<string, PhraseContext>): void {
	const ranks = new Map<PhraseContext, number>();
	for (const whole of phrases.values()) {
		const { words } = whole;
		const standing: Standing = whole.elsewhere.maximal >= 3 ? 2 : whole.own.maximal > 0 ? 1 : 0;
		for (let from = 0; from < words.length; from += 1) {
			let form = '';
			for (let to = from; to < words.length; to += 1) {
				form = form === '' ? (words[to] ?? '') : `${form} ${words[to] ?? ''}`;
				if (to - from + 1 === words.length) break;
				const part = phrases.get(form);
				if (!part) continue;
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
}

/**
 * All that a paper's phrases are judged by. `counted` tells whether the paper itself is among those that were counted:
 * what others say of a phrase must not hold the paper's own word.
 */
export function paperContext(
	title: string,
	text: TextExtraction,
	frequencies: Frequencies,
	counted: boolean
): PaperContext {
	const longs = longForms(text);
	const shorts = new Set(text.pairs.map(({ short }) => canonicalForm(short)));
	const names = new Set(text.introduced.map(({ name }) => canonicalForm(name)));
	const total = frequencies.total - (counted ? 1 : 0);
	const wordPapers = (word: string) => Math.max(0, frequencies.ofWord(word) - (counted ? 1 : 0));
	const heads = new Map<string, number>();
	const phrases = new Map<string, PhraseContext>();
	for (const own of text.forms) {
		const { form } = own;
		const words = form.split(' ');
		const isLong = longs.has(form);
		if (words.length > 1) heads.set(words.at(-1) ?? '', (heads.get(words.at(-1) ?? '') ?? 0) + 1);
		phrases.set(form, {
			own,
			words,
			rarity: rarityOf(words, total, wordPapers),
			elsewhere: without(frequencies.of(form), counted ? ownFrequency(own, isLong) : never),
			isShort: shorts.has(form),
			isLong,
			isIntroduced: names.has(form),
			inside: null,
			parts: 0,
			siblings: 0
		});
	}
	for (const phrase of phrases.values()) phrase.siblings = heads.get(phrase.words.at(-1) ?? '') ?? 0;
	relateParts(phrases);
	return {
		length: text.length,
		title: title.length,
		total,
		wordPapers,
		phrases: [...phrases.values()]
	};
}

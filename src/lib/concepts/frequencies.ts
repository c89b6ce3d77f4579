import { canonicalForm } from './canonical-form.ts';
import type { FormInText, TextExtraction } from './extract-text.ts';

/** In how many papers a phrase stands: at all, as a whole chunk, in the title, as the long form of an acronym. */
export interface Frequency {
	papers: number;
	maximal: number;
	title: number;
	long: number;
}

/** What is known of phrases from the papers that were counted. */
export interface Frequencies {
	/** How many papers were counted. */
	total: number;
	of(form: string): Frequency;
	/** In how many papers a phrase holds the word. */
	ofWord(word: string): number;
}

/** Counts that can grow, paper by paper. */
export interface FrequencyTable {
	total: number;
	forms: Map<string, Frequency>;
	words: Map<string, number>;
}

export const never: Frequency = { papers: 0, maximal: 0, title: 0, long: 0 };

/** The canonical long forms that a text defines. */
export function longForms({ pairs }: TextExtraction): Set<string> {
	return new Set(pairs.map(({ long }) => canonicalForm(long)));
}

/** What one text adds to the frequency of one of its forms. */
export function ownFrequency({ maximal, title }: FormInText, isLong: boolean): Frequency {
	return { papers: 1, maximal: Math.min(1, maximal), title: Math.min(1, title), long: isLong ? 1 : 0 };
}

export function countFrequencies(texts: Iterable<TextExtraction>): FrequencyTable {
	const table: FrequencyTable = { total: 0, forms: new Map(), words: new Map() };
	for (const text of texts) {
		table.total += 1;
		const longs = longForms(text);
		const words = new Set<string>();
		for (const each of text.forms) {
			const { papers, maximal, title, long } = ownFrequency(each, longs.has(each.form));
			const known = table.forms.get(each.form);
			if (known) {
				known.papers += papers;
				known.maximal += maximal;
				known.title += title;
				known.long += long;
			} else table.forms.set(each.form, { papers, maximal, title, long });
			for (const word of each.form.split(' ')) words.add(word);
		}
		for (const word of words) table.words.set(word, (table.words.get(word) ?? 0) + 1);
	}
	return table;
}

/** From so many papers on, a corpus knows its own phrases as well as the background does. */
const ownFrom = 5000;

/** The same without what only one paper has: it tells that paper nothing. */
export function withoutSingles({ total, forms, words }: FrequencyTable): FrequencyTable {
	const several = [...forms].filter(([, { papers }]) => papers > 1);
	return { total, forms: new Map(several), words };
}

/**
 * A corpus's own frequencies on top of the background's. The background gives way as the corpus grows: it counts half
 * at 5,000 papers, a sixth at 25,000.
 */
export function withBackground(own: FrequencyTable, background: FrequencyTable): Frequencies {
	const share = 1 / (1 + own.total / ownFrom);
	return {
		total: own.total + share * background.total,
		of(form) {
			const here = own.forms.get(form) ?? never;
			const there = background.forms.get(form);
			if (!there) return here;
			return {
				papers: here.papers + share * there.papers,
				maximal: here.maximal + share * there.maximal,
				title: here.title + share * there.title,
				long: here.long + share * there.long
			};
		},
		ofWord: (word) => (own.words.get(word) ?? 0) + share * (background.words.get(word) ?? 0)
	};
}

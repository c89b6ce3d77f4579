import { canonicalForm } from '#lib/concepts/words/canonical-form.ts';
import type { Definitions, PhraseInText, TextExtraction } from '#lib/concepts/text/extract-text.ts';
import {
	frequencyColumns,
	type Frequency,
	type FrequencyColumn,
	type FrequencyTable
} from '#lib/concepts/words/frequency-table.ts';
import type { Vocabulary } from '#lib/concepts/words/vocabulary.ts';

/** The same with the places of each phrase in all papers: of any sort, and those where it is a whole chunk. */
export interface CorpusCounts extends FrequencyTable {
	places: Uint32Array;
	wholes: Uint32Array;
}

const countColumns = [...frequencyColumns, 'places', 'wholes'] as const;

function emptyCounts(total: number, rows: number): CorpusCounts {
	const column = () => new Uint32Array(rows);
	return {
		...{ total, forms: [], words: new Map() },
		...{ papers: column(), maximal: column(), title: column(), long: column() },
		...{ places: column(), wholes: column() }
	};
}

/** What is counted of no text. */
export const noTexts = emptyCounts(0, 0);

/** Some rows of a table, in the given order. */
function rowsOf<Table extends FrequencyTable>(
	table: Table,
	columns: readonly (keyof Table)[],
	rows: Uint32Array
): Table {
	const chosen = { ...table, forms: Array.from(rows, (row) => table.forms[row] ?? '') };
	for (const name of columns) {
		const column = table[name] as Uint32Array;
		chosen[name] = rows.map((row) => column[row] ?? 0) as Table[keyof Table];
	}
	return chosen;
}

/** The rows whose phrases stand in so many papers. */
function rowsFrom({ papers }: FrequencyTable, least: number): Uint32Array {
	return Uint32Array.from(papers.keys()).filter((row) => (papers[row] ?? 0) >= least);
}

/** The canonical long forms that a text defines. */
export function longForms({ pairs }: Definitions): Set<string> {
	return new Set(pairs.map(({ long }) => canonicalForm(long)));
}

/** What one text adds to the frequency of one of its phrases. */
export function ownFrequency({ maximal, title }: PhraseInText, isLong: boolean): Frequency {
	return { papers: 1, maximal: Math.min(1, maximal), title: Math.min(1, title), long: isLong ? 1 : 0 };
}

function increase(column: Uint32Array | Float64Array, row: number, by: number): void {
	column[row] = (column[row] ?? 0) + by;
}

/** Counts what some texts say. */
export function countTexts(texts: Iterable<TextExtraction>, vocabulary: Vocabulary): CorpusCounts {
	const counts = emptyCounts(0, vocabulary.phrases.length);
	for (const text of texts) {
		counts.total += 1;
		const longs = longForms(text);
		const words = new Set<string>();
		for (const each of text.phrases) {
			const { id, form } = each.phrase;
			const own = ownFrequency(each, longs.has(form));
			increase(counts.papers, id, own.papers);
			increase(counts.maximal, id, own.maximal);
			increase(counts.title, id, own.title);
			increase(counts.long, id, own.long);
			increase(counts.places, id, each.count);
			increase(counts.wholes, id, each.maximal);
			each.phrase.eachWord(({ form: word }) => words.add(word));
		}
		for (const word of words) counts.words.set(word, (counts.words.get(word) ?? 0) + 1);
	}
	counts.forms = vocabulary.phrases.map(({ form }) => form);
	// Phrases that are only the beginning of longer ones were never said.
	return rowsOf(counts, countColumns, rowsFrom(counts, 1));
}

/** The counts of several shards as those of one corpus. */
export function mergeCounts(all: CorpusCounts[]): CorpusCounts {
	const [first, ...others] = all;
	if (!first) return noTexts;
	if (others.length === 0) return first;
	const rows = new Map<string, number>();
	for (const { forms } of all) for (const form of forms) if (!rows.has(form)) rows.set(form, rows.size);
	const total = all.reduce((sum, each) => sum + each.total, 0);
	const merged = { ...emptyCounts(total, rows.size), forms: [...rows.keys()] };
	for (const counts of all) {
		for (const [at, form] of counts.forms.entries()) {
			const row = rows.get(form) ?? 0;
			for (const name of countColumns) increase(merged[name], row, counts[name][at] ?? 0);
		}
		for (const [word, papers] of counts.words) merged.words.set(word, (merged.words.get(word) ?? 0) + papers);
	}
	return merged;
}

/** Looks the rows of a table up: its columns at a form's row are what is known of the form, or undefined. */
export function rowsByForm({ forms }: FrequencyTable): (form: string) => number {
	const rows = new Map(forms.map((form, row) => [form, row]));
	return (form) => rows.get(form) ?? -1;
}

/** The same without what only one paper has: it tells that paper nothing. */
export function withoutSingles(table: FrequencyTable): FrequencyTable {
	const { total, forms, words, papers, maximal, title, long } = table;
	const plain = { total, forms, words, papers, maximal, title, long };
	return rowsOf(plain, frequencyColumns, rowsFrom(table, 2));
}

/** What is known of the phrases of a vocabulary; row i of every column tells of the phrase whose id is i. */
export interface Frequencies extends Record<FrequencyColumn, Float64Array> {
	/** How many papers were counted; a fraction where some count less. */
	total: number;
	words: Map<string, number>;
}

/** A table's frequencies, each counting as the given share. */
function add(sum: Frequencies, table: FrequencyTable, share: number, vocabulary: Vocabulary): void {
	sum.total += share * table.total;
	for (const [row, form] of table.forms.entries()) {
		const id = vocabulary.find(form)?.id;
		if (id === undefined) continue;
		for (const name of frequencyColumns) increase(sum[name], id, share * (table[name][row] ?? 0));
	}
	for (const [word, papers] of table.words) sum.words.set(word, (sum.words.get(word) ?? 0) + share * papers);
}

/** From so many papers on, a corpus knows its own phrases as well as the background does. */
const ownFrom = 5000;

/**
 * A corpus's own frequencies on top of the background's. The background gives way as the corpus grows: it counts half
 * at 5,000 papers, a sixth at 25,000.
 */
export function frequenciesOf(
	vocabulary: Vocabulary,
	own: FrequencyTable,
	background: FrequencyTable
): Frequencies {
	const column = () => new Float64Array(vocabulary.phrases.length);
	const sum = {
		total: 0,
		papers: column(),
		maximal: column(),
		title: column(),
		long: column(),
		words: new Map()
	};
	add(sum, own, 1, vocabulary);
	add(sum, background, 1 / (1 + own.total / ownFrom), vocabulary);
	return sum;
}

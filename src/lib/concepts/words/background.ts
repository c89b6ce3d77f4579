import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compare } from '#lib/domain/order.ts';
import { frequencyColumns, type FrequencyTable } from './frequency-table.ts';

/** Phrases and words of fewer papers are left out of the file: what is rare is as good as unknown. */
const least = 4;

/** Where the frequencies of machine learning lie: counts over abstracts, made by `npm run fit`. */
export const backgroundFile = new URL('../constants/background.tsv.gz', import.meta.url);

/** What machine learning at large says. */
export interface Background extends FrequencyTable {
	/** Words that are written with a capital wherever they stand: `gaussian`. */
	proper: Set<string>;
}

/**
 * The file's contents: a line with the number of papers, then one for each phrase (`phrase, papers, maximal, title,
 * long`) and each word (`word, papers`, and 1 where it is always capitalised), separated by tabs, in the order of the
 * forms.
 */
export function packBackground(table: Background): Buffer {
	const phrases = table.forms
		.map((form, row) => ({ form, counts: frequencyColumns.map((name) => table[name][row] ?? 0) }))
		.filter(({ counts: [papers = 0] }) => papers >= least)
		.sort((a, b) => compare(a.form, b.form))
		.map(({ form, counts }) => [form, ...counts].join('\t'));
	const single = [...table.words]
		.filter(([, papers]) => papers >= least)
		.sort(([a], [b]) => compare(a, b))
		.map(([word, papers]) => `${word}\t${papers}${table.proper.has(word) ? '\t1' : ''}`);
	return gzipSync([String(table.total), ...phrases, ...single].join('\n'), { level: 9 });
}

export function unpackBackground(packed: Buffer): Background {
	const [total = '', ...lines] = gunzipSync(packed).toString('utf8').split('\n');
	const rows = lines.map((line) => line.split('\t'));
	const phrases = rows.filter(({ length }) => length > 3);
	const words = rows.filter(({ length }) => length <= 3);
	const column = (at: number) => Uint32Array.from(phrases, (row) => Number(row[at]));
	return {
		total: Number(total),
		forms: phrases.map(([form = '']) => form),
		...{ papers: column(1), maximal: column(2), title: column(3), long: column(4) },
		words: new Map(words.map(([word = '', papers]) => [word, Number(papers)])),
		proper: new Set(words.flatMap(([word = '', , isProper]) => (isProper === '1' ? [word] : [])))
	};
}

let read: Background | null = null;

/** The frequencies of machine learning that ship with Throughline, read once. */
export function background(): Background {
	read ??= unpackBackground(readFileSync(backgroundFile));
	return read;
}

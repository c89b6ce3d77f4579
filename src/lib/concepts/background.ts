import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compare } from '#lib/domain/order.ts';
import type { FrequencyTable } from './frequencies.ts';

/** Phrases and words of fewer papers are left out of the file: what is rare is as good as unknown. */
const least = 4;

/** Where the frequencies of machine learning lie: counts over abstracts, made by `npm run fit`. */
export const backgroundFile = new URL('constants/background.tsv.gz', import.meta.url);

/**
 * The file's contents: a line with the number of papers, then one for each phrase (`phrase, papers, maximal, title,
 * long`) and each word (`word, papers`), separated by tabs, in the order of the forms.
 */
export function packBackground({ total, forms, words }: FrequencyTable): Buffer {
	const phrases = [...forms]
		.filter(([, { papers }]) => papers >= least)
		.sort(([a], [b]) => compare(a, b))
		.map(([form, { papers, maximal, title, long }]) => [form, papers, maximal, title, long].join('\t'));
	const single = [...words]
		.filter(([, papers]) => papers >= least)
		.sort(([a], [b]) => compare(a, b))
		.map(([word, papers]) => `${word}\t${papers}`);
	return gzipSync([String(total), ...phrases, ...single].join('\n'), { level: 9 });
}

export function unpackBackground(packed: Buffer): FrequencyTable {
	const [total = '', ...lines] = gunzipSync(packed).toString('utf8').split('\n');
	const table: FrequencyTable = { total: Number(total), forms: new Map(), words: new Map() };
	for (const line of lines) {
		const [form = '', ...counts] = line.split('\t');
		const [papers = 0, maximal = 0, title = 0, long = 0] = counts.map(Number);
		if (counts.length === 1) table.words.set(form, papers);
		else table.forms.set(form, { papers, maximal, title, long });
	}
	return table;
}

let read: FrequencyTable | null = null;

/** The frequencies of machine learning that ship with Throughline, read once. */
export function background(): FrequencyTable {
	read ??= unpackBackground(readFileSync(backgroundFile));
	return read;
}

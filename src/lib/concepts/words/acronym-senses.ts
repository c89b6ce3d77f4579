import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compare } from '#lib/domain/order.ts';

/** By canonical short form, in how many papers each canonical long form is defined. */
export type AcronymSenses = Map<string, Map<string, number>>;

/** Where they lie: counts over abstracts of machine learning and of computer science, made by `npm run fit`. */
export const acronymSensesFile = new URL('../constants/acronym-senses.tsv.gz', import.meta.url);

/** A sense of fewer papers may be one author's, and a short form that fewer define is not known. */
const least = { sense: 2, short: 3 };

/** A line for each short form: the form, then each sense and its papers, separated by tabs; the most frequent first. */
export function packAcronymSenses(senses: AcronymSenses): Buffer {
	const lines = [...senses]
		.map(([short, longs]): [string, [string, number][]] => [
			short,
			[...longs]
				.filter(([, papers]) => papers >= least.sense)
				.sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
		])
		.filter(([, longs]) => longs.reduce((sum, [, papers]) => sum + papers, 0) >= least.short)
		.sort(([a], [b]) => compare(a, b))
		.map(([short, longs]) => [short, ...longs.flat()].join('\t'));
	return gzipSync(lines.join('\n'), { level: 9 });
}

export function unpackAcronymSenses(packed: Buffer): AcronymSenses {
	const rows = gunzipSync(packed)
		.toString('utf8')
		.split('\n')
		.map((line) => line.split('\t'));
	return new Map(
		rows.map(([short = '', ...cells]) => [
			short,
			new Map(
				cells.flatMap((long, at): [string, number][] => (at % 2 === 0 ? [[long, Number(cells[at + 1])]] : []))
			)
		])
	);
}

let read: AcronymSenses | null = null;

/** What acronyms mean at large, read once. One that is not there is unknown. */
export function acronymSenses(): AcronymSenses {
	read ??= unpackAcronymSenses(readFileSync(acronymSensesFile));
	return read;
}

import { UsageError } from '#lib/domain/errors.ts';
import { namableFields } from '#lib/sources/fields/match-fields.ts';
import type { ReadPapers } from '#lib/sources/read-papers.ts';
import type { Columns, ReadOptions } from '#lib/sources/source-record.ts';
import type { CommandArguments } from './command.ts';
import { netOptions } from './net-options.ts';

/** The options of every command that reads papers. */
export const sourceOptions = {
	year: { type: 'string', description: 'the year of dates that a copied page writes without one' },
	columns: {
		type: 'string',
		description: `which columns of a table, or fields of JSON, hold what, as title=Titel,abstract=Resumen; known are ${namableFields.join(', ')}`
	},
	...netOptions
} as const;

function readYear(given: CommandArguments['values'][string]): { year?: number } {
	if (given === undefined) return {};
	const year = Number(given);
	if (!Number.isInteger(year) || year < 1900 || year > 2200)
		throw new UsageError('--year is no year.', 'Give it as 2026.');
	return { year };
}

function readColumns(given: CommandArguments['values'][string]): { columns?: Columns } {
	if (typeof given !== 'string') return {};
	const columns = given.split(',').map((pair) => {
		const [, field = '', name = ''] = /^\s*(\w+)\s*=\s*(.*\S)\s*$/.exec(pair) ?? [];
		if (!namableFields.some((known) => known === field))
			throw new UsageError(
				`--columns names no field with ${JSON.stringify(pair)}.`,
				`Give it as title=Titel,abstract=Resumen; the fields are ${namableFields.join(', ')}.`
			);
		return [field, name];
	});
	return { columns: Object.fromEntries(columns) as Columns };
}

/** How the files shall be read. */
export function readReading({ values }: CommandArguments): ReadOptions {
	return { ...readYear(values['year']), ...readColumns(values['columns']) };
}

/** So many lines tell what a file is like. */
const linesAtMost = 20;

/**
 * What is to be told of what was read, on standard error: how each file was understood, a line for each record that could
 * not be read, for each field that was left out of one and for each duplicate, with the reason; and how many papers have
 * no abstract. Of more than twenty lines of a kind the rest is only counted; `all` says where they are told.
 */
export function reportRead(read: ReadPapers, all = ''): void {
	const where = (file: string, record: number | null) =>
		record === null ? file : `${file}, record ${record}`;
	tell(
		read.notes.map(({ file, note }) => `${file}: ${note}`),
		read.notes.length,
		all
	);
	tell(
		[
			...read.rejected.map(({ file, record, reason }) => `${where(file, record)}: ${reason}`),
			...read.omitted.map(({ file, record, field, what }) => `${where(file, record)}: ${field} ${what}`)
		],
		read.rejectedCount + read.omittedCount,
		all
	);
	tell(
		read.duplicates.map(({ file, dropped, kept, reason }) => `${file}: ${dropped} is ${kept} (${reason})`),
		read.duplicates.length,
		all
	);
	if (read.withoutAbstract > 0)
		console.error(
			`${read.withoutAbstract.toLocaleString('en')} of ${read.papers.length.toLocaleString('en')} papers have no abstract: their titles are read alone`
		);
}

function tell(lines: string[], count: number, all: string): void {
	for (const line of lines.slice(0, linesAtMost)) console.error(printable(line));
	const more = count - Math.min(lines.length, linesAtMost);
	if (more > 0) console.error(`and ${more.toLocaleString('en')} more${all}`);
}

/** What a file holds may reach a terminal: its control characters must not, and no more of it than one reads. */
function printable(line: string): string {
	const plain = line.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
	return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

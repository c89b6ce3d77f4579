import { UsageError } from '#lib/domain/errors.ts';
import type { ReadPapers } from '#lib/sources/read-papers.ts';
import type { CommandArguments } from './command.ts';

/** The option of every command that reads papers. */
export const yearOption = {
	year: { type: 'string', description: 'the year of dates that a copied page writes without one' }
} as const;

export function readYear({ values }: CommandArguments): { year?: number } {
	if (values['year'] === undefined) return {};
	const year = Number(values['year']);
	if (!Number.isInteger(year) || year < 1900 || year > 2200)
		throw new UsageError('--year is no year.', 'Give it as 2026.');
	return { year };
}

/** So many lines tell what a file is like. */
const linesAtMost = 20;

/**
 * A line on standard error for each record that could not be read, and each field that was left out of one: file,
 * record and reason. Of more than twenty the rest is only counted; `all` says where they are told.
 */
export function reportUnread(read: ReadPapers, all = ''): void {
	const where = (file: string, record: number | null) =>
		record === null ? file : `${file}, record ${record}`;
	const lines = [
		...read.rejected.map(({ file, record, reason }) => `${where(file, record)}: ${reason}`),
		...read.omitted.map(({ file, record, field, what }) => `${where(file, record)}: ${field} ${what}`)
	];
	for (const line of lines.slice(0, linesAtMost)) console.error(printable(line));
	const more = read.rejectedCount + read.omittedCount - Math.min(lines.length, linesAtMost);
	if (more > 0) console.error(`and ${more.toLocaleString('en')} more${all}`);
}

/** What a file holds may reach a terminal: its control characters must not, and no more of it than one reads. */
function printable(line: string): string {
	const plain = line.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
	return plain.length > 300 ? `${plain.slice(0, 299)}…` : plain;
}

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

/** A line on standard error for each record that could not be read: file, record and reason. */
export function reportRejected({ rejected }: ReadPapers): void {
	for (const { file, record, reason } of rejected)
		console.error(`${file}, record ${record ?? '?'}: ${reason}`);
}

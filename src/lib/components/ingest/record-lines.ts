import type { Estimate } from '#lib/domain/ingest-job.ts';

/** A record that was not read, as a sentence: `library.bib, record 4: no title`. */
export function rejectedLines(rejected: Estimate['rejected']): string[] {
	return rejected.map(({ file, record, reason }) =>
		record === null ? `${file}: ${reason}` : `${file}, record ${record}: ${reason}`
	);
}

/** Records that are one paper, each with the reason: `Ponds (library.bib) is 10.5555/ponds: the same DOI`. */
export function duplicateLines(duplicates: Estimate['duplicates']): string[] {
	return duplicates.map(({ dropped, file, kept, reason }) => `${dropped} (${file}) is ${kept}: ${reason}`);
}

import { z } from 'zod';
import type { ExportFormat } from './export-formats.ts';
import { paperNameSchema, type Paper } from './paper.ts';

/** Where a reader is with a paper, as it is kept, with the words of pages. */
export const readingStates = {
	none: 'no mark',
	'to-read': 'to read',
	read: 'read'
} as const;
export type ReadingState = keyof typeof readingStates;
export const readingStateSchema = z.enum(Object.keys(readingStates) as [ReadingState, ...ReadingState[]]);

/** The longest note on a paper, in UTF-16 code units. */
export const longestNote = 5000;

/** What a reader says of a paper. */
export const marksSchema = z.object({
	state: readingStateSchema,
	starred: z.boolean(),
	note: z.string().trim().max(longestNote, 'at most 5,000 characters')
});
export type Marks = z.infer<typeof marksSchema>;

/** The name of a library: of what was brought together, say the file of a reference manager. */
export const libraryNameSchema = z
	.string()
	.trim()
	.min(1, 'a library has a name')
	.max(100, 'the name of a library has at most 100 characters')
	.regex(/^\P{Cc}*$/u, 'the name of a library stands in one line, without control characters');

/** So many libraries a paper may be in. */
export const mostLibraries = 50;

/**
 * A paper of the library. It stands beside the graph and not in it: its paper may go, and come again under another id,
 * and is found by any of its names.
 */
export const libraryEntrySchema = marksSchema.extend({
	/** As the paper was called when it was marked. */
	title: z.string().min(1).max(5000),
	/** The id of the paper and all that others call it. */
	names: z.array(paperNameSchema).min(1).max(200),
	/** Libraries that brought it; sorted. */
	libraries: z.array(libraryNameSchema).max(mostLibraries, `a paper is in at most ${mostLibraries} libraries`)
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

export const unmarked: Marks = { state: 'none', starred: false, note: '' };

/** False for an entry whose marks were all taken back: it is kept for the one who undoes that, and listed nowhere. */
export function isMarked({ state, starred, note }: Marks): boolean {
	return state !== 'none' || starred || note !== '';
}

type Named = Pick<Paper, 'id'> &
	Partial<Pick<Paper, 'arxiv' | 'doi' | 'pubmed' | 'otherNames'>> & { formerIds?: string[] | undefined };

/** Everything that a paper is called: ids that it has or had, arXiv id, DOI, numbers of catalogues. */
export function namesOfPaper({ id, arxiv, doi, pubmed, otherNames = [], formerIds = [] }: Named): string[] {
	const names = [id, arxiv, doi, pubmed && `pmid:${pubmed}`, ...formerIds, ...otherNames];
	return [...new Set(names.filter((name) => name !== undefined && name !== ''))] as string[];
}

/** What the library is listed by: a state, or stars; empty for all of it. */
export const libraryShelfSchema = readingStateSchema.or(z.enum(['', 'starred'])).default('');
export type LibraryShelf = z.infer<typeof libraryShelfSchema>;

/** The formats of bibliographies that a library goes out in, by their names in the table of exports. */
export const libraryFormats = ['bibtex', 'ris', 'csl'] as const satisfies ExportFormat[];
export type LibraryFormat = (typeof libraryFormats)[number];

/** What of the library is wanted. */
export const libraryParameters = z.object({
	state: libraryShelfSchema,
	q: z.string().max(500).default('')
});
export const libraryExportParameters = libraryParameters.extend({
	format: z.enum(libraryFormats).default('bibtex')
});

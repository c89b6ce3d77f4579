import { z } from 'zod';
import { formatRow } from '#lib/domain/export-formats.ts';
import { libraryExportParameters, libraryFormats } from '#lib/domain/library-entry.ts';
import { nextReadingParameters, nextReadingSchema } from '#lib/domain/next-reading.ts';
import type { Address } from './open-api.ts';

/** The addresses of the library. */
export const libraryAddresses: Record<string, Address> = {
	'/api/library/export': {
		summary: 'The papers of the library as a bibliography, with notes and marks',
		...{ answer: z.string(), query: libraryExportParameters },
		mediaTypes: libraryFormats.map((format) => formatRow(format).mediaType)
	},
	'/api/library/next': {
		summary: 'Which papers of a topic or concept to read next, and what each adds to what was read',
		...{ answer: nextReadingSchema, query: nextReadingParameters }
	}
};

import { z } from 'zod';

/** One file, or the answers to one query, as it was read: what tells whether it is the same as another time. */
export const sourceFactsSchema = z.object({
	name: z.string().describe("its name in reports: the file's without its folder, or the address"),
	format: z.string().describe('what its format is called'),
	bytes: z.int().describe('of what was in it when it was unpacked'),
	sha256: z
		.string()
		.nullable()
		.describe('SHA-256 of these bytes, in hexadecimal digits; null where they were not read to their end'),
	papers: z.int().describe('records that were read, duplicates too'),
	rejected: z.int().describe('records that could not be read')
});
export type SourceFacts = z.infer<typeof sourceFactsSchema>;

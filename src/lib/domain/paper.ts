import { z } from 'zod';
import { paperIdSchema } from './ids.ts';

/**
 * A name under which others know a paper: a DOI in lower case (`10.1000/xy`), an arXiv id without its version
 * (`2402.03300`), or a number of a catalogue with its name in front: `pmid:1234`, `openalex:w12`, `s2:ab12`.
 */
export const paperNameSchema = z.string().min(1);

/** A day as ISO text, or only a year or a month where the source tells no more: `2025-07-23`, `2025-07`, `2025`. */
export const dateSchema = z
	.string()
	.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date reads YYYY, YYYY-MM or YYYY-MM-DD')
	.refine(isRealDate, 'that date does not exist');

/** False for the 30th of February and the 13th month. */
export function isRealDate(text: string): boolean {
	const [year, month = 1, day = 1] = text.split('-').map(Number);
	if (year === undefined) return false;
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** An address that a page may link to: http or https, in full and without blanks. */
export const webAddressSchema = z
	.url({ protocol: /^https?$/, error: 'no http or https address' })
	.regex(/^https?:\/\/[^\s\\]+$/i, 'no http or https address');

/**
 * One publication, as a source tells it. Unknown is null, or absent; an empty text stands for it in the abstract alone,
 * because every text of a paper begins with its title.
 */
export const paperSchema = z.object({
	id: paperIdSchema.describe('its arXiv id, else its DOI, else the slug of its title'),
	title: z.string().min(1).describe('its title'),
	abstract: z.string().describe('its abstract; empty where only the title is known'),
	date: dateSchema.nullable().describe('when it appeared: a day, a month or a year'),
	url: webAddressSchema.nullable().describe('its address'),
	organization: z.string().min(1).nullable().describe('who published it'),
	authors: z.array(z.string().min(1)).describe('the names of its authors, in their order'),
	authorCount: z
		.int()
		.positive()
		.nullable()
		.describe('the number of its authors, also where the source names none of them'),
	comments: z.int().nonnegative().nullable().describe('the number of comments that the source counts'),
	source: z.string().describe('the name of the file it came from, without its folder'),
	otherSources: z.array(z.string()).optional().describe('more files that told it; sorted'),
	doi: paperNameSchema.optional().describe('its DOI, in lower case, without an address'),
	arxiv: paperNameSchema.optional().describe('its arXiv id, without a version'),
	pubmed: paperNameSchema.optional().describe('its number in PubMed'),
	otherNames: z
		.array(paperNameSchema)
		.optional()
		.describe("more names that sources give it: a preprint's DOI, numbers of catalogues; sorted"),
	venue: z.string().min(1).optional().describe('the journal, the proceedings or the book'),
	keywords: z.array(z.string().min(1)).optional().describe('as the authors, or a catalogue, gave them'),
	cites: z.array(paperNameSchema).optional().describe('the papers that it cites, by their names; sorted'),
	withdrawn: z.boolean().optional().describe('true for one that was withdrawn or retracted')
});

export type Paper = z.infer<typeof paperSchema>;

/** The text that every offset of a mention points into: title, line feed, abstract (UTF-16 code units). */
export function paperText(paper: Pick<Paper, 'title' | 'abstract'>): string {
	return `${paper.title}\n${paper.abstract}`;
}

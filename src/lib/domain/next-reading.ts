import { z } from 'zod';
import { paperSummarySchema } from './answers.ts';
import { nodeRefSchema } from './ids.ts';

/** Papers of a set, at most: as many as the rows of a query that the map takes. */
const mostOf = 190;

/** What to read next of a topic, of a concept, or of some papers. */
export const nextReadingSchema = z.object({
	of: z
		.object({ ref: nodeRefSchema, name: z.string() })
		.nullable()
		.describe('the topic or concept; null for a set of papers'),
	papers: z.int().describe('papers of it'),
	read: z.int().describe('those of them that are marked as read'),
	concepts: z.int().describe('concepts of it that two of its papers mention, 500 at most'),
	known: z.int().describe('those of them that a paper mentions which is marked as read'),
	next: z
		.array(
			z.object({
				paper: paperSummarySchema,
				adds: z
					.array(z.object({ ref: nodeRefSchema, label: z.string() }))
					.describe('concepts that neither what is read nor the papers before it mention')
			})
		)
		.describe('ten papers at most, each time the one that adds most')
});
export type NextReading = z.infer<typeof nextReadingSchema>;

/** A topic or a concept, or papers: `of` is given once for each. */
export const nextReadingParameters = z.object({ of: z.array(nodeRefSchema).min(1).max(mostOf) });

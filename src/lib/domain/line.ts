import { z } from 'zod';
import { conceptSummarySchema, evidenceSchema, paperSummarySchema } from './answers.ts';
import { nodeRefSchema } from './ids.ts';
import { edgeTypes } from './map-picture.ts';

const endSchema = z.union([conceptSummarySchema, paperSummarySchema]);

/** One relationship between the two ends of a line. */
export const tieSchema = z.object({
	type: z.enum(edgeTypes),
	/** BROADER and INTRODUCES: by which rule it was found. */
	rule: z.string().nullable(),
	/** From which end it goes: of CITES the paper that cites. */
	from: nodeRefSchema,
	/** MENTIONS: weight; CO_OCCURS: NPMI; RELATED: score. */
	weight: z.number().nullable(),
	/** RELATED: the parts that the score is the sum of. */
	parts: z.object({ concepts: z.number(), text: z.number(), cites: z.number() }).nullable()
});
export type Tie = z.infer<typeof tieSchema>;

/** `GET /api/line?of=&of=`: everything that ties two nodes, with the sentences that say so. */
export const lineDetailsSchema = z.object({
	ends: z.tuple([endSchema, endSchema]),
	ties: z.array(tieSchema),
	/** Papers behind it: those that mention both concepts, or the one that mentions the concept. 0 between two papers. */
	papers: z.int(),
	evidence: z.array(evidenceSchema).describe('strongest mentions first, 20 at most'),
	/** Between two papers: the concepts that both mention, rarest first. */
	shared: z.array(conceptSummarySchema)
});
export type LineDetails = z.infer<typeof lineDetailsSchema>;

import { z } from 'zod';
import { paperSummarySchema, type Evidence } from '#lib/domain/answers.ts';
import { evidenceSentence } from '#lib/domain/evidence-sentence.ts';
import { paperText } from '#lib/domain/paper.ts';

/** What a question returns of a mention, so that its sentence can be cut from the paper's text. */
export const evidenceRowSchema = z.object({
	paper: paperSummarySchema,
	abstract: z.string(),
	starts: z.array(z.int()),
	ends: z.array(z.int())
});

/** The sentence in which a paper speaks of a concept. */
export function evidenceOf({ paper, abstract, starts, ends }: z.infer<typeof evidenceRowSchema>): Evidence {
	const places = starts.map((start, index): [number, number] => [start, ends[index] ?? start]);
	return { paper, ...evidenceSentence(paperText({ title: paper.title, abstract }), places) };
}

import { z } from 'zod';
import { paperSummarySchema, type Evidence } from '#lib/domain/answers.ts';
import { evidenceSentence } from '#lib/domain/evidence-sentence.ts';
import { paperText } from '#lib/domain/paper.ts';

/** What a question returns of mentions in one paper, in any order, so that a sentence can be cut from its text. */
export const evidenceRowSchema = z.object({
	paper: paperSummarySchema,
	abstract: z.string(),
	starts: z.array(z.int()),
	ends: z.array(z.int())
});

/** The sentence in which a paper speaks of a concept. */
export function evidenceOf({ paper, abstract, starts, ends }: z.infer<typeof evidenceRowSchema>): Evidence {
	const places = starts
		.map((start, index): [number, number] => [start, ends[index] ?? start])
		.sort((a, b) => a[0] - b[0] || b[1] - a[1])
		// Of a place inside another one the longer is marked.
		.filter(([, end], index, all) => !all.slice(0, index).some(([, before]) => before >= end));
	return { paper, ...evidenceSentence(paperText({ title: paper.title, abstract }), places) };
}

import { z } from 'zod';

/** `GET /api/plain?q=`: what a phrase in plain words may mean, as shipped queries that are filled in. */
export const plainAnswerSchema = z.object({
	readings: z.array(
		z.object({
			query: z.string(),
			name: z.string(),
			/** The page of the run, where each value can be corrected. */
			href: z.string(),
			/** What was understood, value by value. */
			chips: z.array(
				z.object({
					label: z.string(),
					name: z.string(),
					isSure: z.boolean().describe('false: nothing is called just so, and the page asks what was meant')
				})
			)
		})
	)
});
export type PlainReading = z.infer<typeof plainAnswerSchema>['readings'][number];

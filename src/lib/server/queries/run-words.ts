import { z } from 'zod';
import { resultFormatNames } from '#lib/domain/results/result-formats.ts';

/** The words after `?` that are no parameter of the query. */
export const runWords = z.object({
	format: z.enum(resultFormatNames).default('json'),
	skip: z.coerce.number().int().min(0).max(1_000_000).default(0)
});

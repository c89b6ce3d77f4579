import { z } from 'zod';

/** A view that someone kept. */
export const savedViewSchema = z.object({
	name: z.string().trim().min(1, 'give it a name').max(100, 'at most 100 characters'),
	note: z.string().trim().max(2000, 'at most 2,000 characters'),
	/** Its address here, as `urlOfView` writes it: `/` or `/?scope=…`. */
	address: z
		.string()
		.max(50_000, 'the address is too long')
		.regex(/^\/(\?[^#\s]*)?$/, 'it is no address of the map')
});
export type SavedView = z.infer<typeof savedViewSchema>;

import { z } from 'zod';

/**
 * What a browser remembers for the person in front of it: last values, runs, rows seen. Nothing is lost with it that
 * people made: that lies in the graph store. A browser that keeps nothing works all the same.
 */
export function remembered<Value>(key: string, schema: z.ZodType<Value>): Value | null {
	try {
		const parsed = schema.safeParse(JSON.parse(localStorage.getItem(`throughline:${key}`) ?? 'null'));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}

export function remember(key: string, value: unknown): void {
	try {
		localStorage.setItem(`throughline:${key}`, JSON.stringify(value));
	} catch {
		// Full, or switched off: then the next visit begins anew.
	}
}

/** The runs of the console, the last first. */
export const historySchema = z.array(
	z.object({
		cypher: z.string(),
		parameters: z.record(z.string(), z.string()),
		at: z.string(),
		rows: z.number().nullable(),
		milliseconds: z.number().nullable(),
		problem: z.string().nullable()
	})
);
export type RunOfHistory = z.infer<typeof historySchema>[number];

/** The rows of a query as they were seen last. */
export const seenSchema = z.object({ at: z.string(), keys: z.array(z.string()) });

import { z } from 'zod';

/** `switch` is on or off: `true` or `false` in an address. */
export const parameterTypes = [
	'concept',
	'paper',
	'topic',
	'text',
	'number',
	'date',
	'choice',
	'switch'
] as const;

/** A typed parameter of a saved query: `$name` in its Cypher. */
export const queryParameterSchema = z.object({
	name: z.string().regex(/^[a-z][A-Za-z0-9_]*$/, 'a parameter name is letters, digits and _, a letter first'),
	label: z.string().min(1),
	type: z.enum(parameterTypes),
	/** Of a `choice`. */
	choices: z.array(z.string()).optional(),
	/** Used when none is given; without it the parameter is required. */
	default: z.union([z.string(), z.number(), z.boolean()]).optional()
});
export type QueryParameter = z.infer<typeof queryParameterSchema>;

export const queryViews = ['map', 'table', 'chart', 'number'] as const;

/** Cypher with a name, a description and typed parameters. A concept, paper or topic parameter is passed as its id. */
export const savedQuerySchema = z.object({
	id: z.string().regex(/^[a-z0-9-]+$/),
	name: z.string().min(1),
	description: z.string(),
	cypher: z.string().min(1),
	parameters: z.array(queryParameterSchema),
	view: z.enum(queryViews),
	/** Shipped with Throughline, or made by a person. */
	shipped: z.boolean()
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;

/** Every query, one's own as well, runs inside these. */
export const queryLimits = {
	seconds: 10,
	rows: 5000,
	bytes: 8_000_000,
	/** Of rows on a page, which carries them twice: as a table and for its script. The API and the command give all. */
	bytesOfPage: 1_000_000,
	/** How many wait for how many seconds for a place to run; how many there are depends on the machine. */
	queue: { waiting: 24, waitingPerClient: 12, seconds: 5 },
	cypherLength: 20_000
} as const;

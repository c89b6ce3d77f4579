import { z } from 'zod';
import { kindSchema } from './kind.ts';

/** `switch` is on or off: `true` or `false` in an address. */
export const parameterTypes = [
	'concept',
	'paper',
	'topic',
	'organisation',
	'text',
	'number',
	'date',
	'choice',
	'switch'
] as const;
export type ParameterType = (typeof parameterTypes)[number];

/** Words of the addresses of a run that are no parameter of its query. */
export const reservedNames: readonly string[] = ['format', 'view', 'skip', 'cypher', 'edit', 'parameter'];

/** Every query, one's own as well, runs inside these. */
export const queryLimits = {
	seconds: 10,
	rows: 5000,
	bytes: 8_000_000,
	/** Of rows on a page, which carries them twice: as a table and for its script. The API and the command give all. */
	bytesOfPage: 1_000_000,
	/** How many wait for how many seconds for a place to run; how many there are depends on the machine. */
	queue: { waiting: 24, waitingPerClient: 12, seconds: 5 },
	cypherLength: 20_000,
	/** A form of more fields nobody fills in. */
	parameters: 12,
	/** Values of one parameter that takes several, and choices of one that is chosen. */
	values: 50,
	tags: 10
} as const;

/** Stands for what a corpus has most of, so that a query answers before anybody has typed. */
export const pickSchema = z.strictObject({
	kinds: z.array(kindSchema).max(7).optional().describe('of a concept: only of these kinds'),
	at: z.int().min(1).max(20).default(1).describe('the first, the second … by number of papers')
});
export type Pick = z.infer<typeof pickSchema>;

/** A typed parameter of a saved query: `$name` in its Cypher. */
export const queryParameterSchema = z
	.strictObject({
		name: z
			.string()
			.max(40)
			.regex(/^[a-z][A-Za-z0-9_]*$/, 'a parameter name is letters, digits and _, a small letter first'),
		label: z.string().trim().min(1).max(80),
		type: z.enum(parameterTypes),
		several: z.boolean().optional().describe('takes a list of values'),
		choices: z.array(z.string().min(1).max(200)).max(queryLimits.values).optional(),
		suggest: z
			.string()
			.min(1)
			.max(queryLimits.cypherLength)
			.optional()
			.describe(
				'of a choice: Cypher whose first column is what there is to choose; it may use other parameters'
			),
		default: z
			.union([z.string().max(1000), z.number(), z.boolean()])
			.optional()
			.describe('used when none is given; without it the parameter is required'),
		pick: pickSchema.optional().describe('in place of a default: what the corpus has most of')
	})
	.refine(({ name }) => !reservedNames.includes(name), {
		error: 'that name is a word of the address',
		path: ['name']
	})
	.refine(({ type, choices, suggest }) => type !== 'choice' || choices?.length || suggest, {
		error: 'a choice needs its choices, or Cypher that finds them',
		path: ['choices']
	})
	.refine(({ type, several }) => type !== 'switch' || !several, {
		error: 'a switch has one value',
		path: ['several']
	});
export type QueryParameter = z.infer<typeof queryParameterSchema>;

export const queryViews = ['map', 'table', 'chart', 'number'] as const;
export type QueryView = (typeof queryViews)[number];

/** The groups in which queries are listed. What people make stands in `own`. */
export const queryGroups = {
	own: 'Your own',
	find: 'Find',
	compare: 'Compare',
	time: 'Over time',
	gaps: 'Gaps',
	quality: 'Quality of the graph'
} as const;
export type QueryGroup = keyof typeof queryGroups;

/** What a person writes of a query: Cypher with a name, a description and typed parameters. A node is passed as its id. */
export const queryDraftSchema = z.strictObject({
	name: z.string().trim().min(1).max(120),
	description: z.string().trim().max(1000),
	cypher: z.string().trim().min(1).max(queryLimits.cypherLength),
	parameters: z
		.array(queryParameterSchema)
		.max(queryLimits.parameters)
		.refine(
			(all) => new Set(all.map(({ name }) => name)).size === all.length,
			'two parameters have one name'
		),
	view: z.enum(queryViews)
});
export type QueryDraft = z.infer<typeof queryDraftSchema>;

/** What people say of a query, shipped or own. */
export const queryMarksSchema = z.object({
	favourite: z.boolean(),
	tags: z.array(z.string().trim().min(1).max(40)).max(queryLimits.tags)
});
export type QueryMarks = z.infer<typeof queryMarksSchema>;

export const savedQuerySchema = queryDraftSchema.extend({
	id: z.string().regex(/^[a-z0-9-]+$/),
	group: z.enum(Object.keys(queryGroups) as [QueryGroup, ...QueryGroup[]]),
	/** Shipped with Throughline, or made by a person. */
	shipped: z.boolean(),
	revision: z.int().nullable().describe('of what a person made: its changes, counted from 1'),
	changedAt: z.string().nullable(),
	...queryMarksSchema.shape
});
export type SavedQuery = z.infer<typeof savedQuerySchema>;

export const revisionSchema = z.object({ revision: z.int().min(1).describe('the one that was seen') });
/** What `PUT /api/queries/ID` takes. */
export const queryChangeSchema = revisionSchema.extend({ draft: queryDraftSchema });

/** A file of queries, as it is exported and imported. */
export const queryFileSchema = z.object({
	throughline: z.literal('queries'),
	version: z.literal(1),
	queries: z.array(z.unknown()).min(1).max(200)
});
export const queryFileEntrySchema = queryDraftSchema.extend({
	tags: queryMarksSchema.shape.tags.default([])
});
export type QueryFileEntry = z.infer<typeof queryFileEntrySchema>;

/** What is found in a file that somebody wants to import: nothing of it is kept yet. */
export const importPreviewSchema = z.array(
	z.object({
		name: z.string(),
		entry: queryFileEntrySchema.nullable(),
		problem: z.string().nullable(),
		isThere: z.boolean().describe('a query with the same Cypher is kept already')
	})
);
export type ImportPreview = z.infer<typeof importPreviewSchema>;

import { z } from 'zod';
import { asked } from './constants/asked.ts';
import { ParameterError } from './errors.ts';
import { exportFormatIds, exportParts } from './export-formats.ts';
import { nodeRefSchema } from './ids.ts';
import { kinds } from './kind.ts';
import { mapScopeSchema } from './map-picture.ts';
import { dateSchema } from './paper.ts';
import { resultFormatNames } from './results/result-formats.ts';
import { drawnKindSchema } from './view.ts';
import { WrittenFloat } from './written-float.ts';

/** What the addresses take after their `?`. The routes parse with these, /api/openapi.json is made from them. */
const page = z.coerce.number().int().min(1).default(1);
const date = dateSchema.or(z.literal('')).default('');
const text = z.string().max(500).default('');
/** Whether what is narrower than a concept counts, too. */
const narrower = z
	.enum(['true', 'false', ''])
	.default('')
	.transform((given) => given === 'true');

export const searchParameters = z.object({
	q: text,
	limit: z.coerce.number().int().min(1).max(50).default(8)
});
export const mapParameters = z.object({
	scope: mapScopeSchema.default('corpus'),
	without: z
		.string()
		.default('')
		.transform((kinds) => kinds.split(',').filter((kind) => kind !== ''))
		.pipe(z.array(drawnKindSchema)),
	from: dateSchema.nullable().default(null),
	to: dateSchema.nullable().default(null)
});
/** `whole`: all of every topic, each point of a coast as it lies. `drawn`: what a map needs, in half the bytes. */
export const landParameters = z.object({ form: z.enum(['whole', 'drawn']).default('whole') });
export const neighborsParameters = z.object({
	of: nodeRefSchema,
	limit: z.coerce.number().int().min(1).max(150).default(40)
});
/** Both ends of a line, one after the other. */
export const lineParameters = z.object({ of: z.tuple([nodeRefSchema, nodeRefSchema]) });
/** The dots of one generation of the map. */
export const dotParameters = z.object({ generation: text });
export const dotNumberSchema = z.coerce.number().int().nonnegative();
export const foundDotsParameters = z.object({ q: text });
export const pathParameters = z.object({
	from: nodeRefSchema,
	to: nodeRefSchema,
	/** Given as often as there are nodes to avoid. */
	avoid: z.array(nodeRefSchema).max(asked.avoided).default([]),
	limit: z.coerce.number().int().min(1).max(asked.paths.most).default(asked.paths.usual)
});
/** What is related to every one of some papers. */
export const relatedParameters = z.object({
	of: z.array(nodeRefSchema).min(1).max(asked.relatedTo),
	limit: z.coerce.number().int().min(1).max(50).default(20)
});
export const paperListParameters = z.object({
	q: text,
	topic: text,
	concept: text,
	narrower,
	from: date,
	to: date,
	sort: z.enum(['date', 'title', 'concepts']).default('date'),
	page
});
export const conceptListParameters = z.object({
	q: text,
	kind: z.enum(kinds).or(z.literal('')).default(''),
	topic: text,
	sort: z.enum(['papers', 'name', 'date']).default('papers'),
	page
});
export const conceptParameters = z.object({ page, narrower });
/** With any but the first two it is what that view draws; `open`, `hide`, `pin` and `moved` may be given many times. */
export const exportParameters = z.object({
	format: z.enum(exportFormatIds).default('jsonl'),
	part: z.enum(exportParts).optional().describe('of csv, which is two files'),
	scope: mapScopeSchema.optional(),
	at: nodeRefSchema.optional().describe('what is selected'),
	open: z.array(nodeRefSchema).optional(),
	hide: z.array(nodeRefSchema).optional(),
	pin: z.array(nodeRefSchema).optional(),
	moved: z.array(z.string()).optional().describe('a node and its place: concepts/ID~X~Y'),
	without: z.string().optional().describe('kinds that are switched off, with commas between them'),
	from: dateSchema.optional(),
	to: dateSchema.optional()
});

/** A value of JSON in which whole numbers beyond 2^53 are bigint, and floats that are whole say so: they keep their value. */
type ParameterValue =
	| null
	| boolean
	| number
	| bigint
	| WrittenFloat
	| string
	| ParameterValue[]
	| { [name: string]: ParameterValue };
const parameterValue: z.ZodType<ParameterValue> = z.lazy(() =>
	z.union([
		z.null(),
		z.boolean(),
		z.number(),
		z.bigint(),
		z.instanceof(WrittenFloat),
		z.string(),
		z.array(parameterValue),
		z.record(z.string(), parameterValue)
	])
);

/** What `POST /api/query` takes. */
export const queryBodySchema = z.object({
	cypher: z.string().min(1),
	parameters: z.record(z.string(), parameterValue).default({}),
	format: z.enum(resultFormatNames).default('json'),
	skip: z.int().min(0).max(1_000_000).default(0).describe('rows of the pages before'),
	explain: z.boolean().default(false).describe('the plan in place of the rows: nothing is run')
});

/** A value as its schema reads it. Throws ParameterError, which names the part that does not fit. */
export function fitting<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const where = issue?.path.join('.').slice(0, 100) ?? '';
	throw new ParameterError(
		`${where === '' ? 'What was given' : `The parameter "${where}"`} does not fit: ${issue?.message ?? 'unknown'}.`,
		'/api/openapi.json describes every parameter.'
	);
}

/** The parameters of an address by name. Throws ParameterError for one that is given twice: nobody can tell which counts. */
export function givenOnce(url: URL): Record<string, string> {
	const seen = new Set<string>();
	const twice = [...url.searchParams.keys()].find((name) => seen.size === seen.add(name).size);
	if (twice !== undefined)
		throw new ParameterError(`The parameter "${twice.slice(0, 100)}" is given twice.`, 'Give it once.');
	return Object.fromEntries(url.searchParams);
}

/** Whether a parameter may be given several times: its schema is that of a list. */
function isList(field: unknown): boolean {
	return field instanceof z.ZodDefault ? isList(field.unwrap()) : field instanceof z.ZodArray;
}

/** The parameters of an address, parsed; those that are lists are given once for each value. Throws ParameterError. */
export function parametersOf<Schema extends z.ZodObject>(schema: Schema, url: URL): z.output<Schema> {
	const once = new URL(url);
	const lists: Record<string, string[]> = {};
	for (const [name, field] of Object.entries(schema.shape)) {
		if (!isList(field)) continue;
		if (url.searchParams.has(name)) lists[name] = url.searchParams.getAll(name);
		once.searchParams.delete(name);
	}
	return fitting(schema, { ...givenOnce(once), ...lists });
}

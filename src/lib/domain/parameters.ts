import { z } from 'zod';
import { nodeRefSchema } from './ids.ts';
import { kinds } from './kind.ts';
import { mapScopeSchema } from './map-picture.ts';
import { dateSchema } from './paper.ts';
import { drawnKindSchema } from './view.ts';

/** What the addresses take after their `?`. The routes parse with these, /api/openapi.json is made from them. */
const page = z.coerce.number().int().min(1).default(1);
const date = dateSchema.or(z.literal('')).default('');
const text = z.string().max(500).default('');

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
export const neighborsParameters = z.object({
	of: nodeRefSchema,
	limit: z.coerce.number().int().min(1).max(150).default(40)
});
export const pathParameters = z.object({ from: nodeRefSchema, to: nodeRefSchema });
export const paperListParameters = z.object({
	q: text,
	topic: text,
	concept: text,
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
export const conceptParameters = z.object({ page });

/** What `POST /api/query` takes. */
export const queryBodySchema = z.object({
	cypher: z.string().min(1),
	parameters: z.record(z.string(), z.json()).default({})
});

/** The parameters of an address, the last of a name, parsed. Throws ZodError. */
export function parametersOf<Schema extends z.ZodType>(schema: Schema, url: URL): z.output<Schema> {
	return schema.parse(Object.fromEntries(url.searchParams));
}

import { z } from 'zod';

const properties = z.array(z.object({ name: z.string(), meaning: z.string() }));

/** `GET /api/schema`: what the graph holds now, for the schema page and for completion in the console. */
export const liveSchemaSchema = z.object({
	labels: z.array(z.object({ name: z.string(), about: z.string(), count: z.int(), properties })),
	types: z.array(
		z.object({
			...{ name: z.string(), about: z.string(), count: z.int() },
			...{ from: z.array(z.string()), to: z.string(), properties }
		})
	),
	otherLabels: z.array(z.string()).describe('labels beside the model: what people keep, and ingests'),
	otherTypes: z.array(z.string()),
	properties: z.array(z.string()).describe('every property key that the store knows')
});
export type LiveSchema = z.infer<typeof liveSchemaSchema>;

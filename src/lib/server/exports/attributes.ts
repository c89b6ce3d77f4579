import { z } from 'zod';
import { compare } from '#lib/domain/order.ts';
import { ownProperties } from './constants/own-properties.ts';

/** The types of attributes that GraphML and GEXF share. A list is a string: its JSON. */
export type AttributeType = 'boolean' | 'long' | 'double' | 'string';

interface JsonSchema {
	anyOf?: JsonSchema[];
	const?: unknown;
	type?: string;
}

/** The types in JSON that a schema allows: `integer` for whole numbers, also where each is listed. */
function kindsIn({ anyOf, const: constant, type }: JsonSchema): string[] {
	if (anyOf) return anyOf.flatMap(kindsIn);
	if (constant !== undefined) return [Number.isInteger(constant) ? 'integer' : typeof constant];
	return [type ?? 'unknown'];
}

const typeOfKind: Readonly<Record<string, AttributeType>> = {
	boolean: 'boolean',
	integer: 'long',
	number: 'double'
};

/** The narrowest type that holds both. */
function widened(a: AttributeType, b: AttributeType): AttributeType {
	if (a === b) return a;
	const areNumbers = [a, b].every((type) => type === 'long' || type === 'double');
	return areNumbers ? 'double' : 'string';
}

function typeOf(schema: z.ZodType): AttributeType {
	const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as JsonSchema;
	const types = kindsIn(json)
		.filter((kind) => kind !== 'null')
		.map((kind) => typeOfKind[kind] ?? 'string');
	return types.reduce(widened, types[0] ?? 'string');
}

/**
 * The attributes of all rows of a model with their types, by name. The model says them, so that a file can declare them
 * before anything is read. One that two rows hold in different types has the type that holds both.
 */
export function attributesOf(rows: { properties: z.ZodObject }[]): Map<string, AttributeType> {
	const found = new Map<string, AttributeType>();
	for (const { properties } of rows)
		for (const [name, schema] of Object.entries(properties.shape)) {
			if (name === 'id' || ownProperties.has(name)) continue;
			const type = typeOf(schema as z.ZodType);
			found.set(name, widened(found.get(name) ?? type, type));
		}
	return new Map([...found].sort(([a], [b]) => compare(a, b)));
}

/** A value as text; null where there is none. A list is its JSON, so that nothing in it can be taken for a separator. */
export function attributeText(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	return typeof value === 'string' ? value : JSON.stringify(value);
}

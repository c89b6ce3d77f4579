import { expect, test } from 'vitest';
import { z } from 'zod';
import { attributesOf, attributeText } from '#lib/server/exports/attributes.ts';

const row = (shape: z.ZodRawShape) => ({ properties: z.object(shape) });

test.each([
	[[z.int()], 'long'],
	[[z.int().nullable()], 'long'],
	[[z.number().optional()], 'double'],
	[[z.union([z.literal(1), z.literal(2)])], 'long'],
	[[z.boolean()], 'boolean'],
	[[z.array(z.int())], 'string'],
	[[z.enum(['a', 'b'])], 'string'],
	[[z.int(), z.number()], 'double'],
	[[z.number(), z.int()], 'double'],
	[[z.int(), z.string()], 'string'],
	[[z.boolean(), z.int()], 'string']
])('attributesOf: %#', (schemas, type) => {
	expect(attributesOf(schemas.map((value) => row({ value }))).get('value')).toBe(type);
});

test('attributesOf: by name, without ids', () => {
	expect([...attributesOf([row({ z: z.int(), id: z.string() }), row({ a: z.int() })]).keys()]).toEqual([
		'a',
		'z'
	]);
});

test('attributeText', () => {
	expect([null, undefined, 'a', 0, false, ['a|b', '"']].map(attributeText)).toEqual([
		...[null, null, 'a', '0', 'false', '["a|b","\\""]']
	]);
});

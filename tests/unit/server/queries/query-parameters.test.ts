import { expect, test } from 'vitest';
import { WrittenFloat } from '#lib/domain/written-float.ts';
import { decodeQuery, encodeQuery, type CagedQuery } from '#lib/server/queries/cage-protocol.ts';
import { checkParameters } from '#lib/server/queries/query-parameters.ts';

/** A list in a list in a list … */
function nested(levels: number): unknown {
	let value: unknown = 1;
	for (let level = 0; level < levels; level += 1) value = [value];
	return value;
}

test.each([
	['a list 10,000 deep', nested(10_000), '$p is nested deeper than 100 levels.'],
	['a map as deep', { a: nested(100) }, '$p is nested deeper than 100 levels.'],
	['2^63', 2n ** 63n, '$p holds 9223372036854775808, which is no 64-bit number.'],
	[
		'less than -2^63 in a list',
		[-(2n ** 63n) - 1n],
		'$p holds -9223372036854775809, which is no 64-bit number.'
	],
	['infinity', [[Infinity]], '$p holds no finite number.'],
	['what is no number', NaN, '$p holds no finite number.'],
	['half of a character', ['heron \ud800'], '$p holds half of a character.'],
	['a key with one', { 'a\udc00': 1 }, '$p holds a map with the key "a\\udc00".']
])('%s is refused by name', (_, p, message) => {
	expect(() => {
		checkParameters({ ok: 1, p });
	}).toThrow(expect.objectContaining({ name: 'ParameterError', message }) as Error);
});

test('what a query may get passes', () => {
	checkParameters({
		p: nested(99),
		n: 2n ** 63n - 1n,
		m: -(2n ** 63n),
		t: 'x \ud83d\udc26',
		none: null,
		map: { a: [1.5] }
	});
});

test('whole numbers keep every digit on their way to the process, fractions stay fractions', () => {
	const query: CagedQuery = {
		access: { bolt: 'bolt://127.0.0.1:1', username: 'u', password: '"\n', database: 'd' },
		url: 'local:x',
		cypher: 'RETURN $n\r\n// ü',
		parameters: {
			...{ n: 727189530466459649n, m: 5, f: 0.25, whole: new WrittenFloat(5), none: new WrittenFloat(-0) },
			...{ large: 1e300, marked: { isLosslessNumber: true, value: '1]', toString: 'x', toJSON: 'x' } },
			deep: { ['__proto__']: [null, true, 'x'] }
		},
		seconds: 0.5,
		rows: 10,
		bytes: 100,
		skip: 0,
		explain: false
	};
	const line = encodeQuery(query);
	expect(line.indexOf('\n')).toBe(line.length - 1);
	const arrived = decodeQuery(line);
	expect({ ...arrived, parameters: {} }).toEqual({ ...query, parameters: {} });
	expect(Object.entries(arrived.parameters)).toEqual([
		['n', 727189530466459649n],
		['m', 5n],
		['f', 0.25],
		// To the driver what is no bigint is a float.
		['whole', 5],
		['none', -0],
		['large', 1e300],
		['marked', { isLosslessNumber: true, value: '1]', toString: 'x', toJSON: 'x' }],
		['deep', { ['__proto__']: [null, true, 'x'] }]
	]);
});

test.each(['__isPoint__', '__isDate__', '__isInteger__', '__isDuration__'])(
	'a map with the key %s, by which the driver knows its own values, is told',
	(key) => {
		const hold = (value: unknown) => () => {
			checkParameters({ given: [{ [key]: value }] });
		};
		expect(hold(true)).toThrow(`$given holds a map with the key ${key}.`);
		expect(hold('true')).not.toThrow();
	}
);

test('__proto__ is told wherever it stands: what reads it on the way passes it over', () => {
	const hold = (parameters: Record<string, unknown>) => () => {
		checkParameters(parameters);
	};
	expect(hold({ ['__proto__']: 1 })).toThrow('No parameter may be called __proto__.');
	expect(hold({ p: [{ ['__proto__']: 1 }] })).toThrow('$p holds a map with the key __proto__.');
	expect(hold({ p: { constructor: 1, prototype: 2, toString: 3 } })).not.toThrow();
});

import { describe, expect, test } from 'vitest';
import {
	BadRequestError,
	ParameterError,
	TooLargeError,
	UnsupportedMediaTypeError
} from '#lib/domain/errors.ts';
import { bodyLimits } from '#lib/server/door/constants.ts';
import { WrittenFloat } from '#lib/domain/written-float.ts';
import { depthOf, exactNumber, jsonOf, readJson, writtenJson } from '#lib/server/door/json-body.ts';

describe('exactNumber', () => {
	test.each<[string, number | bigint]>([
		['0', 0],
		['-7', -7],
		['1.0', 1],
		['2.5e3', 2500],
		['9007199254740991', 9007199254740991],
		['9007199254740993', 9007199254740993n],
		['-9007199254740993', -9007199254740993n],
		['727189530466459649', 727189530466459649n],
		['9223372036854775807', 9223372036854775807n],
		['-9223372036854775808', -9223372036854775808n],
		['123456789012345678.5', 123456789012345680]
	])('%s', (text, expected) => {
		expect(exactNumber(text)).toBe(expected);
	});
	test.each(['9223372036854775808', '-9223372036854775809', '9'.repeat(400_000), '1e400', '-1e400'])(
		'refuses %s',
		(text) => {
			expect(() => exactNumber(text)).toThrow(ParameterError);
		}
	);
});

describe('depthOf', () => {
	test.each([
		['', 0],
		['{"a":[1,[2]]}', 3],
		['[[],[],{}]', 2],
		['"[[[["', 0],
		['"\\"[[["', 0],
		['["\\\\",[', 2],
		[']]]][', 1]
	])('%s is %i', (text, expected) => {
		expect(depthOf(text)).toBe(expected);
	});
});

describe('jsonOf', () => {
	test('nests to the limit and no further', () => {
		const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
		expect(jsonOf(nested(bodyLimits.depth))).toBeInstanceOf(Array);
		expect(() => jsonOf(nested(bodyLimits.depth + 1))).toThrow(TooLargeError);
		expect(() => jsonOf('{"a":'.repeat(100_000))).toThrow(TooLargeError);
	});
	test.each([
		['{"cypher": "RETURN 1",}', 'position 22'],
		['{"a" 1}', 'position 5'],
		['[1, 2', 'position 5'],
		['nul', 'position 0'],
		['{"a":1,"a":2}', 'position 8'],
		['{} {}', 'position 3'],
		['{"a":"\u0001"}', 'position 6']
	])('%s is broken', (text, place) => {
		expect(() => jsonOf(text)).toThrow(BadRequestError);
		expect(() => jsonOf(text)).toThrow(place);
	});
	test.each(['', ' \n'])('"%s" is empty', (text) => {
		expect(() => jsonOf(text)).toThrow('empty');
	});
	test('a key named __proto__ is a key', () => {
		const value = jsonOf('{"__proto__": {"polluted": true}}') as Record<string, unknown>;
		expect(Object.keys(value)).toEqual(['__proto__']);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});
});

function post(body: BodyInit, type: string | null = 'application/json', more: Record<string, string> = {}) {
	const headers = new Headers(more);
	const request = new Request('http://pond/', { method: 'POST', body, headers });
	request.headers.delete('content-type');
	if (type !== null) request.headers.set('content-type', type);
	return readJson(request);
}

test.each([
	['1.0', new WrittenFloat(1)],
	['[2E3, -0.0]', [new WrittenFloat(2000), new WrittenFloat(-0)]],
	['{"a": 0.5, "b": 7, "c": 727189530466459649}', { a: 0.5, b: 7, c: 727189530466459649n }]
])('writtenJson(%j)', (text, value) => {
	expect(writtenJson(text)).toEqual(value);
});
test('jsonOf takes 1.0 for 1', () => {
	expect(jsonOf('[1.0]')).toEqual([1]);
});

describe('readJson', () => {
	test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/json;charset="UTF-8"'])(
		'reads %s',
		async (type) => {
			expect(await post('{"ponds": ["ü"]}', type)).toEqual({ ponds: ['ü'] });
		}
	);
	test.each([
		null,
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'application/json+x',
		'application/json; charset=utf-16',
		'text/plain; application/json'
	])('does not read %s', async (type) => {
		await expect(post('{}', type)).rejects.toThrow(UnsupportedMediaTypeError);
	});
	test.each(['{"__proto__": 1}', '{"parameters": {"\\u005f_proto__": 1}}', '[[{"a": {"__proto__": {}}}]]'])(
		'tells of a key that every schema would lose: %s',
		async (text) => {
			await expect(post(text)).rejects.toThrow('The body has a key that is called __proto__.');
		}
	);
	test('does not read what is compressed', async () => {
		await expect(post('{}', undefined, { 'content-encoding': 'gzip' })).rejects.toThrow(
			UnsupportedMediaTypeError
		);
	});
	test('reads a byte order mark over, and refuses bytes that are not UTF-8', async () => {
		expect(await post('\uFEFF{}')).toEqual({});
		await expect(post(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toThrow('UTF-8');
	});
	test('reads up to the limit in bytes', async () => {
		const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
		expect(await post(text(bodyLimits.bytes))).toHaveLength(bodyLimits.bytes - 2);
		await expect(post(text(bodyLimits.bytes + 1))).rejects.toThrow(TooLargeError);
		await expect(post(text(bodyLimits.bytes + 1))).rejects.toThrow('524,288 bytes');
	});
});

import { describe, expect, test } from 'vitest';
import { ParameterError } from '#lib/domain/errors.ts';
import {
	fitting,
	givenOnce,
	paperListParameters,
	parametersOf,
	pathParameters,
	queryBodySchema
} from '#lib/domain/parameters.ts';

const at = (search: string) => new URL(`http://pond/${search}`);

describe('parametersOf', () => {
	test('reads what is given, and the defaults', () => {
		expect(parametersOf(paperListParameters, at('?q=ducks&page=2'))).toMatchObject({
			q: 'ducks',
			page: 2,
			sort: 'date'
		});
	});
	test.each([
		'?page=0',
		'?page=x',
		'?page=1e300',
		'?sort=size',
		`?q=${'x'.repeat(501)}`,
		'?from=2024-13',
		'?q=a&q=b'
	])('refuses %s by its name', (search) => {
		expect(() => parametersOf(paperListParameters, at(search))).toThrow(ParameterError);
		expect(() => parametersOf(paperListParameters, at(search))).toThrow(
			`The parameter "${search.slice(1).split('=')[0] ?? ''}"`
		);
	});
});

describe('a parameter that is a list', () => {
	test('is given as often as it has values', () => {
		const path = '?from=concepts/a&to=papers/b&avoid=concepts/x&avoid=papers/10.1/y';
		expect(parametersOf(pathParameters, at(path))).toEqual({
			from: 'concepts/a',
			to: 'papers/b',
			avoid: ['concepts/x', 'papers/10.1/y'],
			limit: 5
		});
		expect(parametersOf(pathParameters, at('?from=concepts/a&to=papers/b')).avoid).toEqual([]);
	});
	test.each(['&avoid=pond', `&avoid=${'x'.repeat(9)}`, '&avoid=concepts/x'.repeat(31), '&from=concepts/c'])(
		'refuses %s',
		(more) => {
			expect(() => parametersOf(pathParameters, at(`?from=concepts/a&to=papers/b${more}`))).toThrow(
				ParameterError
			);
		}
	);
});

test('givenOnce keeps what is empty, and quotes no more of a name than it must', () => {
	expect(givenOnce(at('?a=&b=2'))).toEqual({ a: '', b: '2' });
	const name = 'n'.repeat(5000);
	expect(() => givenOnce(at(`?${name}&${name}`))).toThrow(/^The parameter "n{100}" is given twice\.$/);
});

describe('queryBodySchema', () => {
	test('takes every value of JSON, and large integers', () => {
		const parameters = { a: null, b: [1, 2.5, 'x', true, { c: 727189530466459649n }] };
		expect(fitting(queryBodySchema, { cypher: 'RETURN 1', parameters })).toEqual({
			...{ format: 'json', skip: 0, explain: false },
			cypher: 'RETURN 1',
			parameters
		});
		expect(fitting(queryBodySchema, { cypher: 'RETURN 1' }).parameters).toEqual({});
	});
	test.each([null, [], {}, { cypher: '' }, { cypher: 5 }, { cypher: 'RETURN 1', parameters: [] }])(
		'refuses %o',
		(body) => {
			expect(() => fitting(queryBodySchema, body)).toThrow(ParameterError);
		}
	);
});

import { expect, test } from 'vitest';
import { bindParameters, savedQueries } from '#lib/server/queries/saved-queries.ts';
import type { QueryParameter } from '#lib/domain/saved-query.ts';

/** A query with one parameter, filled in where the test does not care. */
function parameter(given: Partial<QueryParameter>): { parameters: QueryParameter[] } {
	return { parameters: [{ name: 'pond', label: 'Pond', type: 'text', ...given }] };
}

test.each([
	[{ type: 'concept' }, 'concepts/duck', 'duck'],
	[{ type: 'concept' }, 'duck', 'duck'],
	[{ type: 'number' }, '12', 12n],
	[{ type: 'number' }, '727189530466459649', 727189530466459649n],
	[{ type: 'number' }, '1.5', 1.5],
	[{ type: 'number', default: 5 }, '', 5],
	[{ type: 'date' }, '2024-02', '2024-02'],
	[{ type: 'choice', choices: ['a', 'b'] }, 'b', 'b'],
	[{ type: 'switch', default: false }, 'true', true],
	[{ type: 'switch', default: true }, 'false', false],
	[{ type: 'switch', default: false }, '', false]
] as const)('bindParameters(%j, %j)', (given, text, expected) => {
	expect(bindParameters(parameter(given as Partial<QueryParameter>), { pond: text })).toEqual({
		pond: expected
	});
});

test.each([
	[{ type: 'number' }, 'many', 'is no number'],
	[{ type: 'date' }, '2024-02-31', 'is no date'],
	[{ type: 'choice', choices: ['a'] }, 'c', 'none of its choices'],
	[{ type: 'concept' }, '', 'is missing'],
	[{ type: 'switch' }, 'yes', 'neither on nor off']
] as const)('bindParameters(%j, %j) is refused', (given, text, message) => {
	expect(() => bindParameters(parameter(given as Partial<QueryParameter>), { pond: text })).toThrow(message);
});

test('every saved query uses the parameters that it asks for, and no other', () => {
	for (const { id, cypher, parameters } of savedQueries()) {
		const used = new Set([...cypher.matchAll(/\$(\w+)/g)].map(([, name]) => name));
		expect([id, ...used].sort()).toEqual([id, ...parameters.map(({ name }) => name)].sort());
	}
});

test('every query of a concept may be asked with what is narrower, and is asked without', () => {
	const ofConcepts = savedQueries().filter(({ parameters }) =>
		parameters.some(({ type }) => type === 'concept')
	);
	expect(ofConcepts.length).toBeGreaterThan(2);
	for (const { id, parameters } of ofConcepts)
		expect([id, parameters.find(({ name }) => name === 'narrower')]).toEqual([
			id,
			expect.objectContaining({ type: 'switch', default: false })
		]);
});

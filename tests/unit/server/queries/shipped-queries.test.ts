import { expect, test } from 'vitest';
import type { QueryParameter } from '#lib/domain/saved-query.ts';
import { givenValues, plainValue } from '#lib/server/queries/bind-parameters.ts';
import { checkDraft } from '#lib/server/queries/check-draft.ts';
import { draftOf } from '#lib/server/queries/query-files.ts';
import { queryDraftSchema, queryGroups } from '#lib/domain/saved-query.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';

/** A parameter, filled in where the test does not care. */
function parameter(given: Partial<QueryParameter>): QueryParameter {
	return { name: 'pond', label: 'Pond', type: 'text', ...given };
}

test.each([
	[{ type: 'number' }, '12', 12n],
	[{ type: 'number' }, '727189530466459649', 727189530466459649n],
	[{ type: 'number' }, '1.5', 1.5],
	[{ type: 'date' }, '2024-02', '2024-02'],
	[{ type: 'choice', choices: ['a', 'b'] }, 'b', 'b'],
	[{ type: 'switch' }, 'true', true],
	[{ type: 'switch' }, 'false', false]
] as const)('plainValue(%j, %j)', (given, text, expected) => {
	expect(plainValue(parameter(given as Partial<QueryParameter>), text)).toBe(expected);
});

test.each([
	[{ type: 'number' }, 'many', 'is no number'],
	[{ type: 'date' }, '2024-02-31', 'is no date'],
	[{ type: 'choice', choices: ['a'] }, 'c', 'none of its choices'],
	[{ type: 'switch' }, 'yes', 'neither on nor off']
] as const)('plainValue(%j, %j) is refused', (given, text, message) => {
	expect(() => plainValue(parameter(given as Partial<QueryParameter>), text)).toThrow(message);
});

const asked = (given: Partial<QueryParameter>, words: string) =>
	givenValues({ parameters: [parameter(given)] }, new URL(`http://x/?${words}`))['pond'];

test.each([
	[{ several: true }, 'pond=a&pond=b&pond=a&pond=', ['a', 'b']],
	[{}, 'pond=+a+&reed=b', ['a']],
	[{}, '', []],
	[{ type: 'switch' }, 'pond=false&pond=true', ['true']]
] as const)('givenValues(%j, %j)', (given, words, expected) => {
	expect(asked(given, words)).toEqual(expected);
});

test.each([
	[{}, 'pond=a&pond=b', 'given twice'],
	[{ several: true }, Array.from({ length: 51 }, (_, at) => `pond=${at}`).join('&'), '51 values']
])('givenValues(%j, …) is refused', (given, words, message) => {
	expect(() => asked(given, words)).toThrow(message);
});

test('there are at least twenty, some in every group, and no id twice', () => {
	expect(shippedQueries.length).toBeGreaterThanOrEqual(20);
	expect(new Set(shippedQueries.map(({ id }) => id)).size).toBe(shippedQueries.length);
	const groups = Object.keys(queryGroups).filter((group) => group !== 'own');
	for (const group of groups)
		expect([group, shippedQueries.filter((query) => query.group === group).length > 3]).toEqual([
			group,
			true
		]);
});

test.each(shippedQueries)('$id could be kept by a person, and asks nothing before it answers', (query) => {
	const draft = queryDraftSchema.parse(draftOf(query));
	expect(() => {
		checkDraft(draft);
	}).not.toThrow();
	const needed = query.parameters.filter(({ default: usual, pick }) => usual === undefined && !pick);
	expect(needed).toEqual([]);
});

test('every query of a concept may be asked with what is narrower, and is asked without', () => {
	const ofConcepts = shippedQueries.filter(({ parameters }) =>
		parameters.some(({ type }) => type === 'concept')
	);
	expect(ofConcepts.length).toBeGreaterThan(2);
	for (const { id, parameters } of ofConcepts)
		expect([id, parameters.find(({ name }) => name === 'narrower')]).toEqual([
			id,
			expect.objectContaining({ type: 'switch', default: false })
		]);
});

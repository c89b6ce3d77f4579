import { expect, test } from 'vitest';
import type { NodeRef } from '#lib/domain/ids.ts';
import type { QueryParameter } from '#lib/domain/saved-query.ts';
import { askPath, startedWith } from '#lib/domain/started-query.ts';

const parameter = (name: string, type: QueryParameter['type'], several = false): QueryParameter => ({
	...{ name, type, several, label: name }
});
const pair = [parameter('first', 'concept'), parameter('limit', 'number'), parameter('second', 'concept')];
const many = [parameter('topic', 'topic'), parameter('papers', 'paper', true)];

test.each<[string, QueryParameter[], NodeRef[], string | null]>([
	['one', pair, ['concepts/heron'], 'first=heron'],
	['two, in their order', pair, ['concepts/heron', 'concepts/pond'], 'first=heron&second=pond'],
	['more than it takes', pair, ['concepts/heron', 'concepts/pond', 'concepts/reed'], null],
	['another sort', pair, ['papers/heron'], null],
	['one of two of another sort', pair, ['concepts/heron', 'papers/heron'], null],
	['several at once', many, ['papers/a', 'papers/b', 'papers/c'], 'papers=a&papers=b&papers=c'],
	['different sorts', many, ['papers/a', 'topics/ponds'], 'papers=a&topic=ponds'],
	['no node', pair, [], null],
	['without parameters', [], ['concepts/heron'], null],
	['a name that must be escaped', pair, ['concepts/a&b=c'], 'first=a%26b%3Dc']
])('a query is started with %s', (_, parameters, about, expected) => {
	expect(startedWith({ parameters }, about)?.toString() ?? null).toBe(expected);
});

test('what is chosen on the map stands in the address of the queries', () => {
	expect(askPath(['concepts/a&b', 'papers/1'])).toBe('/queries?about=concepts%2Fa%26b&about=papers%2F1');
});

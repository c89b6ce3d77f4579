import { describe, expect, test } from 'vitest';
import { unwrappedJson, wrappedRecords } from '#lib/sources/parsing/unwrapped-json.ts';
import { inPieces } from '../found-in.ts';

async function unwrapped(text: string, pieces: number): Promise<string> {
	const found: string[] = [];
	for await (const piece of unwrappedJson(inPieces(Buffer.from(text), pieces))) found.push(piece);
	return found.join('');
}

const list = '[{"title": "a ] \\"}", "more": [[{}]]}, {"title": "b\\\\"}]';

describe.each([1, 2, 7, 1000])('unwrappedJson, in pieces of %i bytes,', (pieces) => {
	test.each([
		[`{"meta": {"count": 2, "list": [1]}, "results": ${list}, "group_by": []}`, list],
		[`{"total": 2, "data": ${list}, "next": 3}`, list],
		[`{"status": "ok", "message": {"facets": {"x": [1]}, "items": ${list}, "query": {"a": [2]}}}`, list],
		[`{"results": ${list}}\n{"results": ${list}}`, list + list],
		[`{"title": "a paper", "results": [1, 2]}`, `{"title": "a paper", "results": [1, 2]}`],
		[`{"meta": {"results": [1]}}`, `{"meta": {"results": [1]}}`],
		[list, list],
		[`{"results": [{"title": "no end"}`, `[{"title": "no end"}`],
		['{"results": [{"a": 1}}, {"b": 2}], "c": 3}', '[{"a": 1}}, {"b": 2}]'],
		['', '']
	])('makes of %j', async (text, expected) => {
		expect(await unwrapped(text, pieces)).toBe(expected);
	});
});

test.each([
	[{ title: 'a', results: [1] }, [{ title: 'a', results: [1] }]],
	[{ data: [{ citingPaper: { title: 'a' }, isInfluential: true }] }, [{ title: 'a' }]],
	[{ message: { items: [{ DOI: 'x' }] } }, [{ DOI: 'x' }]],
	[{ message: { title: ['a'] } }, [{ title: ['a'] }]],
	[7, [7]],
	[null, [null]],
	[[1], [[1]]]
])('wrappedRecords finds in %j', (json, records) => {
	expect(wrappedRecords(json)).toEqual(records);
});

import { describe, expect, test } from 'vitest';
import { cypherTokens, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';
import { formatCypher } from '#lib/domain/cypher/format-cypher.ts';
import { unknownNames, unknownSentence } from '#lib/domain/cypher/unknown-names.ts';
import type { LiveSchema } from '#lib/domain/live-schema.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';

const named = (name: string) => ({ name, about: '', count: 1, properties: [] });
const schema: LiveSchema = {
	labels: [named('Paper'), named('Concept'), named('Topic')],
	types: ['MENTIONS', 'CO_OCCURS'].map((name) => ({ ...named(name), from: ['Paper'], to: 'Concept' })),
	...{ otherLabels: ['Ingest'], otherTypes: [], properties: ['id', 'title', 'papers', 'npmi'] }
};

test.each([
	['MATCH (p:Papers) RETURN p', ['The graph has no label “Papers”. Did you mean Paper?']],
	[
		'MATCH (p:Paper)-[:MENTION]->(:concept) RETURN p',
		[
			'The graph has no relationship type “MENTION”. Did you mean MENTIONS?',
			'The graph has no label “concept”. Did you mean Concept?'
		]
	],
	['MATCH (p:Paper) RETURN p.titel', ['The graph has no property “titel”. Did you mean title?']],
	[
		'MATCH (p:Paper|Frog)-[r:CO_OCCURS|COOCCURS]-() RETURN r.npmi',
		[
			'The graph has no label “Frog”.',
			'The graph has no relationship type “COOCCURS”. Did you mean CO_OCCURS?'
		]
	],
	[
		"MATCH (i:Ingest) WITH {Frog: 1} AS m, ':Newt' AS t // (x:Newt)\nRETURN m.Frog, date.truncate('day', date())",
		[]
	],
	['MATCH (`p q`:`Paper`) RETURN `p q`.`frog`', ['The graph has no property “frog”.']],
	['', []]
])('unknownNames(%j)', (cypher, sentences) => {
	expect(unknownNames(cypher, schema).map(unknownSentence)).toEqual(sentences);
});

describe('formatCypher', () => {
	test('begins a line with each clause, and writes its words in capitals', () => {
		expect(
			formatCypher(
				"match (p:Paper) where p.title starts with 'match ' return p, count(*) as n order by n limit 5"
			)
		).toBe(
			"MATCH (p:Paper)\nWHERE p.title STARTS WITH 'match '\nRETURN p, count(*) AS n\nORDER BY n\nLIMIT 5"
		);
	});
	test.each(shippedQueries.map(({ id, cypher }) => [id, cypher]))('asks the same: %s', (_, cypher) => {
		const said = (text: string) => meaningful(cypherTokens(text)).map(({ text: each }) => each.toUpperCase());
		const formatted = formatCypher(cypher);
		expect(said(formatted)).toEqual(said(cypher));
		expect(formatCypher(formatted)).toBe(formatted);
	});
	test('a comment stays what it is', () => {
		expect(formatCypher('return 1 // with more\nas one')).toBe('RETURN 1 // with more\nAS one');
	});
});

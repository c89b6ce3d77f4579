import { expect, test } from 'vitest';
import { ThroughlineError } from '#lib/domain/errors.ts';
import { checkText } from '#lib/server/queries/check-text.ts';
import { queryCaps, type Counted } from '#lib/server/queries/constants/query-caps.ts';
import { checkSize, sizeOf } from '#lib/server/queries/check-size.ts';
import { cypherTokens, meaningful } from '#lib/domain/cypher/cypher-tokens.ts';

const size = (text: string) => sizeOf(meaningful(cypherTokens(text)));
const row = (n: number, part: string, between: string) => Array.from({ length: n }, () => part).join(between);

test.each<[string, Partial<Record<Counted, number>>]>([
	['RETURN [(1), {a: [2]}]', { depth: 3 }],
	['RETURN CASE WHEN 1 THEN CASE WHEN 2 THEN 3 END END', { depth: 2, cases: 2 }],
	['WITH 1 AS case RETURN (case), case, case.a', { depth: 1, cases: 0 }],
	['RETURN CASE WHEN end THEN CASE WHEN end THEN 1 END END', { depth: 2 }],
	[
		'MATCH (n) WHERE EXISTS { (n) } AND COUNT { MATCH (n) } > COLLECT { RETURN 1 }',
		{ subqueries: 3, subqueryDepth: 1 }
	],
	['CALL (x) { CALL () { RETURN 1 AS a } RETURN a }', { subqueries: 2, subqueryDepth: 2 }],
	['MATCH (n {a: 1, b: 2})-[:X*]->{1,3}(m) RETURN n {.a, m}, {a: 1}', { subqueries: 0, properties: 2 }],
	['RETURN NOT a AND b OR c XOR d', { connectives: 3, xors: 1 }],
	['RETURN n.and, n:OR, {xor: 1}', { connectives: 0, xors: 1 }],
	['RETURN 1 UNION RETURN 2 UNION ALL RETURN 3', { unions: 2, clauses: 5 }],
	["RETURN a STARTS WITH 'b'", { clauses: 1 }],
	['MATCH (a)-->(b)<-[:X]-(c)', { patternsTogether: 2, patterns: 2 }],
	['MATCH (a), (b)-->(c) MATCH (d)', { patternsTogether: 3 }],
	['MATCH (a)-->(b) WITH a MATCH (a)--(c)--(d)', { patternsTogether: 2, patterns: 3 }],
	['MATCH (a)-->(b) WHERE a.x STARTS WITH b.x MATCH (a)--(c)--(d)', { patternsTogether: 3 }],
	['MATCH (with)-->(let)-->(call) WHERE filter = next MATCH (a)-->(b)', { patternsTogether: 3 }],
	[
		'MATCH (a)-->(b) WHERE EXISTS { (a)-->()-->(), (c) } OR (a)--(b) RETURN [(a)--(x) | x]',
		{ patternsTogether: 3 }
	],
	['MATCH (n:A:B&C&!D)', { labelSigns: 4 }],
	['MATCH (n:A|B)-[:X|Y]-(m:C|D|E) RETURN [x IN [1] | x]', { labelChoices: 6, alternatives: 5 }],
	['MATCH (n) WHERE (n:A OR n:B) AND (n.a = 1 OR n.b = 2)', { labelChoices: 2 }],
	['MATCH (n:(A|B)&(C|D)) UNION MATCH (n:A|B)', { labelChoices: 4 }],
	["WITH 'a' AS a WITH a + a AS b, 1 AS c WITH b || b || b AS a, c + c AS d RETURN a", { doublings: 6 }],
	['WITH sum(CASE WHEN a THEN 1 END) + sum(CASE WHEN b THEN 1 END) AS a RETURN a', { doublings: 1 }],
	['MATCH (p) WITH p.a + p.b AS a WITH a * a AS b RETURN b', { doublings: 1 }],
	["RETURN n.a.b, m['a']['b']['c']", { dots: 4 }],
	['RETURN a, b, coalesce(1, 2, 3, 4)', { columns: 4 }],
	["RETURN [1, 2, 'a', 3], [a, 1]", { items: 2 }],
	['RETURN n.constructor, toString(1), valueOf', { operators: 0 }]
])('sizeOf(%j)', (text, expected) => {
	expect(size(text)).toMatchObject(expected);
});

/** For each cap a text that has as much of it as one likes, and nothing else of note. */
const textOf: Record<Counted, (n: number) => string> = {
	depth: (n) => `RETURN ${'('.repeat(n)}1${')'.repeat(n)}`,
	subqueryDepth: (n) => `MATCH (n) WHERE ${'EXISTS { MATCH (x) WHERE '.repeat(n)}true${'}'.repeat(n)}`,
	subqueries: (n) => row(n, 'CALL () { RETURN 1 AS a }', ' '),
	cases: (n) => `RETURN CASE ${row(n, 'WHEN a THEN b', ' ')} END`,
	connectives: (n) => `RETURN ${row(n + 1, 'a', ' AND ')}`,
	xors: (n) => `RETURN ${row(n + 1, 'a', ' XOR ')}`,
	operators: (n) => `RETURN ${row(n + 1, 'a', '+')}`,
	unions: (n) => `${'RETURN 1 UNION '.repeat(n - 1)} UNION RETURN 1`,
	clauses: (n) => row(n, 'WITH a', ' '),
	patternsTogether: (n) => `MATCH ${row(n, '(a)', ', ')}`,
	patterns: (n) => row(Math.ceil(n / 5), 'MATCH (a), (b), (c), (d), (e)', ' WITH a '),
	labelSigns: (n) => `MATCH (n:${row(n + 1, 'A', '&')})`,
	labelChoices: (n) => `MATCH (n) WHERE ${row(Math.floor(Math.log2(n)), '(n:A OR n:B)', ' AND ')}`,
	alternatives: (n) => `MATCH ()-[:${row(n + 1, 'A', '|')}]-()`,
	properties: (n) => `MATCH (n {${row(n, 'a:1', ',')}})`,
	doublings: (n) => `WITH 'a' AS a ${row(Math.floor(Math.log2(n)), 'WITH a + a AS a', ' ')}`,
	dots: (n) => `RETURN n${'.a'.repeat(n)}`,
	columns: (n) => `RETURN ${row(n, 'a', ', ')}`,
	items: (n) => `RETURN [${row(n + 1, 'a', ', ')}]`
};

const checked = (text: string) => () => {
	checkSize(meaningful(cypherTokens(text)));
};

test.each(Object.entries(queryCaps))(
	'%s: as many as the cap pass, twice as many do not',
	(name, { what, most }) => {
		const text = textOf[name as Counted];
		expect(checked(text(most))).not.toThrow();
		expect(checked(text(2 * most + 1))).toThrow(what);
	}
);

test.each(['(', '{', 'CASE ', 'a.', '[', 'range(', '`', "'", '/*', '$', '\\u', 'a,', '=~"(', '\u{1f600}'])(
	'a text of nothing but %j is judged at once',
	(part) => {
		const text = part.repeat(20_000 / part.length);
		const began = performance.now();
		try {
			checkText(text);
		} catch (error) {
			expect(error).toBeInstanceOf(ThroughlineError);
		}
		expect(performance.now() - began).toBeLessThan(1000);
	}
);

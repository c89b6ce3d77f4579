import { expect, test } from 'vitest';
import { QueryRefusedError, QuerySyntaxError } from '#lib/domain/errors.ts';
import { queryLimits } from '#lib/domain/saved-query.ts';
import { checkText } from '#lib/server/queries/check-text.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { honestCypher25, honestShapes } from '../../../data/queries/honest-shapes.ts';
import { honestTexts } from '../../../data/queries/honest-texts.ts';

/** The part that a text is refused for, or null. */
function refused(text: string): string | null {
	try {
		checkText(text);
		return null;
	} catch (error) {
		if (error instanceof QueryRefusedError) return error.clause;
		throw error;
	}
}

test.each([
	['EXPLAIN RETURN 1', 'EXPLAIN'],
	['//x\rprofile RETURN 1', 'PROFILE'],
	['/**/ CYPHER 5 RETURN 1', 'CYPHER'],
	['STOP DATABASE neo4j', 'STOP'],
	['/* a */ grant ROLE admin TO x', 'GRANT'],
	['USE`neo4j`RETURN 1', 'USE'],
	['CALL () { USE neo4j RETURN 1 AS a } RETURN a', 'USE'],
	['MATCH (m) CALL { WITH m USE neo4j MATCH (n) RETURN n } RETURN n', 'USE'],
	['USE where MATCH (n) RETURN n', 'USE'],
	['RETURN 1 AS a UNION USE set RETURN 1 AS a', 'USE'],
	['USE (neo4j) RETURN 1', 'USE'],
	['RETURN EXISTS { LOAD /* a */ CSV FROM $a AS l } AS a', 'LOAD CSV'],
	['RETURN 1; RETURN 2', 'A second statement'],
	['RETURN 1;;', 'A second statement'],
	['CALL `dbms` . /* a */ `listConfig`', 'CALL dbms.listConfig'],
	['OPTIONAL CALL tx.getMetaData()', 'CALL tx.getMetaData'],
	['RETURN apoc . `version` ()', 'apoc.version()'],
	['RETURN date.hacked()', 'date.hacked()'],
	['RETURN graph.byName("a")', 'graph.byName()'],
	['RETURN apoc\\u002eversion()', '\\u'],
	['RETURN 1 /* \\u0041 */', '\\u'],
	['RETURN 1 AS `\\u0041`', '\\u'],
	["RETURN 'a\\u0027'", '\\u0027'],
	["RETURN 'a\\u005C'", '\\u005C'],
	["RETURN 'a\\\\\\u0022'", '\\u0022'],
	['RETURN\u200b1', 'A character that shows nothing'],
	['RETURN `a`.\u0000b', 'A character that shows nothing'],
	[`RETURN '${'x'.repeat(queryLimits.cypherLength)}'`, 'This length'],
	['RETURN range(0, 10000002)', 'This range()'],
	['RETURN range(-1, -20_000_000, -1)', 'This range()'],
	["RETURN 'a' =~ '(a+)+'", 'This regular expression'],
	["RETURN 'a' =~ '\\\\Qa\\\\E(.*)(.*)(.*)b'", 'This regular expression']
])('checkText(%j) refuses %s', (text, clause) => {
	expect(refused(text)).toBe(clause);
});

test.each([
	...[...honestTexts, ...honestShapes, ...honestCypher25].map(([text]) => text),
	...shippedQueries.map(({ cypher }) => cypher),
	'RETURN call LIMIT 1',
	'MATCH (stop) RETURN stop.grant',
	'MATCH (n) RETURN n.apoc.version',
	'RETURN "a" + use',
	"RETURN '\\\\u0027 \\u00e9 \\u0041'",
	'RETURN range(1, 10000000)',
	'RETURN range(1, $n)',
	'RETURN range(size($a), 90000000)',
	"RETURN 'a' =~ '.*a.*b.*c.*'",
	"RETURN 'a' =~ '(?i)([a-z]+-)*[a-z]+'",
	"RETURN 'a' = '(a+)+'",
	'RETURN'
])('checkText(%j) passes', (text) => {
	expect(refused(text)).toBeNull();
});

test('a refusal says what happened and what to do', () => {
	expect(() => {
		checkText('USE neo4j RETURN 1');
	}).toThrow('USE is not allowed here: queries stay in this graph.');
});

test.each([
	['RETURN 1 /* open', 1, 10],
	['RETURN 1\n\t/*/', 2, 2],
	['RETURN 1 */', 1, 10],
	['*/RETURN 1', 1, 1],
	['/* a */\rRETURN 1 /*', 2, 10]
])('checkText(%j) marks the comment', (text, line, column) => {
	expect(() => {
		checkText(text);
	}).toThrow(expect.objectContaining({ name: QuerySyntaxError.name, line, column }));
});

test.each<[string, string, object, boolean]>([
	['a regular expression', 'RETURN $t =~ $r', { t: 'heron', r: '(a+)+' }, true],
	['one under another name', 'WITH $r AS s MATCH (n) WHERE n.name =~ s RETURN n', { r: '(a|aa)+b' }, true],
	['one in a list', 'UNWIND $all AS r RETURN 1 =~ r', { all: ['a', '(.*)*'] }, true],
	['one in a map', 'RETURN 1 =~ $p.r', { p: { r: ['(a+)+'] } }, true],
	['an honest one', 'RETURN $t =~ $r', { t: 'heron', r: '(?i).*heron.*' }, false],
	['a text that is compared otherwise', 'RETURN $t CONTAINS $r', { t: 'heron', r: '(a+)+' }, false]
])('a parameter that holds %s', (_, text, parameters, isRefused) => {
	const check = () => {
		checkText(text, parameters);
	};
	if (isRefused) expect(check).toThrow('This regular expression');
	else expect(check).not.toThrow();
});

/** A sequence as long as it takes, joined. */
function many(length: number, part: (index: number) => string, separator: string): string {
	return Array.from({ length }, (_, index) => part(index)).join(separator);
}

const pond = "'pond'";

/**
 * Thirty queries that each took the engine, the driver or the web server down, or held them for minutes, when nothing
 * stood in their way: by what they overload.
 */
export const hostileQueries: Record<string, string> = {
	'one row of 30 million numbers': 'WITH 30000000 AS n RETURN range(1, n) AS xs',
	'one row of small numbers': 'WITH 20000000 AS n RETURN [x IN range(1, n) | 1] AS xs',
	'one long text': `RETURN reduce(s = ${pond}, i IN range(1, 24) | s + '' + s) AS text`,
	'a list of 20 million maps': 'WITH 20000000 AS n RETURN [x IN range(1, n) | {a: x}] AS maps',
	'collected lists': 'WITH 100000000 AS n UNWIND range(1, 10) AS i RETURN collect(range(0, n)) AS xs',
	'wide rows': `UNWIND range(1, 100000) AS i RETURN [x IN range(1, 100000) | ${pond}] AS xs`,
	'many rows': 'UNWIND range(1, 1000000000) AS i RETURN i',
	'a sum that never ends': 'RETURN reduce(s = 0, x IN range(1, 100000000000) | s + x) AS s',
	'a test that never ends': 'WITH 100000000000 AS n RETURN all(x IN range(1, n) WHERE x > 0) AS a',
	'a search that never ends': 'RETURN any(x IN range(1, 100000000000) WHERE x < 0) AS a',
	'a single one that never ends': 'RETURN single(x IN range(1, 100000000000) WHERE x = 5) AS a',
	'a bound out of sight': 'WITH 100000000000 AS n RETURN reduce(s = 0, x IN range(1, n) | s + x) AS s',
	'a pattern that backtracks': `RETURN ${pond} + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' =~ '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b' AS a`,
	'nested repeats': `RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+' AS a`,
	'a sum of everything':
		'WITH 1000000 AS n UNWIND range(1, n) AS a UNWIND range(1, n) AS b RETURN sum(a % 7 + b % 3)',
	'all pairs of all pairs': 'MATCH (a), (b), (c), (d) RETURN count(*)',
	'all walks': 'MATCH p = (a)-[*..12]-(b) RETURN count(p)',
	'all sorted pairs': 'MATCH (a), (b), (c) RETURN a, b, c ORDER BY rand() LIMIT 5000',
	'distinct triples': 'MATCH (a), (b), (c) RETURN count(DISTINCT [a, b, c])',
	'a list that doubles': `WITH [1] AS s ${'WITH s + s AS s '.repeat(34)}RETURN size(s)`,
	'a text that doubles': `WITH 'a' AS s ${'WITH s + s AS s '.repeat(40)}RETURN size(s)`,
	'a list that grows by copies': 'RETURN size(reduce(a = [], x IN range(1, 1000000) | a + x)) AS n',
	brackets: `RETURN ${'('.repeat(9000)}1${')'.repeat(9000)}`,
	'exclusive ors': `MATCH (n) WHERE ${many(24, (i) => `n.a${i} = 1`, ' XOR ')} RETURN n`,
	'and in or': `MATCH (n) WHERE ${many(20, (i) => `(n.a${i} = 1 AND n.b${i} = 2)`, ' OR ')} RETURN n`,
	ones: `RETURN ${'1+'.repeat(9900)}1`,
	'exists in exists': `MATCH (n) WHERE ${'EXISTS { MATCH (n)--(m) WHERE '.repeat(60)}true${' }'.repeat(60)} RETURN n`,
	unions: many(900, () => 'RETURN 1 AS a', ' UNION '),
	'a long way': `MATCH ${many(60, (i) => `(a${i})--(b${i})`, ', ')} RETURN count(*)`,
	'nested lists': `RETURN ${'['.repeat(3000)}${']'.repeat(3000)}`
};

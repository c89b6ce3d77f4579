import { expect, test } from 'vitest';
import { WrittenFloat } from '#lib/domain/written-float.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { openedStore } from './opened-store.ts';

const opened = openedStore((store) =>
	store.write((transaction) =>
		transaction.run(
			"CREATE (:Paper {id: 'p1', title: 'Ponds'})-[:MENTIONS]->(:Concept {id: 'pond', label: 'pond'})"
		)
	)
);

test.each([
	['MATCH (p:Paper) RETURN p.title', [['Ponds']]],
	['MATCH (:Paper)-[m:MENTIONS]->(:Concept) RETURN count(m)', [[1]]],
	["RETURN date('2024-01-02') AS day", [['2024-01-02']]],
	['UNWIND [3, 1, 2] AS n RETURN n ORDER BY n LIMIT $limit', [[1], [2]]],
	['MATCH (c:Concept) WHERE EXISTS { (c)<-[:MENTIONS]-() } RETURN c.id', [['pond']]],
	['MATCH w = shortestPath((:Paper)-[*..3]-(:Concept)) RETURN length(w)', [[1]]]
])('runs %j', async (cypher, rows) => {
	expect((await runQuery(opened.store, cypher, { limit: 2 })).rows).toEqual(rows);
});

test.each([
	['CREATE (n)', 'Writing'],
	['MATCH (n) DETACH DELETE n', 'Writing'],
	['MATCH (n) CALL (n) { SET n.x = 1 } RETURN n', 'Writing'],
	['FOREACH (x IN [1] | CREATE (:X))', 'Writing'],
	["LOAD CSV FROM 'file:///x' AS line RETURN line", 'LOAD CSV'],
	['SHOW USERS', 'AdministrationCommand'],
	["TERMINATE TRANSACTION 'x'", 'TerminateTransactions'],
	['CALL dbms.listConfig() YIELD name RETURN name', 'CALL dbms.listConfig'],
	['CALL `dbms`.`listConfig`() YIELD name RETURN name', 'CALL dbms.listConfig'],
	['RETURN apoc.version()', 'apoc.version()'],
	['EXPLAIN MATCH (n) RETURN n', 'EXPLAIN'],
	['/* a */ PROFILE MATCH (n) RETURN n', 'PROFILE'],
	['MATCH (n) RETURN n; MATCH (n) RETURN n', 'A second statement'],
	['USE system SHOW USERS', 'USE']
])('refuses %j', async (cypher, clause) => {
	await expect(runQuery(opened.store, cypher)).rejects.toMatchObject({ name: 'QueryRefusedError', clause });
});

test('a query that does not parse tells its line', async () => {
	await expect(runQuery(opened.store, 'MATCH (n)\nRETURN n.')).rejects.toMatchObject({
		name: 'QuerySyntaxError',
		line: 2
	});
});

test.each([
	["MATCH (p:Paper)\n  RETURN date('xx')", { name: 'QuerySyntaxError', line: 2, column: 15 }],
	['RETURN \'a\', datetime("x y")', { name: 'QuerySyntaxError', line: 1, column: 22 }],
	['MATCH (p:Paper) RETURN date(p.title)', { name: 'QueryFailedError' }]
])('a text that is no date is told, and where it stands: %j', async (cypher, told) => {
	const failure: unknown = await runQuery(opened.store, cypher).catch((cause: unknown) => cause);
	expect(failure).toMatchObject(told);
	expect((failure as Error).message).toMatch(/^Text cannot be parsed to a Date(Time)?: "(xx|x y|Ponds)"\.$/);
});

test.each([
	[1n, 0],
	[1, 0],
	[new WrittenFloat(1), 0.5],
	[{ isLosslessNumber: true, value: 1, toJSON: 1 }, null]
])('a whole number is divided as one, and a float as a float: number %#', async (n, half) => {
	const answer = await runQuery(
		opened.store,
		half === null ? 'RETURN CASE WHEN $n.value = 1 THEN null END' : 'RETURN $n / 2',
		{ n }
	);
	expect(answer.rows).toEqual([[half]]);
});

test('a parameter that is missing is named', async () => {
	await expect(runQuery(opened.store, 'RETURN $pond')).rejects.toThrow('pond');
});

test('a query is stopped at its limit of time, and the next one runs', async () => {
	const slow = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a % 7 + b % 3)';
	await expect(runQuery(opened.store, slow, {}, { seconds: 1 })).rejects.toMatchObject({
		name: 'QueryStoppedError'
	});
	expect((await runQuery(opened.store, 'RETURN 1 AS one')).rows).toEqual([[1]]);
});

test('a result is cut at its limit of rows, and says so', async () => {
	const answer = await runQuery(opened.store, 'UNWIND range(1, 100000) AS n RETURN n');
	expect(answer).toMatchObject({ truncated: true, columns: ['n'] });
	expect(answer.rows).toHaveLength(5000);
});

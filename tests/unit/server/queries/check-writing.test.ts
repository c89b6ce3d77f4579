import { expect, test } from 'vitest';
import { checkWriting } from '#lib/server/queries/check-writing.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';

/** Guards that a query which writes is not kept, and one that only has such names is. */

test.each([
	'CREATE (n:Duck) RETURN n',
	'MATCH (n) DETACH DELETE n RETURN 1',
	'MATCH (n) WHERE n.x = 1 set n.y = 2',
	'MATCH (n) /* pond */ REMOVE n.y RETURN n',
	'UNWIND [1] AS x MERGE (d:Duck {id: x}) RETURN d',
	'MATCH (n) CALL (n) { DELETE n } RETURN 1',
	'MATCH p = (a)-->(b) FOREACH (n IN nodes(p) | SET n.x = 1)',
	'DROP INDEX pond',
	'INSERT (:Duck)'
])('refuses %s', (cypher) => {
	expect(() => {
		checkWriting(cypher);
	}).toThrow('Writing is not allowed');
});

test.each([
	...['RETURN {set: 1, create: 2} AS delete', 'MATCH (create:Paper) RETURN create.delete, create.set'],
	...['WITH 1 AS set RETURN set ORDER BY set', 'MATCH (n)-[:CREATE]->(m) RETURN n', 'RETURN "DELETE n"'],
	...['UNWIND [1, 2] AS merge RETURN [set IN [merge] | set]', 'MATCH (n) // DELETE n\nRETURN n'],
	...shippedQueries.map(({ cypher }) => cypher)
])('passes %s', (cypher) => {
	expect(() => {
		checkWriting(cypher);
	}).not.toThrow();
});

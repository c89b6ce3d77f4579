import { labels, ownLabels, peoplesLabels, relationshipTypes } from './graph-model.ts';

/** What keeping a thing of a person needs: to make it, to change what it holds, to delete it for good. */
const keeping = ['CREATE', 'DELETE', 'SET PROPERTY {*}'];

/**
 * The statements that give a Neo4j with roles (Enterprise, Aura) two roles: one that reads what Throughline draws and
 * asks, and one that may also keep what people make. Neither writes the graph, sees users, settings or other
 * databases. An ingest signs in as somebody else. To be run on the database `system`.
 */
export function readerStatements(database = 'neo4j'): string[] {
	const nodes = [...labels, ...ownLabels, ...peoplesLabels].join(', ');
	const types = relationshipTypes.join(', ');
	const people = peoplesLabels.join(', ');
	return [
		'CREATE ROLE throughline_reader IF NOT EXISTS',
		`GRANT ACCESS ON DATABASE ${database} TO throughline_reader`,
		`GRANT MATCH {*} ON GRAPH ${database} NODES ${nodes} TO throughline_reader`,
		`GRANT MATCH {*} ON GRAPH ${database} RELATIONSHIPS ${types} TO throughline_reader`,
		'CREATE ROLE throughline_keeper IF NOT EXISTS AS COPY OF throughline_reader',
		...keeping.map((what) => `GRANT ${what} ON GRAPH ${database} NODES ${people} TO throughline_keeper`),
		"CREATE USER throughline SET PASSWORD 'choose-one-of-your-own' CHANGE NOT REQUIRED",
		'GRANT ROLE throughline_keeper TO throughline'
	];
}

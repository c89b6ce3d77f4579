import { describe, expect, test } from 'vitest';
import { publish } from '#lib/server/publishing/publish.ts';
import { bindParameters } from '#lib/server/queries/bind-parameters.ts';
import { runQuery } from '#lib/server/queries/run-query.ts';
import { shippedQueries } from '#lib/server/queries/shipped-queries.ts';
import { ingestAt, openedStore, sampleGraph } from './opened-store.ts';

const opened = openedStore(async (store) => publish(store, await sampleGraph(), ingestAt(1)));

/**
 * What the queries that were made fast for large graphs mean, as one would write it down first: every pair is looked at,
 * every paper counted.
 */
const plainly: Record<string, string> = {
	'neighbourhood-of-a-concept': `MATCH (c:Concept {id: $concept})-[r:CO_OCCURS]-(near:Concept)
RETURN c, near, COUNT { MATCH (p:Paper) WHERE (p)-[:MENTIONS]->(c) AND (p)-[:MENTIONS]->(near) } AS shared, r.npmi AS npmi
ORDER BY shared DESC, npmi DESC, near.id LIMIT $limit`,
	'concepts-that-come-with-a-concept': `MATCH (c:Concept {id: $concept})-[r:CO_OCCURS]-(near:Concept)
WITH near, r, COUNT { MATCH (p:Paper) WHERE (p)-[:MENTIONS]->(c) AND (p)-[:MENTIONS]->(near) } AS shared WHERE shared >= $least
RETURN near, near.kind AS kind, shared, r.npmi AS npmi ORDER BY npmi DESC, shared DESC, near.id LIMIT $limit`,
	'methods-used-with-a-dataset': `MATCH (:Concept {id: $concept})<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(used:Concept)
WHERE used.id <> $concept AND (used.kind = 'method' OR used.kind = 'model')
RETURN used, used.kind AS kind, count(DISTINCT p) AS papers ORDER BY papers DESC, used.id LIMIT $limit`,
	'company-of-two-concepts': `MATCH (c:Concept {id: $concept})-[r:CO_OCCURS]-(near:Concept)
WHERE near.id <> $other AND NOT EXISTS { MATCH (p:Paper) WHERE (p)-[:MENTIONS]->(near) AND (p)-[:MENTIONS]->(:Concept {id: $other}) }
RETURN near, near.kind AS kind, r.papers AS shared, near.papers AS papers ORDER BY shared DESC, near.id LIMIT $limit`,
	'bridges-between-topics': `MATCH (paper:Paper)
WITH paper, COUNT { (paper)-[:MENTIONS]->()-[:IN_TOPIC]->()-[:PART_OF*0..1]->(:Topic {id: $topic}) } AS here,
	COUNT { (paper)-[:MENTIONS]->()-[:IN_TOPIC]->()-[:PART_OF*0..1]->(:Topic {id: $other}) } AS there
WITH paper, here, there, CASE WHEN here < there THEN here ELSE there END AS least WHERE least > 0
RETURN paper, here, there ORDER BY least DESC, here + there DESC, paper.id LIMIT $limit`,
	'concepts-of-two-topics': `MATCH (c:Concept)
WITH c, COUNT { (c)<-[:MENTIONS]-()-[:IN_TOPIC]->()-[:PART_OF*0..1]->(:Topic {id: $topic}) } AS here,
	COUNT { (c)<-[:MENTIONS]-()-[:IN_TOPIC]->()-[:PART_OF*0..1]->(:Topic {id: $other}) } AS there
WHERE here > 0 AND there > 0 RETURN c, here, there ORDER BY here + there DESC, c.id LIMIT $limit`,
	'pairs-that-never-met': `MATCH (c:Concept)-[:IN_TOPIC]->(:Topic)-[:PART_OF*0..1]->(:Topic {id: $topic})
WITH c ORDER BY c.papers DESC, c.id LIMIT 40 WITH collect(c) AS strong
UNWIND strong AS one UNWIND strong AS two WITH one, two
WHERE one.id < two.id AND NOT EXISTS { (one)<-[:MENTIONS]-(:Paper)-[:MENTIONS]->(two) } AND NOT (one)-[:BROADER]-(two)
RETURN one, two, one.papers AS papers, two.papers AS others
ORDER BY CASE WHEN papers < others THEN papers ELSE others END DESC, papers + others DESC, one.id, two.id LIMIT $limit`,
	'untried-with-a-dataset': `MATCH (c:Concept {id: $concept})-[:CO_OCCURS]-(near:Concept)
WITH c, near ORDER BY near.papers DESC, near.id LIMIT 60
MATCH (near)-[:CO_OCCURS]-(method:Concept) WHERE method.kind IN ['method', 'model'] AND method <> c
	AND NOT EXISTS { MATCH (p:Paper) WHERE (p)-[:MENTIONS]->(c) AND (p)-[:MENTIONS]->(method) }
RETURN method, count(*) AS company, method.papers AS papers ORDER BY company DESC, papers DESC, method.id LIMIT $limit`,
	'papers-that-stand-alone': `MATCH (paper:Paper) OPTIONAL MATCH (paper)-[r:RELATED]->()
WITH paper, coalesce(max(r.score), 0) AS nearest
RETURN paper, paper.date AS date, nearest ORDER BY nearest, paper.id LIMIT $limit`,
	'thin-topics': `MATCH (t:Topic)<-[:IN_TOPIC]-(c:Concept) WITH t, count(c) AS concepts WHERE concepts >= $least
RETURN t, t.papers AS papers, concepts, round(1.0 * concepts / t.papers, 1) AS each ORDER BY each DESC, concepts DESC, t.id LIMIT $limit`,
	'one-name-two-concepts': `MATCH (c:Concept) WHERE c.papers >= $least UNWIND c.aliases AS form
WITH DISTINCT toLower(form) AS form, c ORDER BY c.papers DESC, c.id
WITH form, collect(c) AS concepts WHERE size(concepts) > 1
RETURN form, concepts, reduce(sum = 0, c IN concepts | sum + c.papers) AS papers ORDER BY papers DESC, form LIMIT $limit`,
	'what-papers-lack': `MATCH (p:Paper) WITH collect(p) AS every
UNWIND [['abstract', size([p IN every WHERE p.abstract = ''])], ['date', size([p IN every WHERE p.date IS NULL])],
	['organisation', size([p IN every WHERE NOT (p)<-[:PUBLISHED]-()])], ['address', size([p IN every WHERE p.url IS NULL])],
	['concepts', size([p IN every WHERE NOT (p)-[:MENTIONS]->()])]] AS each
RETURN each[0] AS lacks, each[1] AS papers, round(100.0 * each[1] / size(every), 1) AS percent ORDER BY papers DESC, lacks`,
	'papers-of-few-concepts': `MATCH (paper:Paper)
WITH paper, COUNT { (paper)-[:MENTIONS]->() } AS concepts ORDER BY concepts, paper.id LIMIT $limit
RETURN paper, concepts, size(paper.abstract) AS characters ORDER BY concepts, paper.id`
};

/** Values besides those that a query has before anybody types: with them a small corpus has an answer too. */
const others: Record<string, Record<string, string[]>> = {
	'one-name-two-concepts': { least: ['1'] },
	'pairs-that-never-met': { limit: ['500'] },
	'papers-that-stand-alone': { limit: ['52'] },
	'papers-of-few-concepts': { limit: ['52'] }
};

describe.each(Object.entries(plainly))('%s', (id, reference) => {
	const query = shippedQueries.find((each) => each.id === id);

	test.each([[{}], [others[id] ?? { limit: ['7'] }]])('answers what it means, with %j', async (given) => {
		const { parameters } = await bindParameters(opened.store, query ?? { parameters: [] }, given);
		const fast = await runQuery(opened.store, query?.cypher ?? '', parameters);
		const slow = await runQuery(opened.store, reference, parameters);
		expect([fast.columns, fast.rows]).toEqual([slow.columns, slow.rows]);
		if (id !== 'one-name-two-concepts') expect(slow.rows.length).toBeGreaterThan(0);
	});
});

import {
	companionsOf,
	concept,
	inSense,
	least,
	many,
	narrower,
	ofTopic,
	topic,
	type Shipped
} from './parts.ts';

export const gaps: Shipped[] = [
	{
		id: 'pairs-that-never-met',
		name: 'Pairs that never met',
		description: 'The strongest concepts of a topic, two by two, that no paper mentions together.',
		cypher: `${ofTopic('c:Concept', 'topic')}
WITH c ORDER BY c.papers DESC, c.id LIMIT 40 WITH collect(c) AS strong
CALL (strong) {
	UNWIND strong AS c MATCH (c)<-[:MENTIONS]-(paper)
	WITH paper, collect(c) AS here UNWIND here AS one UNWIND here AS two RETURN one, collect(DISTINCT two) AS met
}
UNWIND strong AS two WITH one, two, met
WHERE one.id < two.id AND NOT two IN met AND NOT (one)-[:BROADER]-(two)
RETURN one, two, one.papers AS papers, two.papers AS others
ORDER BY CASE WHEN papers < others THEN papers ELSE others END DESC, papers + others DESC, one.id, two.id LIMIT $limit`,
		parameters: [topic, many],
		view: 'table'
	},
	{
		id: 'untried-with-a-dataset',
		name: 'What was not tried with a dataset or task',
		description: 'Methods and models of its company that no paper mentions together with it.',
		cypher: `${inSense('own', 'concept')}
WITH collect(DISTINCT own) AS sense
${companionsOf('sense', 'met')}
CALL (sense) {
	UNWIND sense AS own MATCH (own)-[:CO_OCCURS]-(near)
	WITH DISTINCT near ORDER BY near.papers DESC, near.id LIMIT 60 RETURN near
}
MATCH (near)-[:CO_OCCURS]-(method)
WITH met, method, count(*) AS company WHERE method.kind IN ['method', 'model'] AND NOT method IN met
RETURN method, company, method.papers AS papers ORDER BY company DESC, papers DESC, method.id LIMIT $limit`,
		parameters: [{ ...concept, pick: { kinds: ['dataset', 'task'], at: 1 } }, narrower, many],
		view: 'table'
	},
	{
		id: 'introduced-and-left-alone',
		name: 'Introduced and left alone',
		description: 'Concepts that a paper brought and no other has mentioned, of the oldest papers first.',
		cypher: `MATCH (c:Concept)<-[:INTRODUCES]-(origin:Paper) WHERE c.papers = 1 AND origin.date IS NOT NULL
RETURN c, c.kind AS kind, origin, origin.date AS since ORDER BY since, c.id LIMIT $limit`,
		parameters: [many],
		view: 'table'
	},
	{
		id: 'papers-that-stand-alone',
		name: 'Papers that stand alone',
		description: 'Papers whose nearest paper is far, by the score of what is most related to them.',
		cypher: `MATCH (paper:Paper) WHERE paper.nearest >= 0
WITH paper ORDER BY paper.nearest, paper.id LIMIT $limit
RETURN paper, paper.date AS date, paper.nearest AS nearest ORDER BY nearest, paper.id`,
		parameters: [many],
		view: 'table'
	},
	{
		id: 'thin-topics',
		name: 'Topics of few papers and many concepts',
		description: 'Where much is named and little is written.',
		cypher: `MATCH (t:Topic) WHERE t.concepts >= $least AND NOT (t)<-[:PART_OF]-()
RETURN t, t.papers AS papers, t.concepts AS concepts, round(1.0 * t.concepts / t.papers, 1) AS each ORDER BY each DESC, concepts DESC, t.id LIMIT $limit`,
		parameters: [least('Concepts at least', 3), many],
		view: 'table'
	}
];

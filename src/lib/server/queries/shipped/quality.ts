import { least, many, type Shipped } from './parts.ts';

export const quality: Shipped[] = [
	{
		id: 'concepts-by-kind',
		name: 'Concepts by kind',
		description: 'How many concepts of each kind, and how often they are mentioned.',
		cypher: `MATCH (c:Concept) RETURN c.kind AS kind, count(*) AS concepts, sum(c.papers) AS mentions ORDER BY concepts DESC`,
		parameters: [],
		view: 'chart'
	},
	{
		id: 'mentions-in-all',
		name: 'Mentions in all',
		description: 'How often papers speak of concepts.',
		cypher: 'MATCH ()-[m:MENTIONS]->() RETURN count(m) AS mentions',
		parameters: [],
		view: 'number'
	},
	{
		id: 'one-name-two-concepts',
		name: 'One name, two concepts',
		description:
			'Written forms that more than one concept has: an acronym with two meanings, or one concept twice.',
		cypher: `MATCH (c:Concept) WHERE c.papers >= $least UNWIND c.aliases AS form
WITH toLower(form) AS form, collect(c) AS bearers WHERE any(c IN bearers WHERE c <> head(bearers))
UNWIND bearers AS c WITH DISTINCT form, c ORDER BY c.papers DESC, c.id
WITH form, collect(c) AS concepts
RETURN form, concepts, reduce(sum = 0, c IN concepts | sum + c.papers) AS papers ORDER BY papers DESC, form LIMIT $limit`,
		parameters: [least('Papers of each at least', 2), many],
		view: 'table'
	},
	{
		id: 'concepts-without-a-kind',
		name: 'Concepts of no clear kind',
		description:
			'Concepts of many papers that are neither method nor task, dataset, metric, model or theory.',
		cypher: `MATCH (c:Concept {kind: 'other'}) RETURN c, c.papers AS papers ORDER BY papers DESC, c.id LIMIT $limit`,
		parameters: [many],
		view: 'table'
	},
	{
		id: 'what-papers-lack',
		name: 'What papers lack',
		description: 'How many papers have no abstract, date, organisation, address or concept.',
		cypher: `CALL () { MATCH (p:Paper) RETURN count(*) AS papers }
CALL () { MATCH (p:Paper) WHERE p.characters = 0 RETURN count(*) AS abstract }
CALL () { MATCH (p:Paper) WHERE p.date IS NOT NULL RETURN count(*) AS dated }
CALL () { MATCH (:Organization)-[:PUBLISHED]->(p) RETURN count(*) AS published }
CALL () { MATCH (p:Paper) RETURN count(p.url) AS addressed }
CALL () { MATCH (p:Paper) WHERE p.concepts = 0 RETURN count(*) AS concepts }
UNWIND [['abstract', abstract], ['date', papers - dated], ['organisation', papers - published],
	['address', papers - addressed], ['concepts', concepts]] AS each
WITH each[0] AS lacks, each[1] AS lacking, papers WHERE papers > 0
RETURN lacks, lacking AS papers, round(100.0 * lacking / papers, 1) AS percent ORDER BY lacking DESC, lacks`,
		parameters: [],
		view: 'chart'
	},
	{
		id: 'papers-of-few-concepts',
		name: 'Papers in which little was found',
		description: 'Papers with fewest concepts: short abstracts, or words that extraction does not know.',
		cypher: `MATCH (paper:Paper) WHERE paper.concepts >= 0
WITH paper ORDER BY paper.concepts, paper.id LIMIT $limit
RETURN paper, paper.concepts AS concepts, paper.characters AS characters ORDER BY concepts, paper.id`,
		parameters: [many],
		view: 'table'
	}
];

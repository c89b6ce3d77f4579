import { many, type Shipped } from './parts.ts';

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
		cypher: `MATCH (c:Concept) WHERE size(c.aliases) > 0 UNWIND c.aliases AS form
WITH toLower(form) AS form, collect(DISTINCT c) AS concepts WHERE size(concepts) > 1
RETURN form, concepts, reduce(sum = 0, c IN concepts | sum + c.papers) AS papers ORDER BY papers DESC, form LIMIT $limit`,
		parameters: [many],
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
		cypher: `MATCH (p:Paper)
WITH count(*) AS papers, sum(CASE WHEN coalesce(p.abstract, '') = '' THEN 1 ELSE 0 END) AS abstract,
	sum(CASE WHEN p.date IS NULL THEN 1 ELSE 0 END) AS date, sum(CASE WHEN p.url IS NULL THEN 1 ELSE 0 END) AS url,
	sum(CASE WHEN EXISTS { (p)<-[:PUBLISHED]-() } THEN 0 ELSE 1 END) AS organisation,
	sum(CASE WHEN EXISTS { (p)-[:MENTIONS]->() } THEN 0 ELSE 1 END) AS concepts
UNWIND [['abstract', abstract], ['date', date], ['organisation', organisation], ['address', url], ['concepts', concepts]] AS each
RETURN each[0] AS lacks, each[1] AS papers, round(100.0 * each[1] / papers, 1) AS percent ORDER BY papers DESC, lacks`,
		parameters: [],
		view: 'chart'
	},
	{
		id: 'papers-of-few-concepts',
		name: 'Papers in which little was found',
		description: 'Papers with fewest concepts: short abstracts, or words that extraction does not know.',
		cypher: `MATCH (paper:Paper) WITH paper, COUNT { (paper)-[:MENTIONS]->() } AS concepts ORDER BY concepts, paper.id LIMIT $limit
RETURN paper, concepts, size(coalesce(paper.abstract, '')) AS characters ORDER BY concepts, paper.id`,
		parameters: [many],
		view: 'table'
	}
];

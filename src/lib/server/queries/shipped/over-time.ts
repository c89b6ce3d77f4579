import { concept, ofTopic, least, many, narrower, topic, type Shipped } from './parts.ts';

/**
 * Half a year before the newest paper, so that "since" has a good first answer in any corpus: a date left empty counts so.
 */
const since = `MATCH (newest:Paper) WHERE newest.date IS NOT NULL WITH max(newest.date) AS newest
WITH CASE WHEN $from <> '' THEN $from
	ELSE toString(date(CASE size(newest) WHEN 4 THEN newest + '-01-01' WHEN 7 THEN newest + '-01' ELSE left(newest, 10) END) - duration({months: 6})) END AS since`;
const from = {
	...({ name: 'from', label: 'Since (empty: the last six months)', type: 'date', default: '' } as const)
};

export const overTime: Shipped[] = [
	{
		id: 'papers-by-month',
		name: 'Papers by month',
		description: 'How many papers a topic has in each month.',
		cypher: `${ofTopic('p:Paper', 'topic')} WHERE p.date IS NOT NULL
RETURN substring(p.date, 0, 7) AS month, count(DISTINCT p) AS papers ORDER BY month`,
		parameters: [topic],
		view: 'chart'
	},
	{
		id: 'concepts-by-month',
		name: 'Concepts by month',
		description: 'How many papers mention each of a few concepts, month by month.',
		cypher: `UNWIND $concepts AS wanted
MATCH (c:Concept {id: wanted})
MATCH (own:Concept)-[:BROADER*0..]->(c) WHERE own = c OR $narrower
MATCH (own)<-[:MENTIONS]-(p:Paper) WHERE p.date IS NOT NULL
RETURN substring(p.date, 0, 7) AS month, c.label AS concept, count(DISTINCT p) AS papers ORDER BY month, concept`,
		parameters: [
			{ ...concept, name: 'concepts', label: 'Concepts', several: true, pick: { at: 1 } },
			narrower
		],
		view: 'chart'
	},
	{
		id: 'rising-concepts',
		name: 'Rising concepts',
		description: 'By their share of papers from a date on, against the share before it.',
		cypher: `${since}
MATCH (p:Paper) WHERE p.date IS NOT NULL
WITH since, sum(CASE WHEN p.date >= since THEN 1.0 ELSE 0 END) AS after, sum(CASE WHEN p.date < since THEN 1.0 ELSE 0 END) AS before
MATCH (c:Concept) WHERE c.papers >= $least AND c.lastDate >= since
MATCH (c)<-[:MENTIONS]-(p:Paper) WHERE p.date IS NOT NULL
WITH c, after, before, sum(CASE WHEN p.date >= since THEN 1 ELSE 0 END) AS now, sum(CASE WHEN p.date < since THEN 1 ELSE 0 END) AS then
WHERE now >= $least
RETURN c, now, then, round((now / after) / ((then + 1) / (before + 1)), 2) AS growth ORDER BY growth DESC, now DESC, c.id LIMIT $limit`,
		parameters: [from, least('Papers at least', 3), many],
		view: 'table'
	},
	{
		id: 'fading-concepts',
		name: 'Fading concepts',
		description: 'Concepts of many papers that no paper has mentioned since.',
		cypher: `${since}
MATCH (c:Concept) WHERE c.papers >= $least AND c.lastDate < since
RETURN c, c.papers AS papers, c.firstDate AS first, c.lastDate AS last ORDER BY papers DESC, c.id LIMIT $limit`,
		parameters: [from, least('Papers at least', 2), many],
		view: 'table'
	},
	{
		id: 'new-concepts',
		name: 'New concepts',
		description: 'Concepts that no paper mentioned before, by how many mention them since.',
		cypher: `${since}
MATCH (c:Concept) WHERE c.firstDate >= since AND c.papers >= $least
RETURN c, c.kind AS kind, c.firstDate AS first, c.papers AS papers ORDER BY papers DESC, first, c.id LIMIT $limit`,
		parameters: [from, least('Papers at least', 2), many],
		view: 'table'
	},
	{
		id: 'what-was-taken-up',
		name: 'What was introduced and taken up',
		description: 'Concepts that one paper brought and later papers mention.',
		cypher: `MATCH (origin:Paper)-[:INTRODUCES]->(c:Concept) WHERE c.papers > 1
MATCH (c)<-[:MENTIONS]-(later:Paper) WHERE later <> origin AND later.date >= origin.date
RETURN c, origin, origin.date AS since, count(DISTINCT later) AS later ORDER BY later DESC, since, c.id LIMIT $limit`,
		parameters: [many],
		view: 'table'
	}
];

import type { SavedQuery } from '#lib/domain/saved-query.ts';

const concept = { name: 'concept', label: 'Concept', type: 'concept' } as const;
const narrower = {
	name: 'narrower',
	label: 'With what is narrower',
	type: 'switch',
	default: false
} as const;
const paper = { name: 'paper', label: 'Paper', type: 'paper' } as const;
const topic = { name: 'topic', label: 'Topic', type: 'topic' } as const;
const many = { name: 'limit', label: 'Rows', type: 'number', default: 25 } as const;

/** The concept of a parameter, and where people want it what is narrower at any depth, as a concept's page counts it. */
const inSense = (variable: string, parameter: string) =>
	`MATCH (${variable}:Concept)-[:BROADER*0..]->(:Concept {id: $${parameter}}) WHERE ${variable}.id = $${parameter} OR $narrower`;

type Shipped = Omit<SavedQuery, 'shipped'>;

/** The queries that come with Throughline: questions a reader of papers asks, in the words of the graph model. */
const queries: Shipped[] = [
	{
		id: 'neighbourhood-of-a-concept',
		name: 'Neighbourhood of a concept',
		description: 'The concepts that share most papers with one, and those papers.',
		cypher: `${inSense('own', 'concept')}
WITH collect(DISTINCT own) AS sense UNWIND sense AS own
MATCH (own)-[r:CO_OCCURS]-(near:Concept) WHERE NOT near IN sense
MATCH (own)<-[:MENTIONS]-(paper:Paper)-[:MENTIONS]->(near)
WITH near, count(DISTINCT paper) AS shared, max(r.npmi) AS npmi ORDER BY shared DESC, npmi DESC, near.id LIMIT $limit
MATCH (c:Concept {id: $concept}) RETURN c, near, shared, npmi`,
		parameters: [concept, narrower, many],
		view: 'map'
	},
	{
		id: 'concepts-that-come-with-a-concept',
		name: 'Concepts that come with a concept',
		description: 'By how much more often than chance the two stand in one paper (NPMI).',
		cypher: `${inSense('own', 'concept')}
WITH collect(DISTINCT own) AS sense UNWIND sense AS own
MATCH (own)-[r:CO_OCCURS]-(near:Concept) WHERE NOT near IN sense
MATCH (own)<-[:MENTIONS]-(paper:Paper)-[:MENTIONS]->(near)
WITH near, count(DISTINCT paper) AS shared, max(r.npmi) AS npmi WHERE shared >= $least
RETURN near, near.kind AS kind, shared, npmi ORDER BY npmi DESC, shared DESC, near.id LIMIT $limit`,
		parameters: [
			concept,
			narrower,
			{ name: 'least', label: 'Shared papers at least', type: 'number', default: 2 },
			many
		],
		view: 'table'
	},
	{
		id: 'papers-of-two-concepts',
		name: 'Papers that join two concepts',
		description: 'Papers that mention both, the ones that are most about them first.',
		cypher: `${inSense('one', 'concept')}
MATCH (one)<-[a:MENTIONS]-(paper:Paper) WITH paper, max(a.weight) AS first
${inSense('two', 'other')}
MATCH (paper)-[b:MENTIONS]->(two) WITH paper, first, max(b.weight) AS second
RETURN paper, paper.date AS date, round(first + second, 2) AS weight ORDER BY weight DESC, date DESC LIMIT $limit`,
		parameters: [concept, { name: 'other', label: 'Other concept', type: 'concept' }, narrower, many],
		view: 'table'
	},
	{
		id: 'methods-used-with-a-dataset',
		name: 'What is used with a dataset, task or metric',
		description: 'Methods and models in the papers that mention it.',
		cypher: `${inSense('own', 'concept')}
WITH collect(DISTINCT own) AS sense UNWIND sense AS own
MATCH (own)<-[:MENTIONS]-(paper:Paper)-[:MENTIONS]->(used:Concept)
WHERE used.kind IN ['method', 'model'] AND NOT used IN sense
RETURN used, used.kind AS kind, count(DISTINCT paper) AS papers ORDER BY papers DESC, used.id LIMIT $limit`,
		parameters: [concept, narrower, many],
		view: 'table'
	},
	{
		id: 'why-two-papers-are-related',
		name: 'Why a paper is related to others',
		description: 'The parts of each score, and the concepts they share.',
		cypher: `MATCH (p:Paper {id: $paper})-[r:RELATED]->(related:Paper)
RETURN related, r.score AS score, r.concepts AS concepts, r.text AS text, coalesce(r.cites, 0) AS citations,
	[(p)-[:MENTIONS]->(c)<-[:MENTIONS]-(related) | c.label] AS shared ORDER BY score DESC`,
		parameters: [paper],
		view: 'table'
	},
	{
		id: 'bridges-between-topics',
		name: 'Papers between two topics',
		description: 'Papers that speak of concepts of both, evenly.',
		cypher: `MATCH (paper:Paper)-[:MENTIONS]->(c:Concept)-[:IN_TOPIC]->(:Topic)-[:PART_OF*0..1]->(t:Topic)
WHERE t.id IN [$topic, $other]
WITH paper, sum(CASE WHEN t.id = $topic THEN 1 ELSE 0 END) AS here, sum(CASE WHEN t.id = $other THEN 1 ELSE 0 END) AS there
WHERE here > 0 AND there > 0
RETURN paper, here, there ORDER BY CASE WHEN here < there THEN here ELSE there END DESC, here + there DESC LIMIT $limit`,
		parameters: [topic, { name: 'other', label: 'Other topic', type: 'topic' }, many],
		view: 'table'
	},
	{
		id: 'what-was-taken-up',
		name: 'What was introduced and taken up',
		description: 'Concepts that one paper brought and later papers mention.',
		cypher: `MATCH (origin:Paper)-[:INTRODUCES]->(c:Concept)<-[:MENTIONS]-(later:Paper)
WHERE later <> origin AND later.date >= origin.date
RETURN c, origin, origin.date AS since, count(DISTINCT later) AS later ORDER BY later DESC, since LIMIT $limit`,
		parameters: [many],
		view: 'table'
	},
	{
		id: 'rising-concepts',
		name: 'Rising concepts',
		description: 'By their share of papers from a date on, against the share before it.',
		cypher: `MATCH (p:Paper) WHERE p.date IS NOT NULL
WITH sum(CASE WHEN p.date >= $since THEN 1.0 ELSE 0 END) AS after, sum(CASE WHEN p.date < $since THEN 1.0 ELSE 0 END) AS before
MATCH (c:Concept)<-[:MENTIONS]-(p:Paper) WHERE p.date IS NOT NULL
WITH c, after, before, sum(CASE WHEN p.date >= $since THEN 1 ELSE 0 END) AS now, sum(CASE WHEN p.date < $since THEN 1 ELSE 0 END) AS then
WHERE now >= $least
RETURN c, now, then, round((now / after) / ((then + 1) / (before + 1)), 2) AS growth ORDER BY growth DESC, now DESC LIMIT $limit`,
		parameters: [
			{ name: 'since', label: 'Since', type: 'date', default: '2025-06' },
			{ name: 'least', label: 'Papers at least', type: 'number', default: 2 },
			many
		],
		view: 'table'
	},
	{
		id: 'papers-by-month',
		name: 'Papers by month',
		description: 'How many papers a topic has in each month.',
		cypher: `MATCH (p:Paper)-[:IN_TOPIC]->(:Topic)-[:PART_OF*0..1]->(:Topic {id: $topic}) WHERE p.date IS NOT NULL
RETURN substring(p.date, 0, 7) AS month, count(*) AS papers ORDER BY month`,
		parameters: [topic],
		view: 'chart'
	},
	{
		id: 'concepts-by-kind',
		name: 'Concepts by kind',
		description: 'How many concepts of each kind, and how often they are mentioned.',
		cypher: `MATCH (c:Concept) RETURN c.kind AS kind, count(*) AS concepts, sum(c.papers) AS mentions ORDER BY concepts DESC`,
		parameters: [],
		view: 'chart'
	},
	{
		id: 'strongest-of-a-kind',
		name: 'Strongest concepts of a kind',
		description: 'The datasets, metrics, models … that most papers mention.',
		cypher: `MATCH (c:Concept {kind: $kind}) RETURN c, c.papers AS papers, c.firstDate AS since ORDER BY papers DESC, c.id LIMIT $limit`,
		parameters: [
			{
				name: 'kind',
				label: 'Kind',
				type: 'choice',
				choices: ['method', 'model', 'task', 'dataset', 'metric', 'theory', 'other'],
				default: 'dataset'
			},
			many
		],
		view: 'table'
	},
	{
		id: 'papers-that-say',
		name: 'Papers that say',
		description: 'Full text over titles and abstracts, best first.',
		cypher: `CALL db.index.fulltext.queryNodes('paper_text', $words) YIELD node AS paper, score
RETURN paper, paper.date AS date, round(score, 2) AS score ORDER BY score DESC LIMIT $limit`,
		parameters: [{ name: 'words', label: 'Words', type: 'text' }, many],
		view: 'table'
	},
	{
		id: 'mentions-in-all',
		name: 'Mentions in all',
		description: 'How often papers speak of concepts.',
		cypher: 'MATCH (:Paper)-[m:MENTIONS]->(:Concept) RETURN count(m) AS mentions',
		parameters: [],
		view: 'number'
	}
];

export const shippedQueries: SavedQuery[] = queries.map((query) => ({ ...query, shipped: true }));

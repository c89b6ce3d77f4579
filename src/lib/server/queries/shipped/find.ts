import { companyOf, concept, inSense, ofTopic, many, narrower, topic, type Shipped } from './parts.ts';

export const find: Shipped[] = [
	{
		id: 'neighbourhood-of-a-concept',
		name: 'Neighbourhood of a concept',
		description: 'The concepts that share most papers with one, and those papers.',
		cypher: `${inSense('own', 'concept')}
${companyOf('own')}
WITH near, shared, npmi ORDER BY shared DESC, npmi DESC, near.id LIMIT $limit
MATCH (c:Concept {id: $concept}) RETURN c, near, shared, npmi`,
		parameters: [concept, narrower, many],
		view: 'map'
	},
	{
		id: 'papers-about-several-concepts',
		name: 'Papers about several concepts',
		description: 'Papers that mention every one of a list, the ones that are most about them first.',
		cypher: `UNWIND $concepts AS wanted
MATCH (own:Concept)-[:BROADER*0..]->(:Concept {id: wanted}) WHERE own.id = wanted OR $narrower
MATCH (own)<-[m:MENTIONS]-(paper:Paper) WHERE paper.date >= $from OR $from = ''
WITH paper, wanted, max(m.weight) AS weight
WITH paper, count(wanted) AS of, sum(weight) AS weight WHERE of = size($concepts)
RETURN paper, paper.date AS date, round(weight, 2) AS weight ORDER BY weight DESC, date DESC, paper.id LIMIT $limit`,
		parameters: [
			{ ...concept, name: 'concepts', label: 'Concepts', several: true, pick: { at: 1 } },
			narrower,
			{ name: 'from', label: 'Since', type: 'date', default: '' },
			many
		],
		view: 'table'
	},
	{
		id: 'concepts-that-come-with-a-concept',
		name: 'Concepts that come with a concept',
		description: 'By how much more often than chance the two stand in one paper (NPMI).',
		cypher: `${inSense('own', 'concept')}
${companyOf('own')}
WITH near, shared, npmi WHERE shared >= $least
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
		id: 'methods-used-with-a-dataset',
		name: 'What is used with a dataset, task or metric',
		description: 'Methods and models in the papers that mention it.',
		cypher: `${inSense('own', 'concept')}
WITH collect(DISTINCT own) AS sense
CALL (sense) {
	UNWIND sense AS own MATCH (own)<-[:MENTIONS]-(paper) WITH DISTINCT paper
	MATCH (paper)-[:MENTIONS]->(used) RETURN used, count(*) AS papers
}
WITH used, papers WHERE used.kind IN ['method', 'model'] AND NOT used IN sense
RETURN used, used.kind AS kind, papers ORDER BY papers DESC, used.id LIMIT $limit`,
		parameters: [{ ...concept, pick: { kinds: ['dataset', 'task', 'metric'], at: 1 } }, narrower, many],
		view: 'table'
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
		id: 'newest-papers-of-a-topic',
		name: 'Newest papers of a topic',
		description: 'With what each of them introduces.',
		cypher: `${ofTopic('paper:Paper', 'topic')} WHERE paper.date IS NOT NULL
WITH paper ORDER BY paper.date DESC, paper.id LIMIT $limit
RETURN paper, paper.date AS date, [(paper)-[:INTRODUCES]->(c) | c] AS introduces ORDER BY date DESC, paper.id`,
		parameters: [topic, many],
		view: 'table'
	},
	{
		id: 'papers-of-an-organisation',
		name: 'Papers of an organisation',
		description: 'Newest first, with the topic of each.',
		cypher: `MATCH (:Organization {id: $organisation})-[:PUBLISHED]->(paper:Paper)
OPTIONAL MATCH (paper)-[:IN_TOPIC]->(topic:Topic)
RETURN paper, paper.date AS date, head(collect(topic)) AS topic ORDER BY date DESC, paper.id LIMIT $limit`,
		parameters: [
			{ name: 'organisation', label: 'Organisation', type: 'organisation', pick: { at: 1 } },
			many
		],
		view: 'table'
	},
	{
		id: 'papers-that-say',
		name: 'Papers that say',
		description: 'Full text over titles and abstracts, best first; what stands in double quotes as it is.',
		cypher: `WITH toLower(trim(CASE WHEN size(split($words, '"')) % 2 = 1 THEN $words ELSE replace($words, '"', ' ') END)) AS words
WITH reduce(plain = words, sign IN ['\\\\', '+', '-', '!', '(', ')', '{', '}', '[', ']', '^', '~', '*', '?', ':', '/', '&', '|'] |
	replace(plain, sign, '\\\\' + sign)) AS plain
CALL db.index.fulltext.queryNodes('paper_text', CASE plain WHEN '' THEN '""' ELSE plain END) YIELD node AS paper, score
RETURN paper, paper.date AS date, round(score, 2) AS score ORDER BY score DESC, paper.id LIMIT $limit`,
		parameters: [{ name: 'words', label: 'Words', type: 'text', pick: { at: 1 } }, many],
		view: 'table'
	}
];

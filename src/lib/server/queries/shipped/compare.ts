import {
	companionsOf,
	concept,
	inSense,
	many,
	narrower,
	ofTopic,
	other,
	otherTopic,
	paper,
	topic,
	type Shipped
} from './parts.ts';

export const compare: Shipped[] = [
	{
		id: 'papers-of-two-concepts',
		name: 'Papers that join two concepts',
		description: 'Papers that mention both, the ones that are most about them first.',
		cypher: `${inSense('one', 'concept')}
WITH collect(DISTINCT one) AS ones
${inSense('two', 'other')}
WITH ones, collect(DISTINCT two) AS twos UNWIND ones AS one
MATCH (one)<-[a:MENTIONS]-(paper:Paper) WITH twos, paper, max(a.weight) AS first UNWIND twos AS two
MATCH (paper)-[b:MENTIONS]->(two) WITH paper, first, max(b.weight) AS second
RETURN paper, paper.date AS date, round(first + second, 2) AS weight ORDER BY weight DESC, date DESC, paper.id LIMIT $limit`,
		parameters: [concept, other, narrower, many],
		view: 'table'
	},
	{
		id: 'what-connects-two-concepts',
		name: 'What connects two concepts',
		description: 'Concepts that share papers with both, also where the two share none.',
		cypher: `${inSense('one', 'concept')}
WITH collect(DISTINCT one) AS ones
${inSense('two', 'other')}
WITH ones, collect(DISTINCT two) AS twos UNWIND ones AS one
MATCH (one)-[a:CO_OCCURS]-(between:Concept) WITH twos, between, sum(a.papers) AS first UNWIND twos AS two
MATCH (between)-[b:CO_OCCURS]-(two) WITH between, first, sum(b.papers) AS second
MATCH (c:Concept {id: $concept}), (o:Concept {id: $other})
WHERE between <> c AND between <> o
RETURN c, between, o, first, second
ORDER BY CASE WHEN first < second THEN first ELSE second END DESC, first + second DESC, between.id LIMIT $limit`,
		parameters: [concept, other, narrower, many],
		view: 'map'
	},
	{
		id: 'company-of-two-concepts',
		name: 'What comes with one concept and not with another',
		description: 'Concepts by the papers that they share with the one; those of the other are left out.',
		cypher: `${inSense('one', 'concept')}
WITH collect(DISTINCT one) AS sense
${inSense('two', 'other')}
WITH sense, collect(DISTINCT two) AS others
${companionsOf('others', 'met')}
UNWIND sense AS one MATCH (one)-[a:CO_OCCURS]-(near)
WHERE NOT near IN sense AND NOT near IN met
RETURN near, near.kind AS kind, sum(a.papers) AS shared, near.papers AS papers ORDER BY shared DESC, near.id LIMIT $limit`,
		parameters: [concept, other, narrower, many],
		view: 'table'
	},
	{
		id: 'why-two-papers-are-related',
		name: 'Why a paper is related to others',
		description: 'The parts of each score, and the concepts they share.',
		cypher: `MATCH (p:Paper {id: $paper})-[r:RELATED]->(related:Paper)
RETURN related, r.score AS score, r.concepts AS concepts, r.text AS text, coalesce(r.cites, 0) AS citations,
	[(p)-[:MENTIONS]->(c)<-[:MENTIONS]-(related) | c.label] AS shared ORDER BY score DESC, related.id`,
		parameters: [paper],
		view: 'table'
	},
	{
		id: 'bridges-between-topics',
		name: 'Papers between two topics',
		description: 'Papers that speak of concepts of both, evenly.',
		cypher: `CALL () {
	${ofTopic('c:Concept', 'topic')}<-[:MENTIONS]-(paper) RETURN paper, count(*) AS here, 0 AS there
	UNION ALL
	${ofTopic('c:Concept', 'other')}<-[:MENTIONS]-(paper) RETURN paper, 0 AS here, count(*) AS there
}
WITH paper, sum(here) AS here, sum(there) AS there WHERE here > 0 AND there > 0
RETURN paper, here, there ORDER BY CASE WHEN here < there THEN here ELSE there END DESC, here + there DESC, paper.id LIMIT $limit`,
		parameters: [topic, otherTopic, many],
		view: 'table'
	},
	{
		id: 'concepts-of-two-topics',
		name: 'Concepts that two topics share',
		description:
			'How many papers of each mention them: what is far from the diagonal belongs to one of the two.',
		cypher: `CALL () {
	${ofTopic('paper:Paper', 'topic')}-[:MENTIONS]->(c) RETURN c, count(*) AS here, 0 AS there
	UNION ALL
	${ofTopic('paper:Paper', 'other')}-[:MENTIONS]->(c) RETURN c, 0 AS here, count(*) AS there
}
WITH c, sum(here) AS here, sum(there) AS there WHERE here > 0 AND there > 0
RETURN c, here, there ORDER BY here + there DESC, c.id LIMIT $limit`,
		parameters: [topic, otherTopic, { ...many, default: 60 }],
		view: 'chart'
	}
];

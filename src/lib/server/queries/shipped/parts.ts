import type { QueryDraft, QueryGroup, QueryParameter } from '#lib/domain/saved-query.ts';

/** A query that comes with Throughline. */
export type Shipped = QueryDraft & { id: string };
export type ShippedGroup = [group: QueryGroup, queries: Shipped[]];

export const concept: QueryParameter = {
	name: 'concept',
	label: 'Concept',
	type: 'concept',
	pick: { kinds: ['method', 'model'], at: 1 }
};
export const other: QueryParameter = {
	...{ name: 'other', label: 'Other concept', type: 'concept' },
	pick: { kinds: ['method', 'model'], at: 2 }
};
export const narrower: QueryParameter = {
	name: 'narrower',
	label: 'With what is narrower',
	type: 'switch',
	default: false
};
export const topic: QueryParameter = { name: 'topic', label: 'Topic', type: 'topic', pick: { at: 1 } };
export const otherTopic: QueryParameter = {
	...{ name: 'other', label: 'Other topic', type: 'topic' },
	pick: { at: 2 }
};
export const paper: QueryParameter = { name: 'paper', label: 'Paper', type: 'paper', pick: { at: 1 } };
export const many: QueryParameter = { name: 'limit', label: 'Rows', type: 'number', default: 25 };
export const least = (label: string, value: number): QueryParameter => ({
	...{ name: 'least', label, type: 'number', default: value }
});

/** The concept of a parameter, and where people want it what is narrower at any depth, as a concept's page counts it. */
export const inSense = (variable: string, parameter: string) =>
	`MATCH (${variable}:Concept)-[:BROADER*0..]->(:Concept {id: $${parameter}}) WHERE ${variable}.id = $${parameter} OR $narrower`;

/** The members of a topic, large or small, which `member` names: `paper:Paper`. */
export const ofTopic = (member: string, parameter: string) =>
	`MATCH (:Topic {id: $${parameter}})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(${member})`;

/**
 * Every concept that a paper mentions together with one of a list. CO_OCCURS holds the nearest of each concept alone,
 * so what is not tied by it may well stand in one paper.
 */
export const companionsOf = (concepts: string, as: string) => `CALL (${concepts}) {
	UNWIND ${concepts} AS one MATCH (one)<-[:MENTIONS]-(paper) WITH DISTINCT paper
	MATCH (paper)-[:MENTIONS]->(each) RETURN collect(DISTINCT each) AS ${as}
}`;

/**
 * The concepts `near` that stand in papers with one, in its sense: how many papers they share, and the NPMI of the
 * strongest tie. Both are counted over all at once and then joined: to look up each tie costs as much again.
 */
export const companyOf = (variable: string) => `WITH collect(DISTINCT ${variable}) AS sense
CALL (sense) {
	UNWIND sense AS one MATCH (one)<-[:MENTIONS]-(paper) WITH DISTINCT paper
	MATCH (paper)-[:MENTIONS]->(near) WHERE NOT near IN sense RETURN near, count(*) AS shared, null AS npmi
	UNION ALL
	UNWIND sense AS one MATCH (one)-[r:CO_OCCURS]-(near) RETURN near, 0 AS shared, max(r.npmi) AS npmi
}
WITH near, sum(shared) AS shared, max(npmi) AS npmi WHERE shared > 0 AND npmi IS NOT NULL`;

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

/** The papers of a topic, large or small. */
export const inTopic = (variable: string, parameter: string) =>
	`MATCH (${variable}:Paper)-[:IN_TOPIC]->(:Topic)-[:PART_OF*0..1]->(:Topic {id: $${parameter}})`;

/** How a node is written in an answer: Cypher map projections, for a variable of the query that uses them. */
export function conceptSummary(variable: string): string {
	return `${variable} {ref: 'concepts/' + ${variable}.id, .name, .label, .kind, .papers}`;
}

export function paperSummary(variable: string): string {
	return `${variable} {ref: 'papers/' + ${variable}.id, .title, .date, .organization, .authorCount}`;
}

export function topicSummary(variable: string): string {
	return `${variable} {ref: 'topics/' + ${variable}.id, .name, .level, .papers, .concepts,
	parent: head([(${variable})-[:PART_OF]->(large) | 'topics/' + large.id])}`;
}

/** The topic that a paper or concept is a member of, or null. */
export function homeTopic(variable: string): string {
	return `head([(${variable})-[:IN_TOPIC]->(home:Topic) | ${topicSummary('home')}])`;
}

/** How a node is written in an answer: Cypher map projections, for a variable of the query that uses them, with `more` fields. */
function projection(variable: string, fields: readonly string[]): string {
	return `${variable} {${fields.join(', ')}}`;
}

export function conceptSummary(variable: string, more: readonly string[] = []): string {
	return projection(variable, [
		...[`ref: 'concepts/' + ${variable}.id`, '.name', '.label', '.kind', '.papers'],
		...more
	]);
}

export function paperSummary(variable: string, more: readonly string[] = []): string {
	return projection(variable, [
		...[`ref: 'papers/' + ${variable}.id`, '.title', '.date', '.organization', '.authorCount'],
		...more
	]);
}

export function topicSummary(variable: string): string {
	return `${variable} {ref: 'topics/' + ${variable}.id, .name, .level, .papers, .concepts,
	parent: head([(${variable})-[:PART_OF]->(large) | 'topics/' + large.id])}`;
}

/** The topic that a paper or concept is a member of, or null. */
export function homeTopic(variable: string): string {
	return `head([(${variable})-[:IN_TOPIC]->(home:Topic) | ${topicSummary('home')}])`;
}

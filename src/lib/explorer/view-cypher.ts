import { splitRef } from '#lib/domain/ids.ts';
import { withinDates } from '#lib/domain/within-dates.ts';
import type { View } from '#lib/domain/view.ts';

/** A Cypher text literal. JSON's escapes are Cypher's as well. */
function literal(value: string | string[]): string {
	return JSON.stringify(value);
}

function filters({ without, from, to }: View, node: string): string[] {
	const kinds = without.filter((kind) => kind !== 'paper');
	return [
		...(kinds.length > 0 ? [`NOT coalesce(${node}.kind, '') IN ${literal(kinds)}`] : []),
		...(without.includes('paper') ? [`NOT ${node}:Paper`] : []),
		...withinDates(`coalesce(${node}.firstDate, ${node}.date)`, `coalesce(${node}.lastDate, ${node}.date)`, {
			from: from && literal(from),
			to: to && literal(to)
		})
	];
}

/** The Cypher that answers with what a view shows, to go on from: a choice's neighbours, a topic, or the strongest concepts. */
export function cypherOfView(view: View, shown: number): string {
	const around = view.selected ?? (view.scope === 'corpus' ? null : view.scope);
	const where = (node: string) => {
		const parts = filters(view, node);
		return parts.length > 0 ? [`WHERE ${parts.join('\n  AND ')}`] : [];
	};
	if (around === null) {
		return [
			'MATCH (concept:Concept)',
			...where('concept'),
			'RETURN concept',
			'ORDER BY concept.papers DESC, concept.id',
			`LIMIT ${shown}`
		].join('\n');
	}
	const { collection, id } = splitRef(around);
	if (collection === 'topics') {
		return [
			`MATCH (topic:Topic {id: ${literal(id)}})<-[:PART_OF*0..1]-(:Topic)<-[:IN_TOPIC]-(node)`,
			...where('node'),
			'RETURN DISTINCT node',
			'ORDER BY coalesce(node.papers, 1) DESC, node.id',
			`LIMIT ${Math.max(1, shown)}`
		].join('\n');
	}
	const label = collection === 'papers' ? 'Paper' : 'Concept';
	return [
		`MATCH (chosen:${label} {id: ${literal(id)}})-[line:MENTIONS|INTRODUCES|CO_OCCURS|BROADER|RELATED]-(near)`,
		...where('near'),
		'RETURN chosen, line, near',
		'LIMIT 300'
	].join('\n');
}

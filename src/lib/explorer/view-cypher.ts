import { counted } from '#lib/domain/counted.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';

type Picture = Pick<MapPicture, 'nodes' | 'edges' | 'by' | 'concepts' | 'papers'>;

/** A list of Cypher text literals. JSON's escapes are Cypher's as well. */
function list(values: string[]): string {
	return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}

/**
 * The Cypher that answers with exactly what a picture draws, to go on from: a row for each of its nodes, in its order,
 * with the lines that go out from it, as type and end. What was chosen, expanded, pinned or left out is in it, as all of
 * it is named: each node once, the lines by the numbers of their ends, so that it stays short enough to be run.
 */
export function cypherOfPicture({ nodes, edges, by, concepts, papers }: Picture): string {
	const refs = nodes.map(({ id }) => id);
	const numbers = new Map(refs.map((ref, number) => [ref, number]));
	const lines = edges.map(
		({ source, type, target }) => `${numbers.get(source) ?? ''} ${type} ${numbers.get(target) ?? ''}`
	);
	const ref = (node: string) => `CASE WHEN ${node}:Paper THEN 'papers/' ELSE 'concepts/' END + ${node}.id`;
	const number = (node: string) => `[at IN range(0, size(drawn) - 1) WHERE drawn[at] = ${ref(node)}][0]`;
	return [
		`// What the map draws: ${counted(concepts.shown, 'concept')} and ${counted(papers.shown, 'paper')}, chosen by ${by}.`,
		`WITH ${list(refs)} AS drawn, ${list(lines)} AS lines`,
		"WITH drawn, lines, [name IN drawn | substring(name, size(split(name, '/')[0]) + 1)] AS ids",
		'MATCH (node:Concept|Paper) WHERE node.id IN ids',
		`WITH node, drawn, lines, ${number('node')} AS number WHERE number IS NOT NULL`,
		'RETURN node,',
		'  [(node)-[line:MENTIONS|INTRODUCES|CO_OCCURS|BROADER|CITES|RELATED]->(other:Concept|Paper)',
		`    WHERE toString(number) + ' ' + type(line) + ' ' + toString(${number('other')}) IN lines`,
		`    | type(line) + ' ' + ${ref('other')}] AS lines`,
		'ORDER BY number'
	].join('\n');
}

import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';

type Picture = Pick<MapPicture, 'nodes' | 'edges' | 'by' | 'concepts' | 'papers'>;

/** A Cypher text literal. JSON's escapes are Cypher's as well. */
function list(values: string[]): string {
	return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}

function idsOf(refs: NodeRef[], wanted: 'concepts' | 'papers'): string[] {
	return refs.flatMap((ref) => {
		const { collection, id } = splitRef(ref);
		return collection === wanted ? [id] : [];
	});
}

/**
 * The Cypher that answers with exactly what a picture draws, to go on from: a row for each of its nodes, in its order,
 * with the lines that go out from it. What was chosen, expanded, pinned or left out is in it, as all of it is named.
 */
export function cypherOfPicture({ nodes, edges, by, concepts, papers }: Picture): string {
	const refs = nodes.map(({ id }) => id);
	const lines = edges.map(({ source, type, target }) => `${source} ${type} ${target}`);
	const ref = (node: string) => `CASE WHEN ${node}:Paper THEN 'papers/' ELSE 'concepts/' END + ${node}.id`;
	return [
		`// What the map draws: ${concepts.shown} concepts and ${papers.shown} papers, chosen by ${by}.`,
		`WITH ${list(refs)} AS drawn, ${list(lines)} AS lines`,
		'MATCH (node:Concept|Paper)',
		`WHERE (node:Concept AND node.id IN ${list(idsOf(refs, 'concepts'))})`,
		`   OR (node:Paper AND node.id IN ${list(idsOf(refs, 'papers'))})`,
		`WITH node, lines, [at IN range(0, size(drawn) - 1) WHERE drawn[at] = ${ref('node')}][0] AS rank`,
		'RETURN node,',
		'  [(node)-[line:MENTIONS|INTRODUCES|CO_OCCURS|BROADER|RELATED]->(other:Concept|Paper)',
		`    WHERE ${ref('node')} + ' ' + type(line) + ' ' + ${ref('other')} IN lines | line] AS lines`,
		'ORDER BY rank'
	].join('\n');
}

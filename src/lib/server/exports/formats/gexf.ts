import { attributeText } from '#lib/server/exports/attributes.ts';
import {
	nodeKey,
	relationshipKey,
	shownName,
	type ExportedGraph,
	type ExportedNode
} from '#lib/server/exports/exported-graph.ts';
import { nodeAttributes, relationshipAttributes } from '#lib/server/exports/graph-attributes.ts';
import { xmlAttributes } from '#lib/server/exports/xml-text.ts';

/** GEXF says these itself: the name beside a node, its place, the strength of an edge. */
const ownNodeNames = new Set(['label', 'x', 'y']);
const ownEdgeNames = new Set(['weight']);

function without(attributes: Map<string, string>, names: Set<string>, more: string): Map<string, string> {
	return new Map([...attributes, [more, 'string'] as const].filter(([name]) => !names.has(name)));
}
const nodeColumns = without(nodeAttributes, ownNodeNames, 'labels');
/** `type` would be taken for whether an edge has a direction. */
const edgeColumns = without(relationshipAttributes, ownEdgeNames, 'relationship');

function* declared(of: 'node' | 'edge', columns: Map<string, string>): Generator<string> {
	yield `<attributes class="${of}" mode="static">`;
	for (const [name, type] of columns) yield `<attribute${xmlAttributes({ id: name, title: name, type })}/>`;
	yield '</attributes>';
}

function valuesOf(columns: Map<string, string>, values: Record<string, unknown>): string {
	const written = [...columns.keys()].map((name) => {
		const value = attributeText(values[name]);
		return value === null ? '' : `<attvalue${xmlAttributes({ for: name, value })}/>`;
	});
	return `<attvalues>${written.join('')}</attvalues>`;
}

/** On the map y goes down, in GEXF up. */
function placeOf({ properties: { x, y } }: ExportedNode): string {
	if (typeof x !== 'number' || typeof y !== 'number') return '';
	// There is no -0 on any map.
	return `<viz:position${xmlAttributes({ x, y: y === 0 ? 0 : -y, z: 0 })}/>`;
}

/** A graph as GEXF 1.2 (gexf.net), the version that most programs read, with the places of the map. Lists are JSON texts. */
export async function* gexf(graph: ExportedGraph): AsyncGenerator<string> {
	yield '<?xml version="1.0" encoding="UTF-8"?>';
	yield '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">';
	yield '<meta><creator>Throughline</creator></meta>';
	yield '<graph defaultedgetype="directed" mode="static">';
	yield* declared('node', nodeColumns);
	yield* declared('edge', edgeColumns);
	yield '<nodes>';
	for await (const node of graph.nodes()) {
		const values = valuesOf(nodeColumns, { ...node.properties, labels: node.label });
		yield `<node${xmlAttributes({ id: nodeKey(node), label: shownName(node) })}>${values}${placeOf(node)}</node>`;
	}
	yield '</nodes>';
	yield '<edges>';
	for await (const relationship of graph.relationships()) {
		const { start: source, end: target, type, properties } = relationship;
		const { weight } = properties;
		const ends = { id: relationshipKey(relationship), source, target };
		const attributes = xmlAttributes(typeof weight === 'number' ? { ...ends, weight } : ends);
		yield `<edge${attributes}>${valuesOf(edgeColumns, { ...properties, relationship: type })}</edge>`;
	}
	yield '</edges>';
	yield '</graph>';
	yield '</gexf>';
}

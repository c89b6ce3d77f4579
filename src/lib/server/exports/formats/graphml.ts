import { attributeText } from '#lib/server/exports/attributes.ts';
import {
	nodeKey,
	relationshipKey,
	shownName,
	type ExportedGraph
} from '#lib/server/exports/exported-graph.ts';
import { nodeAttributes, relationshipAttributes } from '#lib/server/exports/graph-attributes.ts';
import { xmlAttributes, xmlText } from '#lib/server/exports/xml-text.ts';

/** Beside the model's: what a node and a relationship is, under the names that Neo4j's own GraphML has. */
const nodeKeys = new Map([...nodeAttributes, ['labels', 'string'] as const]);
const edgeKeys = new Map([...relationshipAttributes, ['type', 'string'] as const]);

function* declared(of: 'node' | 'edge', keys: Map<string, string>): Generator<string> {
	for (const [name, type] of keys)
		yield `<key${xmlAttributes({ id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type })}/>`;
}

function dataOf(of: 'node' | 'edge', keys: Map<string, string>, values: Record<string, unknown>): string {
	return [...keys.keys()]
		.map((name) => {
			const text = attributeText(values[name]);
			return text === null ? '' : `<data${xmlAttributes({ key: `${of}-${name}` })}>${xmlText(text)}</data>`;
		})
		.join('');
}

/** A graph as GraphML (graphml.graphdrawing.org): a node or an edge a line. Lists are JSON texts. */
export async function* graphml(graph: ExportedGraph): AsyncGenerator<string> {
	yield '<?xml version="1.0" encoding="UTF-8"?>';
	yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">';
	yield* declared('node', nodeKeys);
	yield* declared('edge', edgeKeys);
	yield '<graph id="throughline" edgedefault="directed">';
	for await (const node of graph.nodes()) {
		const values = { ...node.properties, labels: node.label, label: shownName(node) };
		yield `<node${xmlAttributes({ id: nodeKey(node) })}>${dataOf('node', nodeKeys, values)}</node>`;
	}
	for await (const relationship of graph.relationships()) {
		const { start: source, end: target, type, properties } = relationship;
		const ends = xmlAttributes({ id: relationshipKey(relationship), source, target });
		yield `<edge${ends}>${dataOf('edge', edgeKeys, { ...properties, type })}</edge>`;
	}
	yield '</graph>';
	yield '</graphml>';
}

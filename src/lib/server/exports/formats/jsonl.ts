import { nodeKey, relationshipKey, type ExportedGraph } from '#lib/server/exports/exported-graph.ts';

/** A graph in Neo4j's own line format: a JSON object a line, nodes and then relationships. A node's id is `Label/id`. */
export async function* jsonLines(graph: ExportedGraph): AsyncGenerator<string> {
	for await (const node of graph.nodes())
		yield JSON.stringify({
			type: 'node',
			id: nodeKey(node),
			labels: [node.label],
			properties: node.properties
		});
	for await (const relationship of graph.relationships()) {
		const { type, start, end, properties } = relationship;
		yield JSON.stringify({
			type: 'relationship',
			id: relationshipKey(relationship),
			label: type,
			start,
			end,
			properties
		});
	}
}

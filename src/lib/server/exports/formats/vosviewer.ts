import type { ExportedGraph } from '#lib/server/exports/exported-graph.ts';
import { listedLines } from '#lib/server/exports/listed-lines.ts';

/**
 * Concepts and their co-occurrence as a network of VOSviewer (its manual, "JSON files"): an item or a link a line. Clusters
 * are the large topics, numbered as they come. On the map y goes down, in VOSviewer up.
 */
export async function* vosviewer(graph: ExportedGraph): AsyncGenerator<string> {
	const numbers = new Map<string, number>();
	const clusters = new Map<string, { cluster: number; label: string }>();
	const homes = new Map<string, number>();
	for await (const { concept, topic } of graph.homes()) {
		if (!topic) continue;
		const known = clusters.get(topic.id) ?? { cluster: clusters.size + 1, label: topic.name };
		clusters.set(topic.id, known);
		homes.set(concept, known.cluster);
	}
	async function* items() {
		for await (const { id, properties } of graph.nodes('Concept')) {
			const number = numbers.size + 1;
			numbers.set(`Concept/${id}`, number);
			const { label, x, y, papers, firstDate } = properties;
			const cluster = homes.get(id);
			yield {
				...{ id: number, label, x, y: typeof y === 'number' && y !== 0 ? -y : 0 },
				...(cluster === undefined ? {} : { cluster }),
				weights: { Papers: papers },
				...(typeof firstDate === 'string' ? { scores: { 'First year': Number(firstDate.slice(0, 4)) } } : {})
			};
		}
	}
	async function* links() {
		for await (const { start, end, properties } of graph.relationships('CO_OCCURS'))
			yield { source_id: numbers.get(start), target_id: numbers.get(end), strength: properties['papers'] };
	}
	yield '{"network": {"items":';
	yield* listedLines(items());
	yield ', "links":';
	yield* listedLines(links());
	yield ', "clusters":';
	yield* listedLines([...clusters.values()]);
	yield '}}';
}

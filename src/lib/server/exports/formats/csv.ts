import Papa from 'papaparse';
import type { ExportPart } from '#lib/domain/export-formats.ts';
import { attributeText } from '#lib/server/exports/attributes.ts';
import { formulaSigns } from '#lib/domain/constants/formula-signs.ts';
import { nodeKey, shownName, type ExportedGraph } from '#lib/server/exports/exported-graph.ts';
import { nodeAttributes, relationshipAttributes } from '#lib/server/exports/graph-attributes.ts';

type Cell = string | number | boolean | null;

function line(cells: Cell[]): string {
	return Papa.unparse([cells], { escapeFormulae: formulaSigns });
}

/** Numbers stay numbers: a place left of the middle begins with a minus and is no formula. */
function cellOf(value: unknown): Cell {
	return typeof value === 'number' || typeof value === 'boolean' ? value : attributeText(value);
}

async function* nodeTable(graph: ExportedGraph): AsyncGenerator<string> {
	const names = [...nodeAttributes.keys()];
	yield line(['id', 'labels', ...names]);
	for await (const node of graph.nodes()) {
		const values: Record<string, unknown> = { ...node.properties, label: shownName(node) };
		yield line([nodeKey(node), node.label, ...names.map((name) => cellOf(values[name]))]);
	}
}

async function* relationshipTable(graph: ExportedGraph): AsyncGenerator<string> {
	const names = [...relationshipAttributes.keys()];
	yield line(['start', 'end', 'type', ...names]);
	for await (const { start, end, type, properties } of graph.relationships())
		yield line([start, end, type, ...names.map((name) => cellOf(properties[name]))]);
}

/** A graph as two tables (RFC 4180, but for its line ends), of which one is written. Lists are JSON texts. */
export function csv(graph: ExportedGraph, part: ExportPart | null): AsyncGenerator<string> {
	return part === 'relationships' ? relationshipTable(graph) : nodeTable(graph);
}

import type {
	ExportedGraph,
	ExportedNode,
	ExportedRelationship,
	Home
} from '#lib/server/exports/exported-graph.ts';

async function* each<Item>(items: Item[]): AsyncGenerator<Item> {
	for (const item of items) yield await Promise.resolve(item);
}

/** A graph of what is given, in that order. */
export function madeUpGraph(
	nodes: ExportedNode[],
	relationships: ExportedRelationship[] = [],
	homes: Home[] = []
): ExportedGraph {
	return {
		nodes: (label) => each(nodes.filter((node) => label === undefined || node.label === label)),
		relationships: (type) => each(relationships.filter((tie) => type === undefined || tie.type === type)),
		homes: () => each(homes)
	};
}

export function paperNode(id: string, given: Record<string, unknown> = {}): ExportedNode {
	return {
		label: 'Paper',
		id,
		properties: { abstract: '', authors: [], id, source: 'made', title: id, ...given }
	};
}

export function conceptNode(id: string, given: Record<string, unknown> = {}): ExportedNode {
	const own = { aliases: [], id, kind: 'method', label: id, name: id, papers: 2, x: 1, y: -2 };
	return { label: 'Concept', id, properties: { ...own, ...given } };
}

/** A text with everything that ends a cell, an element, a field or a line somewhere. */
export const hostileTitle =
	"=cmd()|\" <script>alert(1)</script> & 'x' ]]> 100% {half $5 #1 a_b ~ ^ \\frac --- שלום (עולם).";

/** What no XML may hold, between letters. */
export const forbiddenTitle = 'a\u0000b\u0008c\u000bd\u001fe\ufffef\ud800g\tnext\nline';

/** All that a writer returns, each line with its end. */
export async function writtenBy(lines: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const line of lines) text += `${line}\n`;
	return text;
}

import { cellOf, type Cell } from './cell-text.ts';

function refsOf(cell: Cell): string[] {
	if (cell.is === 'node') return [cell.node.node ?? `${cell.node.labels.join(':')}/${cell.node.name}`];
	if (cell.is === 'list' || cell.is === 'path') return cell.parts.flatMap(refsOf);
	return [];
}

/**
 * What tells a row from others and stays when the graph grows: the nodes it names in columns of their own, else its
 * texts, else all of it. Counts and scores change with every ingest, and make no new row. Rows alike are numbered.
 */
export function rowKeys(rows: readonly (readonly unknown[])[]): string[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const nodes = row.map((value) => cellOf(value)).filter(({ is }) => is === 'node' || is === 'path');
		const texts = row.filter((value) => typeof value === 'string');
		const key =
			nodes.length > 0 ? nodes.flatMap(refsOf).join(' ') : JSON.stringify(texts.length > 0 ? texts : row);
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times === 1 ? key : `${key} #${times}`;
	});
}

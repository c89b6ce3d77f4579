import type { QueryAnswer } from '#lib/domain/answers.ts';
import type { NodeRef } from '#lib/domain/ids.ts';
import { queryViews, type QueryView } from '#lib/domain/saved-query.ts';
import { mostOnly } from '#lib/domain/view.ts';
import { cellOf, type Cell } from './cell-text.ts';
import { chartForms } from './chart-of.ts';

type Rows = Pick<QueryAnswer, 'columns' | 'rows'>;

function refsIn(cell: Cell, into: Set<NodeRef>): void {
	if (cell.is === 'node' && cell.node.node) into.add(cell.node.node);
	else if (cell.is === 'relationship')
		for (const end of [cell.relationship.start, cell.relationship.end]) if (end) into.add(end);
	if (cell.is === 'list' || cell.is === 'path') for (const part of cell.parts) refsIn(part, into);
}

/** What of an answer has a place on the map, in the order of its rows: nodes, ends of relationships and what lies in lists and paths. */
export function mapNodesOf({ rows }: Rows): { nodes: NodeRef[]; left: number } {
	const all = new Set<NodeRef>();
	for (const row of rows) for (const value of row) refsIn(cellOf(value), all);
	const placed = [...all].filter((ref) => !ref.startsWith('topics/'));
	return { nodes: placed.slice(0, mostOnly), left: Math.max(0, placed.length - mostOnly) };
}

export function isNumber({ columns, rows }: Rows): boolean {
	return rows.length === 1 && columns.length === 1 && typeof rows[0]?.[0] === 'number';
}

/** The views that an answer allows, in the order of the switch; a table always is one. */
export function viewsOf(answer: Rows): QueryView[] {
	const allowed: Record<QueryView, () => boolean> = {
		map: () => mapNodesOf(answer).nodes.length > 0,
		table: () => true,
		chart: () => !isNumber(answer) && chartForms(answer).length > 0,
		number: () => isNumber(answer)
	};
	return queryViews.filter((view) => allowed[view]());
}

/** The view that is shown: the one that is asked for where the answer allows it, else the best that it allows. */
export function viewOf(answer: Rows, asked: string | null, usual: QueryView | null): QueryView {
	const allowed = viewsOf(answer);
	const wanted = [asked, usual].find((view) => allowed.some((each) => each === view));
	return allowed.find((view) => view === wanted) ?? (isNumber(answer) ? 'number' : 'table');
}

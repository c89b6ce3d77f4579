import { listedConceptSchema, pageOf } from '#lib/domain/answers.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import { mapPictureSchema, type MapNode } from '#lib/domain/map-picture.ts';
import type { View } from '#lib/domain/view.ts';
import { isWithin } from '#lib/domain/within-dates.ts';

/** A concept that belongs to what is shown and may not be drawn. */
export type Rest = Pick<MapNode, 'id' | 'kind' | 'name' | 'title' | 'papers'>;

/** One page of the rest, in the order in which the map chooses, and whether more follow. */
export interface RestPage {
	rows: Rest[];
	isLast: boolean;
}

const listed = pageOf(listedConceptSchema);
/** The most neighbours that the server names. */
const mostNear = 150;

async function ask(address: string): Promise<unknown> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return response.json();
}

async function near(node: NodeRef): Promise<RestPage> {
	const { nodes } = mapPictureSchema.parse(
		await ask(`/api/neighbors?of=${encodeURIComponent(node)}&limit=${mostNear}`)
	);
	return { rows: nodes.filter(({ id, kind }) => id !== node && kind !== 'paper'), isLast: true };
}

/** Page `page` (from 1) of the concepts of a view, drawn or not, strongest first. Throws when the server does not answer. */
export async function restOf(view: View, page: number): Promise<RestPage> {
	const around = view.selected ?? (view.scope === 'corpus' ? null : view.scope);
	const at = around && splitRef(around);
	if (around && at?.collection !== 'topics') return near(around);
	const topic = at ? `&topic=${encodeURIComponent(at.id)}` : '';
	const { items, pages } = listed.parse(await ask(`/api/concepts?sort=papers&page=${page}${topic}`));
	const rows = items
		.filter(
			({ kind, firstDate, lastDate }) => !view.without.includes(kind) && isWithin(firstDate, lastDate, view)
		)
		.map(({ ref, kind, label, name, papers }): Rest => ({ id: ref, kind, name: label, title: name, papers }));
	return { rows, isLast: page >= pages };
}

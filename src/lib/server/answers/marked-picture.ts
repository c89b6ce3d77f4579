import { z } from 'zod';
import { splitRef } from '#lib/domain/ids.ts';
import type { MapPicture, ReadingMark } from '#lib/domain/map-picture.ts';
import { marksOf } from '#lib/server/people/library-entries.ts';
import type { Store } from '#lib/server/store.ts';

/** Of the first ingest everything is new, so nothing is told apart by it. */
const newcomersQuestion = {
	text: `MATCH (i:Ingest {status: 'done'}) WITH i ORDER BY i.id DESC LIMIT 2
WITH collect(i) AS last WHERE size(last) = 2
RETURN [id IN $ids WHERE id IN coalesce(last[0].newPapers, [])] AS ids`,
	row: z.object({ ids: z.array(z.string()) })
};

/**
 * A picture with the marks of its papers: those of the library, and of what has none there that it came with the last
 * ingest. Marks change between generations, so that they are no part of what is kept of a picture.
 */
export async function markedPicture(store: Store, picture: MapPicture): Promise<MapPicture> {
	const ids = picture.nodes.filter(({ kind }) => kind === 'paper').map(({ id }) => splitRef(id).id);
	if (ids.length === 0) return picture;
	const [marks, [news]] = await Promise.all([marksOf(store, ids), store.read(newcomersQuestion, { ids })]);
	const fresh = new Set(news?.ids);
	const markOf = (id: string): ReadingMark | undefined => {
		const state = marks[id]?.state ?? 'none';
		return state === 'none' ? (fresh.has(id) ? 'new' : undefined) : state;
	};
	const nodes = picture.nodes.map((node) => {
		const reading = node.kind === 'paper' ? markOf(splitRef(node.id).id) : undefined;
		return reading === undefined ? node : { ...node, reading };
	});
	return { ...picture, nodes };
}

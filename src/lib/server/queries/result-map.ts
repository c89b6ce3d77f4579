import type { QueryAnswer } from '#lib/domain/answers.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import { mapNodesOf, viewOf } from '#lib/domain/results/result-views.ts';
import type { QueryView } from '#lib/domain/saved-query.ts';
import { wholeMap, type View } from '#lib/domain/view.ts';
import { presentView } from '#lib/server/answers/present-view.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import type { Store } from '#lib/server/store.ts';

/** The picture of its own that an answer makes, where the map is the view that is shown; else null. */
export async function resultMap(
	store: Store,
	answer: QueryAnswer | null,
	asked: string | null,
	usual: QueryView | null,
	name: string | null
): Promise<{ picture: MapPicture; view: View } | null> {
	if (!answer || viewOf(answer, asked, usual) !== 'map') return null;
	const wanted = { ...wholeMap, only: mapNodesOf(answer).nodes, name: name?.slice(0, 100) ?? null };
	const { view } = await presentView(store, wanted);
	if (view.only.length === 0) return null;
	return { picture: await viewPicture(store, view), view };
}

import type { MapPicture, MapScope } from '#lib/domain/map-picture.ts';
import type { View } from '#lib/domain/view.ts';
import type { Store } from '#lib/server/store.ts';
import { wholeMap } from '#lib/domain/view.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';

/** The picture of a scope as it is at rest: nothing selected, nothing filtered. Throws NotFoundError. */
export async function mapPicture(
	store: Store,
	scope: MapScope,
	filter: Partial<Pick<View, 'without' | 'from' | 'to'>> = {}
): Promise<MapPicture> {
	return viewPicture(store, { ...wholeMap, ...filter, scope });
}

import type { MapNode } from '#lib/domain/map-picture.ts';

/** What the card beside the pointer tells of. */
export type Told = Pick<MapNode, 'id' | 'kind' | 'title' | 'date' | 'papers'>;

import type { MapNode, PaperStack } from '#lib/domain/map-picture.ts';

/** A node as the map draws it: a concept, a paper, or the papers of a hub in one topic, gathered. */
export type Place = Omit<MapNode, 'kind'> & { kind: MapNode['kind'] | 'stack' };

/** A stack among the places. It stands where its topic does and bears the topic's id. */
export function placeOfStack({ id, name, x, y, papers }: PaperStack): Place {
	const of = `${papers.toLocaleString('en')} in ${name}`;
	return {
		...{ id, name: of, title: of, kind: 'stack', papers, x, y },
		...{ step: 0, topic: null, introduced: false, date: null, more: 0 }
	};
}

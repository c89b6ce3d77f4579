import { coastOf, differencesOf } from './coast-differences.ts';
import type { MapLand } from './map-picture.ts';

/**
 * Land as a map needs it: coasts as differences, no terms, and no near coast of a topic that is divided, because its
 * parts are seen in its place.
 */
export function drawnLand(land: MapLand): MapLand {
	const divided = new Set(land.topics.flatMap(({ parent }) => parent ?? []));
	return {
		...land,
		topics: land.topics.map((topic) => ({
			...topic,
			terms: [],
			coast: divided.has(topic.id) ? [] : differencesOf(topic.coast),
			farCoast: differencesOf(topic.farCoast)
		}))
	};
}

/** The land that was sent so. A divided topic has its far coast for the near one: it tells what lies on it. */
export function landOfDrawn(land: MapLand): MapLand {
	return {
		...land,
		topics: land.topics.map((topic) => {
			const farCoast = coastOf(topic.farCoast);
			return { ...topic, farCoast, coast: topic.coast.length > 0 ? coastOf(topic.coast) : farCoast };
		})
	};
}

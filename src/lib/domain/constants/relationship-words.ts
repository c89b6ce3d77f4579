import type { RelationshipType } from '#lib/domain/graph-model.ts';

/** How a line of the map is read aloud, from its start to its end: on the map, and in what is saved of it. */
export const relationshipWords: Partial<Record<RelationshipType, string>> = {
	MENTIONS: 'mentions',
	INTRODUCES: 'introduces',
	CO_OCCURS: 'occurs together with',
	BROADER: 'is narrower than',
	CITES: 'cites',
	RELATED: 'is related to'
};

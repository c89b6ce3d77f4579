import type { FormerId, Graph, Membership } from '#lib/domain/graph.ts';
import { nodeRef, type TopicId } from '#lib/domain/ids.ts';
import { compare } from '#lib/domain/order.ts';
import { formsOf } from './identity/keep-concept-ids.ts';
import type { Point } from './places/point.ts';

/** Where something lies, from which zoom step on it is drawn, and the small topic that it is a member of. */
export interface KeptPlace extends Point {
	step: number;
	/** Null for what belongs to no topic. */
	topic: TopicId | null;
}

export interface KeptTopic {
	id: TopicId;
	name: string;
	terms: string[];
	level: 1 | 2;
	parent: TopicId | null;
}

/** What people orient by, as an earlier generation had it: places by id of the paper or concept, and the topics. */
export interface KeptPlaces {
	papers: ReadonlyMap<string, KeptPlace>;
	concepts: ReadonlyMap<string, KeptPlace>;
	topics: readonly KeptTopic[];
}

/** All that a later generation goes on from. */
export interface KeptMap extends KeptPlaces {
	/** Every way in which each concept was written, its name first; those of most papers first. */
	forms: ReadonlyMap<string, readonly string[]>;
	/** The ids that had ended by then. */
	former: readonly FormerId[];
}

/** What a later generation goes on from, of one that is at hand: as the store would give it back. */
export function keptMapOf({ papers, concepts, topics, memberships, partOf, formerIds }: Graph): KeptMap {
	const topicOf = new Map<string, Membership['topic']>(
		memberships.map(({ member, topic }) => [member, topic])
	);
	const parentOf = new Map(partOf.map(({ topic, parent }) => [topic, parent]));
	const places = (
		collection: 'papers' | 'concepts',
		all: readonly (Point & { id: string; step: number })[]
	) =>
		new Map(
			all.map(({ id, x, y, step }): [string, KeptPlace] => [
				id,
				{ x, y, step, topic: topicOf.get(nodeRef(collection, id)) ?? null }
			])
		);
	return {
		papers: places('papers', papers),
		concepts: places('concepts', concepts),
		topics: topics.map(({ id, name, terms, level }) => ({
			id,
			name,
			terms,
			level,
			parent: parentOf.get(id) ?? null
		})),
		forms: new Map(
			[...concepts]
				.sort((a, b) => b.papers - a.papers || compare(a.id, b.id))
				.map((concept) => [concept.id, formsOf(concept)])
		),
		former: formerIds
	};
}

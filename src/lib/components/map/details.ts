import type { MapPicture } from '#lib/domain/map-picture.ts';
import { neighboursIn } from '#lib/explorer/node-sentence.ts';
import type { ConceptDetails, PaperDetails, TopicDetails } from '#lib/domain/answers.ts';

/** What the panel tells of: the selected node, or the topic that is entered. */
export type Details =
	| { of: 'concept'; concept: ConceptDetails }
	| { of: 'paper'; paper: PaperDetails }
	| { of: 'topic'; topic: TopicDetails }
	/** It was there when the link was made, and no longer is. */
	| { of: 'nothing' };

/** What the breadcrumb and the note call it. */
export function nameOf(details: Details | null): string | null {
	if (details?.of === 'concept') return details.concept.label;
	if (details?.of === 'paper') return details.paper.title.split(':')[0] ?? null;
	return details?.of === 'topic' ? details.topic.name : null;
}

/** How many concepts are shown of those there are, and by what they were chosen. */
export interface Shown {
	shown: number;
	total: number;
	by: string;
}

/** Around a selection: how many of its near concepts are lit; otherwise what the picture holds. */
export function shownOf(picture: MapPicture, details: Details | null): Shown {
	const around =
		details?.of === 'concept'
			? { ref: details.concept.ref, total: details.concept.nearestTotal, by: 'shared papers' }
			: details?.of === 'paper'
				? { ref: details.paper.ref, total: details.paper.concepts.length, by: 'weight' }
				: null;
	if (!around) return { ...picture.concepts, by: picture.by };
	const shown = neighboursIn(picture, around.ref).filter(({ kind }) => kind !== 'paper').length;
	return { shown, total: Math.max(shown, around.total), by: around.by };
}

import type { LineDetails } from '#lib/domain/line.ts';
import type { MapPicture } from '#lib/domain/map-picture.ts';
import { neighboursIn } from '#lib/explorer/node-sentence.ts';
import type { NeighbourSort } from '#lib/domain/view.ts';
import type { ConceptDetails, PaperDetails, TopicDetails } from '#lib/domain/answers.ts';

/** How many neighbours of each sort a node has. */
export type Around = { sort: NeighbourSort; count: number }[];

/** What the panel tells of: the selected node, or the topic that is entered. */
export type Details =
	| { of: 'concept'; concept: ConceptDetails; around: Around }
	| { of: 'paper'; paper: PaperDetails; around: Around }
	| { of: 'topic'; topic: TopicDetails }
	| { of: 'line'; line: LineDetails }
	/** It was there when the link was made, and no longer is. */
	| { of: 'nothing' };

/** What an end of a line is called. */
export function endName(end: LineDetails['ends'][number]): string {
	return 'label' in end ? end.label : shortTitle(end.title);
}

/** A title up to its colon. */
function shortTitle(title: string): string {
	return title.split(':')[0] ?? title;
}

/** What the breadcrumb and the note call it. */
export function nameOf(details: Details | null): string | null {
	if (details?.of === 'concept') return details.concept.label;
	if (details?.of === 'paper') return shortTitle(details.paper.title);
	if (details?.of === 'line') return details.line.ends.map(endName).join(' — ');
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

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

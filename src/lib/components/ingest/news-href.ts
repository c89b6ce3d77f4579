import { nodeRef } from '#lib/domain/ids.ts';
import { timeText } from '#lib/domain/time-text.ts';
import { mostOnly, wholeMap } from '#lib/domain/view.ts';
import { urlOfView } from '#lib/explorer/view-url.ts';

interface News {
	papers: readonly string[];
	concepts: readonly string[];
}

/**
 * The address of a picture of some papers and concepts, by their ids, lit and at their places: half of each where there
 * are more than a picture takes. Null where there are none. `name`: what the picture is called.
 */
export function litHref(name: string, { papers, concepts }: News): string | null {
	const half = Math.floor(mostOnly / 2);
	const ofConcepts = Math.min(concepts.length, Math.max(half, mostOnly - papers.length));
	const only = [
		...papers.slice(0, mostOnly - ofConcepts).map((id) => nodeRef('papers', id)),
		...concepts.slice(0, ofConcepts).map((id) => nodeRef('concepts', id))
	];
	return only.length === 0 ? null : urlOfView({ ...wholeMap, only, name });
}

/** The address of a picture of what an ingest brought. Null where there is nothing new. */
export function newsHref(generation: string, news: News): string | null {
	return litHref(`New on ${timeText(generation)}`, news);
}

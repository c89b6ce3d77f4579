import { nodeRef } from '#lib/domain/ids.ts';
import { mostOnly, wholeMap } from '#lib/domain/view.ts';
import { urlOfView } from '#lib/explorer/view-url.ts';

/**
 * The address of a picture of what an ingest brought, lit and at its places: papers and concepts, half of each where there
 * are more than a picture takes. Null where there is nothing new.
 */
export function newsHref(
	generation: string,
	{ papers, concepts }: { papers: readonly string[]; concepts: readonly string[] }
): string | null {
	const half = Math.floor(mostOnly / 2);
	const ofConcepts = Math.min(concepts.length, Math.max(half, mostOnly - papers.length));
	const only = [
		...papers.slice(0, mostOnly - ofConcepts).map((id) => nodeRef('papers', id)),
		...concepts.slice(0, ofConcepts).map((id) => nodeRef('concepts', id))
	];
	const name = `New on ${generation.slice(0, 16).replace('T', ' ')}`;
	return only.length === 0 ? null : urlOfView({ ...wholeMap, only, name });
}

import { error } from '@sveltejs/kit';
import { NotFoundError } from '#lib/domain/errors.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { View } from '#lib/domain/view.ts';
import { version } from '#lib/domain/version.ts';
import type { Details } from '#lib/components/map/details.ts';
import { viewOfUrl } from '#lib/explorer/view-url.ts';
import { conceptDetails } from '#lib/server/cypher/concept-details.ts';
import { health } from '#lib/server/cypher/health.ts';
import { movedNode } from '#lib/server/cypher/moved-node.ts';
import { overview } from '#lib/server/cypher/overview.ts';
import { paperDetails } from '#lib/server/cypher/paper-details.ts';
import { topicDetails } from '#lib/server/cypher/topic-details.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { Store } from '#lib/server/store.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import type { PageServerLoad } from './$types';

/** What the panel tells: of the selected node, else of the topic, concept or paper that the map is around. */
async function detailsOf(store: Store, { selected, scope }: View): Promise<Details | null> {
	const around: NodeRef | null = selected ?? (scope === 'corpus' ? null : scope);
	if (around === null) return null;
	const { collection, id } = splitRef(around);
	try {
		if (collection === 'topics') return { of: 'topic', topic: await topicDetails(store, id) };
		if (collection === 'papers') return { of: 'paper', paper: await paperDetails(store, id) };
		return { of: 'concept', concept: await conceptDetails(store, id) };
	} catch (failure) {
		// An old link still shows the map; the panel says what is gone.
		if (failure instanceof NotFoundError && !(await movedNode(store, around))) return { of: 'nothing' };
		throw failure;
	}
}

export const load: PageServerLoad = ({ locals: { store }, url }) =>
	orPageError(async () => {
		const view = viewOfUrl(url.searchParams);
		const { status } = await health(store, version);
		if (status === 'empty') return { view, graph: null };
		const [picture, sums, details] = await Promise.all([
			viewPicture(store, view),
			overview(store),
			detailsOf(store, view)
		]);
		return { view, graph: { picture, overview: sums, details } };
	}, error);

import { error } from '@sveltejs/kit';
import { NotFoundError } from '#lib/domain/errors.ts';
import { splitRef, type NodeRef } from '#lib/domain/ids.ts';
import type { View } from '#lib/domain/view.ts';
import { version } from '#lib/domain/version.ts';
import type { Details } from '#lib/components/map/details.ts';
import { checkedView } from '#lib/explorer/checked-view.ts';
import { viewParameters } from '#lib/explorer/view-url.ts';
import { conceptDetails } from '#lib/server/questions/concept-details.ts';
import { health } from '#lib/server/questions/health.ts';
import { kindCounts } from '#lib/server/questions/kind-counts.ts';
import { lineDetails } from '#lib/server/questions/line-details.ts';
import { movedNode } from '#lib/server/questions/moved-node.ts';
import { countNeighbours } from '#lib/server/questions/neighbour-sorts.ts';
import { overview } from '#lib/server/questions/overview.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { topicDetails } from '#lib/server/questions/topic-details.ts';
import { markedPicture } from '#lib/server/answers/marked-picture.ts';
import { presentView } from '#lib/server/answers/present-view.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { Store } from '#lib/server/store.ts';
import { viewPicture } from '#lib/server/answers/view-picture.ts';
import type { PageServerLoad } from './$types';

/** A line whose ends are gone is told as gone. */
async function lineOf(store: Store, [from, to]: NonNullable<View['line']>): Promise<Details> {
	try {
		return { of: 'line', line: await lineDetails(store, from, to) };
	} catch (failure) {
		if (failure instanceof NotFoundError) return { of: 'nothing' };
		throw failure;
	}
}

/** What the panel tells: of the line that is chosen, else of the selected node, else of the topic, concept or paper that the map is around. */
async function detailsOf(store: Store, { selected, scope, line }: View): Promise<Details | null> {
	if (line) return lineOf(store, line);
	const around: NodeRef | null = selected ?? (scope === 'corpus' ? null : scope);
	if (around === null) return null;
	const { collection, id } = splitRef(around);
	try {
		if (collection === 'topics') return { of: 'topic', topic: await topicDetails(store, id) };
		const counts = countNeighbours(store, around);
		if (collection === 'papers')
			return { of: 'paper', paper: await paperDetails(store, id), around: await counts };
		return { of: 'concept', concept: await conceptDetails(store, id), around: await counts };
	} catch (failure) {
		// An old link still shows the map; the panel says what is gone.
		if (failure instanceof NotFoundError && !(await movedNode(store, around))) return { of: 'nothing' };
		throw failure;
	}
}

export const load: PageServerLoad = ({ locals: { store }, url }) =>
	orPageError(async () => {
		const { view: addressed, unread } = checkedView(url.searchParams);
		const isEmbedded = url.searchParams.has('embed');
		const { status } = await health(store, version);
		if (status === 'empty') return { view: addressed, isEmbedded, graph: null };
		const { view, gone } = await presentView(store, addressed);
		const dropped = { gone, unread: unread.filter((name) => viewParameters.includes(name)) };
		const [picture, sums, details, counts] = await Promise.all([
			viewPicture(store, view).then((drawn) => markedPicture(store, drawn)),
			overview(store),
			detailsOf(store, view),
			kindCounts(store, view)
		]);
		return { view, isEmbedded, graph: { picture, overview: sums, details, counts, dropped } };
	}, error);

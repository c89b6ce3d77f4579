import { error, redirect } from '@sveltejs/kit';
import { NotFoundError } from '#lib/domain/errors.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { savedViews } from '#lib/server/people/saved-views.ts';
import type { PageServerLoad } from './$types';

/** Leads on to the map: an address of a saved view stays the same when the view in it is kept anew. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const kept = await orPageError(async () => {
		const found = await savedViews(locals.store).find(params.id);
		if (!found)
			throw new NotFoundError(
				`There is no saved view "${params.id}".`,
				'It may have been deleted; /views lists those that are there.'
			);
		return found;
	}, error);
	redirect(307, kept.value.address);
};

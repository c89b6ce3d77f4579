import { error } from '@sveltejs/kit';
import { conceptParameters, parametersOf } from '#lib/domain/parameters.ts';
import { conceptDetails } from '#lib/server/cypher/concept-details.ts';
import { pageError } from '#lib/server/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	try {
		return {
			concept: await conceptDetails(locals.store, params.id, parametersOf(conceptParameters, url).page)
		};
	} catch (failure) {
		const known = pageError(failure);
		if (!known) throw failure;
		error(known.status, known.body);
	}
};

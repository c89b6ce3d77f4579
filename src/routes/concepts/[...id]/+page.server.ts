import { error } from '@sveltejs/kit';
import { conceptParameters, parametersOf } from '#lib/domain/parameters.ts';
import { conceptDetails } from '#lib/server/questions/concept-details.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orPageError(
		async () => ({
			concept: await conceptDetails(locals.store, params.id, parametersOf(conceptParameters, url))
		}),
		error
	);

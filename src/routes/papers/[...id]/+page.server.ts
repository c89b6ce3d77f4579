import { error } from '@sveltejs/kit';
import { readWeights } from '#lib/domain/score-weights.ts';
import { paperDetails } from '#lib/server/questions/paper-details.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	orPageError(
		async () => ({
			paper: await paperDetails(locals.store, params.id),
			weights: readWeights(url.searchParams.get('w') ?? '')
		}),
		error
	);

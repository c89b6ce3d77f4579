import { error } from '@sveltejs/kit';
import { parametersOf, searchParameters } from '#lib/domain/parameters.ts';
import { search } from '#lib/server/questions/search.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(() => search(locals.store, parametersOf(searchParameters, url).q, 25), error);

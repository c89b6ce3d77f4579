import { conceptListParameters, parametersOf } from '#lib/domain/parameters.ts';
import { listConcepts } from '#lib/server/cypher/lists.ts';
import { overview } from '#lib/server/cypher/overview.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const list = parametersOf(conceptListParameters, url);
		const [concepts, { topics }] = await Promise.all([
			listConcepts(locals.store, list),
			overview(locals.store)
		]);
		return { list, concepts, topics };
	}, error);

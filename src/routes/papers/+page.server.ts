import { paperListParameters, parametersOf } from '#lib/domain/parameters.ts';
import { listPapers } from '#lib/server/cypher/lists.ts';
import { overview } from '#lib/server/cypher/overview.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const list = parametersOf(paperListParameters, url);
		const [papers, { topics }] = await Promise.all([listPapers(locals.store, list), overview(locals.store)]);
		return { list, papers, topics };
	}, error);

import { conceptListParameters, parametersOf } from '#lib/domain/parameters.ts';
import { listConcepts } from '#lib/server/questions/lists.ts';
import { overview } from '#lib/server/questions/overview.ts';
import { nearMatches } from '#lib/server/questions/search.ts';
import { orPageError } from '#lib/server/answers/page-error.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orPageError(async () => {
		const list = parametersOf(conceptListParameters, url);
		const [concepts, sums] = await Promise.all([listConcepts(locals.store, list), overview(locals.store)]);
		const isMissed = concepts.total === 0 && list.q !== '';
		const near = isMissed ? await nearMatches(locals.store, list.q) : [];
		const { topics, papers: held } = sums;
		return { list, concepts, topics, isEmpty: held === 0, near: near.filter(({ kind }) => kind !== 'paper') };
	}, error);

import { parametersOf, searchParameters } from '#lib/domain/parameters.ts';
import { search } from '#lib/server/questions/search.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { q, limit } = parametersOf(searchParameters, url);
		return search(locals.store, q, limit);
	});

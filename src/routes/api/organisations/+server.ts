import { parametersOf, searchParameters } from '#lib/domain/parameters.ts';
import { answer } from '#lib/server/answers/problem.ts';
import { organisations } from '#lib/server/questions/organisations.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { q, limit } = parametersOf(searchParameters, url);
		return organisations(locals.store, q, limit);
	});

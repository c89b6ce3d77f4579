import { neighborsParameters, parametersOf } from '#lib/domain/parameters.ts';
import { neighbours } from '#lib/server/questions/neighbours.ts';
import { answer } from '#lib/server/answers/problem.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) =>
	answer(async () => {
		const { of, limit } = parametersOf(neighborsParameters, url);
		return neighbours(locals.store, of, limit);
	});
